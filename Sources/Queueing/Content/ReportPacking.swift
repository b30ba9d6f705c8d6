/// How a report is packed for an engine to store: its size in eight bytes, the lowest one first, then a chunk.
public enum ReportPacking {
    /// The report, packed.
    public static func pack(_ report: [UInt8]) -> [UInt8] {
        let size = UInt64(report.count)
        return (0..<8).map { UInt8(truncatingIfNeeded: size >> (8 * UInt64($0))) } + ChunkPacking.pack(report)
    }

    /// The report that was packed; nil when it is damaged.
    public static func unpack(_ packed: [UInt8]) -> [UInt8]? {
        guard packed.count >= 9 else { return nil }
        let size = packed.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        // deflate makes nothing more than about 1032 times smaller: a larger size is damage, and not to be allocated.
        guard size <= UInt64(packed.count) * 1100 else { return nil }
        return ChunkPacking.unpack(Array(packed.dropFirst(8)), length: Int(size))
    }
}
