/// Bytes that can be read piece by piece, so that large ones never have to be in memory as a whole.
public protocol ByteSource: Sendable {
    /// How many bytes there are.
    var byteCount: Int { get }

    /// Reads up to `limit` bytes from `offset` on; empty only at the end.
    ///
    /// - Throws: `ByteSourceFailure` when what lies behind cannot be read.
    func read(from offset: Int, upTo limit: Int) throws(ByteSourceFailure) -> [UInt8]
}

/// Bytes could not be read.
public struct ByteSourceFailure: Error, CustomStringConvertible {
    /// One line that says what could not be read, and why.
    public let description: String

    /// A failure that is told as `description`.
    public init(_ description: String) { self.description = description }
}

extension ByteSource {
    /// All the bytes, or the first `limit` of them.
    public func bytes(upTo limit: Int = .max) throws(ByteSourceFailure) -> [UInt8] {
        var result: [UInt8] = []
        let end = min(limit, byteCount)
        result.reserveCapacity(end)
        while result.count < end {
            let piece = try read(from: result.count, upTo: min(end - result.count, 1 << 16))
            if piece.isEmpty { break }
            result += piece
        }
        return result
    }
}

/// Bytes in memory.
public struct MemoryBytes: ByteSource {
    /// The bytes.
    public let content: [UInt8]

    /// The given bytes.
    public init(_ content: [UInt8]) { self.content = content }

    /// The UTF-8 of `text`.
    public init(_ text: String) { content = Array(text.utf8) }

    /// No bytes at all.
    public static let empty = MemoryBytes([])

    /// How many bytes there are.
    public var byteCount: Int { content.count }

    /// A copy of the bytes in that range, as far as there are any.
    public func read(from offset: Int, upTo limit: Int) -> [UInt8] {
        guard offset < content.count else { return [] }
        return Array(content[offset..<min(content.count, offset + limit)])
    }
}
