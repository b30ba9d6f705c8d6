/// A JSON value, with the members of objects in their order and numbers as they are written.
public enum JSONValue: Hashable, Sendable {
    case null
    case flag(Bool)
    /// As it is written, so that nothing is rounded on its way through us.
    case number(String)
    case text(String)
    case list([JSONValue])
    case object([Member])

    /// A member of an object.
    public struct Member: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// Its value.
        public var value: JSONValue

        /// A member of that name and value.
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The member of that name, where this is an object that has one.
    public subscript(_ name: String) -> JSONValue? { members?.first { $0.name == name }?.value }

    /// The members, where this is an object.
    public var members: [Member]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// The items, where this is a list.
    public var items: [JSONValue]? {
        guard case .list(let items) = self else { return nil }
        return items
    }

    /// The text, where this is one.
    public var string: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// The flag, where this is one.
    public var boolean: Bool? {
        guard case .flag(let flag) = self else { return nil }
        return flag
    }

    /// The number, where this is one.
    public var double: Double? {
        guard case .number(let text) = self else { return nil }
        return Double(text)
    }

    /// The whole number, where this is one: also `1.0` and `1e3`, which JSON does not tell apart from it.
    public var integer: Int? {
        guard case .number(let text) = self else { return nil }
        if let number = Int(text) { return number }
        // Beyond that a double has no way to say every whole number.
        guard let number = Double(text), abs(number) < 0x1p53 else { return nil }
        return Int(exactly: number)
    }

    // MARK: Making

    /// A whole number.
    public static func number(_ number: Int) -> JSONValue { .number(String(number)) }

    /// A number; null for what JSON has no word for.
    public static func number(_ number: Double) -> JSONValue {
        guard number.isFinite else { return .null }
        if number == number.rounded(), abs(number) < 1e15 { return .number("\(Int(number))") }
        return .number("\(number)")
    }

    /// A text, or null.
    public static func text(orNull text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }

    /// An object of these members.
    public static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { Member($0.key, $0.value) })
    }

    /// A list of texts.
    public static func texts(_ texts: [String]) -> JSONValue { .list(texts.map(JSONValue.text)) }

    /// Adds a member at the end of an object.
    public mutating func add(_ name: String, _ value: JSONValue) {
        guard case .object(var members) = self else { return }
        members.append(Member(name, value))
        self = .object(members)
    }
}

// MARK: - Writing

extension JSONValue {
    /// The value on one line, in UTF-8.
    public var bytes: [UInt8] {
        var output: [UInt8] = []
        write(to: &output)
        return output
    }

    private func write(to output: inout [UInt8]) {
        switch self {
        case .null: output += "null".utf8
        case .flag(let flag): output += (flag ? "true" : "false").utf8
        case .number(let text): output += text.utf8
        case .text(let text): Self.write(text, to: &output)
        case .list(let items):
            output.append(UInt8(ascii: "["))
            for (place, item) in items.enumerated() {
                if place > 0 { output.append(UInt8(ascii: ",")) }
                item.write(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for (place, member) in members.enumerated() {
                if place > 0 { output.append(UInt8(ascii: ",")) }
                Self.write(member.name, to: &output)
                output.append(UInt8(ascii: ":"))
                member.value.write(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to output: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): output += "\\\"".utf8
            case UInt8(ascii: "\\"): output += "\\\\".utf8
            case UInt8(ascii: "\n"): output += "\\n".utf8
            case UInt8(ascii: "\t"): output += "\\t".utf8
            case UInt8(ascii: "\r"): output += "\\r".utf8
            case 0..<32, 127:
                output += "\\u00".utf8
                output.append(digits[Int(byte >> 4)])
                output.append(digits[Int(byte & 15)])
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
