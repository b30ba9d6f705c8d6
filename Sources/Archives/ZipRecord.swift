/// One record of a zip file's directory.
struct ZipRecord {
    /// What is before a file's name in its own header.
    static let localSize = 30
    private static let size = 46

    private let flags: Int
    private let system: Int
    private let method: Int
    private let checksum: UInt32
    private var packedCount: Int
    private var byteCount: Int
    private var headerOffset: Int
    private let attributes: Int
    private let name: [UInt8]
    /// How many bytes the record has.
    let length: Int

    /// The record at `place`.
    ///
    /// - Throws: `ZipError` when there is none.
    init(_ bytes: [UInt8], at place: Int) throws(ZipError) {
        let broken = ZipError("the directory of the zip file is broken", mend: "pack it anew")
        guard place + ZipRecord.size <= bytes.count, bytes.number32(at: place) == 0x0201_4B50 else { throw broken }
        let nameCount = bytes.number16(at: place + 28)
        let extraCount = bytes.number16(at: place + 30)
        length = ZipRecord.size + nameCount + extraCount + bytes.number16(at: place + 32)
        guard place + length <= bytes.count else { throw broken }
        system = bytes.number16(at: place + 4) >> 8
        flags = bytes.number16(at: place + 8)
        method = bytes.number16(at: place + 10)
        checksum = UInt32(truncatingIfNeeded: bytes.number32(at: place + 16))
        packedCount = bytes.number32(at: place + 20)
        byteCount = bytes.number32(at: place + 24)
        attributes = bytes.number32(at: place + 38)
        headerOffset = bytes.number32(at: place + 42)
        let nameEnd = place + ZipRecord.size + nameCount
        name = Array(bytes[(place + ZipRecord.size)..<nameEnd])
        try readLarge(Array(bytes[nameEnd..<(nameEnd + extraCount)]))
    }

    /// Takes what did not fit into 32 bits from the extra field (zip64).
    private mutating func readLarge(_ extra: [UInt8]) throws(ZipError) {
        guard packedCount == 0xFFFF_FFFF || byteCount == 0xFFFF_FFFF || headerOffset == 0xFFFF_FFFF else { return }
        let broken = ZipError("the directory of the zip file is broken", mend: "pack it anew")
        var place = 0
        while place + 4 <= extra.count {
            let end = place + 4 + extra.number16(at: place + 2)
            guard end <= extra.count else { throw broken }
            guard extra.number16(at: place) == 1 else {
                place = end
                continue
            }
            var rest = place + 4
            func next() throws(ZipError) -> Int {
                guard rest + 8 <= end, let number = extra.number64(at: rest) else { throw broken }
                rest += 8
                return number
            }
            if byteCount == 0xFFFF_FFFF { byteCount = try next() }
            if packedCount == 0xFFFF_FFFF { packedCount = try next() }
            if headerOffset == 0xFFFF_FFFF { headerOffset = try next() }
            return
        }
        throw broken
    }

    /// The entry; nil for the root itself.
    ///
    /// - Throws: `ZipError` for what is not unpacked.
    func entry(_ limits: ZipLimits) throws(ZipError) -> ZipEntry? {
        let (path, isDirectory) = try ZipPath.checked(name, limits)
        guard let path else { return nil }
        guard flags & 1 == 0 else { throw ZipError(entry: path, "it is encrypted", mend: "pack without a password") }
        let packing: ZipEntry.Method
        switch method {
        case 0: packing = .stored
        case 8: packing = .deflated
        default:
            throw ZipError(entry: path, "it is packed by method \(method)", mend: "pack it with deflate, as zip does")
        }
        if packing == .stored, packedCount != byteCount {
            throw ZipError(entry: path, "its two sizes contradict each other", mend: "pack it anew")
        }
        return ZipEntry(
            path: path,
            kind: try kind(path, isDirectory: isDirectory),
            byteCount: byteCount,
            method: packing,
            packedCount: packedCount,
            checksum: checksum,
            headerOffset: headerOffset
        )
    }

    /// What it is, by the permissions that a Unix packer has put there.
    private func kind(_ path: String, isDirectory: Bool) throws(ZipError) -> ZipEntry.Kind {
        let mode = system == 3 || system == 19 ? attributes >> 16 : 0
        switch mode & 0o170000 {
        case 0, 0o100000, 0o040000:
            if isDirectory || mode & 0o170000 == 0o040000 {
                guard byteCount == 0 else {
                    throw ZipError(entry: path, "it is a directory and has content", mend: "pack it anew")
                }
                return .directory
            }
            return .file(isExecutable: mode & 0o100 != 0)
        case 0o120000:
            guard (1...4096).contains(byteCount) else {
                throw ZipError(entry: path, "it is no usable symbolic link", mend: "pack what it leads to")
            }
            return .link
        default: throw ZipError(entry: path, "it is neither a file nor a directory", mend: "leave it out")
        }
    }
}
