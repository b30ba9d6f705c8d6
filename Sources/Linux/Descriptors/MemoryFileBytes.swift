public import Core

/// What is in a memory file, read piece by piece: output that is too large to be kept as an array.
public final class MemoryFileBytes: ByteSource {
    private let file: Descriptor
    /// How many bytes there are.
    public let byteCount: Int

    /// The first `byteCount` bytes of `file`, which must not change any more.
    public init(_ file: consuming Descriptor, byteCount: Int) {
        self.file = file
        self.byteCount = byteCount
    }

    /// Reads a piece.
    public func read(from offset: Int, upTo limit: Int) throws(ByteSourceFailure) -> [UInt8] {
        do {
            return try file.read(at: offset, upTo: min(limit, max(0, byteCount - offset)))
        } catch {
            throw ByteSourceFailure("could not read a memory file: \(error)")
        }
    }
}

/// A range of other bytes.
public struct ByteRange: ByteSource {
    private let whole: any ByteSource
    private let start: Int
    /// How many bytes there are.
    public let byteCount: Int

    /// The bytes of `whole` from `start` on, `byteCount` of them.
    public init(_ whole: any ByteSource, from start: Int, byteCount: Int) {
        self.whole = whole
        self.start = start
        self.byteCount = byteCount
    }

    /// Reads a piece.
    public func read(from offset: Int, upTo limit: Int) throws(ByteSourceFailure) -> [UInt8] {
        try whole.read(from: start + offset, upTo: min(limit, max(0, byteCount - offset)))
    }
}
