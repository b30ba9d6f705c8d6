/// A parameter of a statement.
///
/// The statement says by a cast of what type it is, as in `$1::bigint`.
enum Parameter {
    case null
    case int(Int)
    case real(Double)
    case flag(Bool)
    case text(String)
    case bytes([UInt8])
    case ints([Int?])
    case flags([Bool])
    case texts([String?])
    case bytesList([[UInt8]])

    static func optional(_ number: Int?) -> Parameter { number.map(Parameter.int) ?? .null }
    static func optional(_ number: Double?) -> Parameter { number.map(Parameter.real) ?? .null }
    static func optional(_ text: String?) -> Parameter { text.map(Parameter.text) ?? .null }

    /// Whether it is sent as the bytes that the server stores, and not as text.
    var isBinary: Bool {
        if case .bytes = self { return true }
        return false
    }

    /// What is sent; nil: NULL.
    var encoded: [UInt8]? {
        switch self {
        case .null: nil
        case .int(let number): Array(String(number).utf8)
        case .real(let number): Array(String(number).utf8)
        case .flag(let flag): [UInt8(ascii: flag ? "t" : "f")]
        case .text(let text): Self.storable(text)
        case .bytes(let bytes): bytes
        case .ints(let numbers): Self.list(numbers) { Array(String($0).utf8) }
        case .flags(let flags): Self.list(flags.map(Optional.some)) { [UInt8(ascii: $0 ? "t" : "f")] }
        case .texts(let texts): Self.list(texts) { Self.quoted(Self.storable($0)) }
        case .bytesList(let items): Self.list(items.map(Optional.some)) { Self.quoted(Self.hexadecimal($0)) }
        }
    }

    /// The text as the server takes it: it can keep every character but NUL.
    private static func storable(_ text: String) -> [UInt8] {
        text.utf8.contains(0) ? Array(text.replacing("\0", with: "\u{fffd}").utf8) : Array(text.utf8)
    }

    private static func list<Item>(_ items: [Item?], _ encode: (Item) -> [UInt8]) -> [UInt8] {
        var result = [UInt8(ascii: "{")]
        for (place, item) in items.enumerated() {
            if place > 0 { result.append(UInt8(ascii: ",")) }
            result += item.map(encode) ?? Array("NULL".utf8)
        }
        result.append(UInt8(ascii: "}"))
        return result
    }

    private static func quoted(_ text: [UInt8]) -> [UInt8] {
        var result = [UInt8(ascii: "\"")]
        for byte in text {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { result.append(UInt8(ascii: "\\")) }
            result.append(byte)
        }
        result.append(UInt8(ascii: "\""))
        return result
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        var result = Array("\\x".utf8)
        result.reserveCapacity(2 + 2 * bytes.count)
        for byte in bytes { result += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return result
    }
}
