/// Writes the fields of a message: fixed-width little-endian integers, and texts and lists behind their length.
public struct WireWriter {
    /// What has been written so far.
    public private(set) var bytes: [UInt8] = []

    /// An empty message.
    public init() {}

    /// Appends an integer.
    public mutating func write(_ value: some FixedWidthInteger) {
        let unsigned = UInt64(truncatingIfNeeded: Int64(truncatingIfNeeded: value))
        for shift in stride(from: 0, to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: unsigned >> UInt64(shift)))
        }
    }

    /// Appends a truth value.
    public mutating func write(_ value: Bool) {
        bytes.append(value ? 1 : 0)
    }

    /// Appends a text.
    public mutating func write(_ value: String) {
        write(value.utf8.count)
        bytes += value.utf8
    }

    /// Appends a list, its elements written by `element`.
    public mutating func write<Element>(_ list: [Element], element: (inout WireWriter, Element) -> Void) {
        write(list.count)
        for item in list { element(&self, item) }
    }
}
