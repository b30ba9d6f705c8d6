/// A JSON value whose members keep the order in which they are written.
public enum JSON: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case flag(Bool)
    /// A whole number.
    case integer(Int)
    /// Any other number.
    case number(Double)
    /// A text.
    case text(String)
    /// A list.
    case list([JSON])
    /// An object; reading puts its members into the order of their names.
    case object([Member])

    /// A member of an object.
    public struct Member: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// Its value.
        public var value: JSON

        /// The member of that name and value.
        public init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// The text, or null where there is none.
    public static func optional(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }

    /// The number, or null where there is none.
    public static func optional(_ number: Int?) -> JSON { number.map(JSON.integer) ?? .null }

    /// The member of that name, where this is an object that has one.
    public subscript(_ name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The member of that name; nil also where it is null.
    public func given(_ name: String) -> JSON? {
        guard let value = self[name], value != .null else { return nil }
        return value
    }
}

extension JSON {
    /// The value on one line, in UTF-8.
    public var bytes: [UInt8] {
        var result: [UInt8] = []
        write(to: &result)
        return result
    }

    private func write(to result: inout [UInt8]) {
        switch self {
        case .null: result += "null".utf8
        case .flag(let flag): result += (flag ? "true" : "false").utf8
        case .integer(let number): result += String(number).utf8
        case .number(let number): result += (number.isFinite ? "\(number)" : "null").utf8
        case .text(let text): JSON.quote(text, to: &result)
        case .list(let items):
            result.append(UInt8(ascii: "["))
            for (place, item) in items.enumerated() {
                if place > 0 { result.append(UInt8(ascii: ",")) }
                item.write(to: &result)
            }
            result.append(UInt8(ascii: "]"))
        case .object(let members):
            result.append(UInt8(ascii: "{"))
            for (place, member) in members.enumerated() {
                if place > 0 { result.append(UInt8(ascii: ",")) }
                JSON.quote(member.name, to: &result)
                result.append(UInt8(ascii: ":"))
                member.value.write(to: &result)
            }
            result.append(UInt8(ascii: "}"))
        }
    }

    private static func quote(_ text: String, to result: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        result.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
            case 10: result += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case 0..<32, 127:
                result += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: result.append(byte)
            }
        }
        result.append(UInt8(ascii: "\""))
    }
}
