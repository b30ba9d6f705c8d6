/// A value of a YAML document, with its place.
public struct YAMLNode: Sendable {
    /// What a node can be.
    public enum Value: Sendable {
        /// A text; a plain one, without quotes, may mean a number, a truth value or nothing.
        case scalar(String, isPlain: Bool)
        /// A list.
        case sequence([YAMLNode])
        /// Keys, always scalars and each there once, with their values, as written.
        case mapping([(key: YAMLNode, value: YAMLNode)])
    }

    /// The value.
    public let value: Value
    /// The line where it starts, from 1.
    public let line: Int
    /// The column where it starts, in characters, from 1.
    public let column: Int

    /// A value at a place.
    public init(_ value: Value, line: Int, column: Int) {
        self.value = value
        self.line = line
        self.column = column
    }
}

// MARK: - Reading

extension YAMLNode {
    /// Whether it is nothing: plain and empty, `~` or `null`.
    public var isNull: Bool {
        guard case .scalar(let text, isPlain: true) = value else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// The text of a scalar, also of one that would be a number; nil for null and for what is no scalar.
    public var string: String? {
        guard case .scalar(let text, _) = value, !isNull else { return nil }
        return text
    }

    /// The plain text, where types hide in it.
    private var plain: String? {
        guard case .scalar(let text, isPlain: true) = value else { return nil }
        return text
    }

    /// A whole number: decimal, or hexadecimal after `0x`, or octal after `0o`.
    public var int: Int? {
        guard let plain else { return nil }
        let isNegative = plain.hasPrefix("-")
        var digits = isNegative || plain.hasPrefix("+") ? plain.dropFirst() : plain[...]
        let radixes: [(String, Int)] = [("0x", 16), ("0o", 8)]
        let radix = radixes.first { digits.hasPrefix($0.0) }?.1 ?? 10
        if radix != 10 { digits = digits.dropFirst(2) }
        // A second sign would otherwise be taken for the number's own.
        guard let first = digits.first, first != "-", first != "+" else { return nil }
        return Int((isNegative ? "-" : "") + digits, radix: radix)
    }

    /// A finite number: decimal, with or without a point and an exponent.
    public var double: Double? {
        guard let plain, plain.utf8.allSatisfy(YAMLNode.isDecimal), let number = Double(plain) else { return nil }
        return number.isFinite ? number : nil
    }

    private static func isDecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): true
        default: false
        }
    }

    /// A truth value, in the words of YAML 1.1: `true`, `yes`, `on` and their opposites.
    public var bool: Bool? {
        switch plain {
        case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": true
        case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": false
        default: nil
        }
    }

    /// The elements of a sequence.
    public var list: [YAMLNode]? {
        guard case .sequence(let elements) = value else { return nil }
        return elements
    }

    /// The keys and values of a mapping, in the order of the file.
    public var pairs: [(key: YAMLNode, value: YAMLNode)]? {
        guard case .mapping(let pairs) = value else { return nil }
        return pairs
    }

    /// The value under `key` in a mapping; nil where there is none, or this is no mapping.
    public subscript(key: String) -> YAMLNode? {
        pairs?.first { $0.key.text == key }?.value
    }

    /// The text of a scalar exactly as written, also where that means null.
    public var text: String? {
        guard case .scalar(let text, _) = value else { return nil }
        return text
    }

    /// What the node is, in words for messages: `a list`, `a mapping`, `"text"`, or `nothing`.
    public var kind: String {
        switch value {
        case .scalar where isNull: "nothing"
        case .scalar(let text, _): text.count <= 40 ? "\"\(text)\"" : "\"\(text.prefix(40))…\""
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}
