/// A zip file of files that are not packed, as the format of zip files has it (APPNOTE 4.3).
struct StoredZip {
    private(set) var bytes: [UInt8] = []

    /// These files, by their paths.
    init(_ files: [(path: String, content: String)]) {
        var directory: [UInt8] = []
        for (path, content) in files {
            let (name, data) = (Array(path.utf8), Array(content.utf8))
            // Version, flags, method, time, date; then checksum and both sizes; then the lengths of name and extra field.
            let common =
                Self.two(20, 0, 0, 0, 0x21) + Self.four(Self.checksum(data), UInt32(data.count), UInt32(data.count))
                + Self.two(UInt16(name.count), 0)
            let offset = UInt32(bytes.count)
            bytes += Self.four(0x0403_4B50) + common + name + data
            directory +=
                Self.four(0x0201_4B50) + Self.two(0x0314) + common + Self.two(0, 0, 0)
                + Self.four(0o100644 << 16, offset) + name
        }
        let count = UInt16(files.count)
        let start = UInt32(bytes.count)
        bytes += directory + Self.four(0x0605_4B50) + Self.two(0, 0, count, count)
        bytes += Self.four(UInt32(directory.count), start) + Self.two(0)
    }

    private static func two(_ values: UInt16...) -> [UInt8] { values.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }

    private static func four(_ values: UInt32...) -> [UInt8] {
        values.flatMap { value in (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
