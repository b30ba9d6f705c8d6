/// A size in bytes.
public struct ByteCount: Hashable, Comparable, Sendable {
    /// The number of bytes.
    public let bytes: Int

    /// A size of `bytes` bytes.
    public init(_ bytes: Int) {
        self.bytes = bytes
    }

    /// A size in units of 1024 bytes.
    public static func kibibytes(_ count: Int) -> ByteCount { ByteCount(count << 10) }

    /// A size in units of 1024 × 1024 bytes.
    public static func mebibytes(_ count: Int) -> ByteCount { ByteCount(count << 20) }

    /// The smaller size first.
    public static func < (left: ByteCount, right: ByteCount) -> Bool { left.bytes < right.bytes }

    /// The sum of two sizes.
    public static func + (left: ByteCount, right: ByteCount) -> ByteCount { ByteCount(left.bytes + right.bytes) }
}

extension ByteCount: CustomStringConvertible {
    /// The size in the largest unit that divides it, as in `64 MiB`.
    public var description: String {
        let units: [(Int, String)] = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")]
        for (size, name) in units where bytes >= size && bytes % size == 0 {
            return "\(bytes / size) \(name)"
        }
        return "\(bytes) B"
    }
}
