public import Core

/// Makes a zip file whose bytes depend on the names, contents and permissions in it alone (APPNOTE.TXT, 4.3).
///
/// Contents are stored as they are, and dated as the format's first day. Nothing is written here: for each file the caller
/// writes what `begin` gives, then the content; after the last one what `finish` gives.
public struct ZipWriter: Sendable {
    private var offset = 0
    private var directory: [UInt8] = []
    private var count = 0

    /// The first day that the format knows: 1 January 1980.
    private static let day = 0x0021
    /// Names are UTF-8.
    private static let flags = 0x0800

    /// An empty zip file.
    public init() {}

    /// The bytes before a file's content, which must follow as a whole.
    ///
    /// - Parameters:
    ///   - path: The file's path, relative and downwards, in UTF-8.
    ///   - isExecutable: Whether it may be executed.
    ///   - content: What is in it; it is read once here, for its checksum.
    /// - Returns: The file's own header.
    /// - Throws: `ZipError` when it cannot be read, or there is more than the format's old form can hold.
    public mutating func begin(
        _ path: String,
        isExecutable: Bool,
        content: some ByteSource
    ) throws(ZipError) -> [UInt8] {
        let size = content.byteCount
        guard offset + size < 0xFFFF_0000, count < 0xFFFE else {
            throw ZipError(
                entry: path,
                "the package has more than 4 GiB, or more than 65,534 files, which is more than a package may have",
                mend: "make it smaller"
            )
        }
        let checksum = try ZipError.reading { () throws(ByteSourceFailure) in try Self.checksum(of: content) }
        let name = Array(path.utf8)
        var common: [UInt8] = []
        // Version 2.0; flags; stored; time and day; checksum; sizes; lengths of the name and of what else there is.
        for number in [20, Self.flags, 0, 0, Self.day] { common.append(number16: number) }
        for number in [Int(checksum), size, size] { common.append(number32: number) }
        for number in [name.count, 0] { common.append(number16: number) }

        var record: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
        // Made by Unix, so that permissions count.
        record.append(number16: 3 << 8 | 20)
        record += common
        for number in [0, 0, 0] { record.append(number16: number) }
        record.append(number32: (0o100_000 | (isExecutable ? 0o755 : 0o644)) << 16)
        record.append(number32: offset)
        directory += record + name

        let header = [0x50, 0x4B, 0x03, 0x04] + common + name
        offset += header.count + size
        count += 1
        return header
    }

    /// The end of the zip file.
    public func finish() -> [UInt8] {
        var trailer: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
        for number in [0, 0, count, count] { trailer.append(number16: number) }
        for number in [directory.count, offset] { trailer.append(number32: number) }
        trailer.append(number16: 0)
        return directory + trailer
    }

    private static func checksum(of content: some ByteSource) throws(ByteSourceFailure) -> UInt32 {
        var sum = CRC32()
        var place = 0
        while place < content.byteCount {
            let piece = try content.read(from: place, upTo: 1 << 18)
            if piece.isEmpty { throw ByteSourceFailure("it became shorter while it was read") }
            sum.update(piece)
            place += piece.count
        }
        return sum.value
    }
}

extension [UInt8] {
    fileprivate mutating func append(number16 number: Int) {
        append(UInt8(number & 0xFF))
        append(UInt8(number >> 8 & 0xFF))
    }

    fileprivate mutating func append(number32 number: Int) {
        append(number16: number & 0xFFFF)
        append(number16: number >> 16)
    }
}
