/// A message could not be read: it is shorter than it says, or holds a value that does not exist.
public struct WireError: Error, Hashable {
    /// Where in the message, in bytes.
    public let offset: Int

    /// An error at `offset`.
    public init(offset: Int) { self.offset = offset }
}

/// Reads what a `WireWriter` wrote.
///
/// Nothing in a message is trusted to be there.
public struct WireReader {
    private let bytes: [UInt8]
    private var offset = 0

    /// Reads `bytes` from their start.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next integer.
    public mutating func integer() throws(WireError) -> Int {
        guard bytes.count - offset >= 8 else { throw WireError(offset: offset) }
        var value: UInt64 = 0
        for index in 0..<8 {
            value |= UInt64(bytes[offset + index]) << UInt64(8 * index)
        }
        offset += 8
        return Int(Int64(bitPattern: value))
    }

    /// The next integer, which counts something and so is never negative.
    public mutating func count() throws(WireError) -> Int {
        let value = try integer()
        guard value >= 0 else { throw WireError(offset: offset) }
        return value
    }

    /// The next truth value.
    public mutating func flag() throws(WireError) -> Bool {
        guard offset < bytes.count else { throw WireError(offset: offset) }
        defer { offset += 1 }
        return bytes[offset] != 0
    }

    /// The next text.
    public mutating func text() throws(WireError) -> String {
        let count = try integer()
        guard count >= 0, count <= bytes.count - offset else { throw WireError(offset: offset) }
        defer { offset += count }
        return String(decoding: bytes[offset..<(offset + count)], as: UTF8.self)
    }

    /// The next list, its elements read by `element`.
    public mutating func list<Element>(
        _ element: (inout WireReader) throws(WireError) -> Element
    ) throws(WireError) -> [Element] {
        let count = try integer()
        guard count >= 0, count <= bytes.count - offset else { throw WireError(offset: offset) }
        var result: [Element] = []
        for _ in 0..<count { result.append(try element(&self)) }
        return result
    }

    /// Where the reading stands, in bytes.
    public var position: Int { offset }
}
