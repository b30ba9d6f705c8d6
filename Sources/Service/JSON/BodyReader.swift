/// Reads an object of a request's body, and remembers where in the body it is.
///
/// What nobody has asked for is an error in the end, so that a slip of the pen is not passed over.
public struct BodyReader {
    /// The JSON pointer of the object (RFC 6901).
    public let path: String
    private let members: [JSONValue.Member]
    private var asked: Set<String> = []

    /// The object at `path`.
    ///
    /// - Throws: `Fault` when it is none.
    public init(_ value: JSONValue, at path: String = "") throws(Fault) {
        guard let members = value.members else {
            throw Fault(.invalidField, "this must be an object", at: path)
        }
        self.members = members
        self.path = path
    }

    /// The body of a request.
    ///
    /// - Throws: `Fault` when it is no JSON object.
    public init(body: [UInt8]) throws(Fault) {
        let value: JSONValue
        do throws(JSONFlaw) {
            value = try JSONValue(parsing: body)
        } catch {
            throw Fault(.invalidJSON, "the body is no JSON: \(error.message), behind \(error.offset) bytes")
        }
        try self.init(value)
    }

    /// The pointer of a member.
    public func pointer(_ name: String) -> String { "\(path)/\(Self.escaped(name))" }

    /// A name as a part of a JSON pointer.
    static func escaped(_ name: String) -> String {
        var escaped = ""
        for character in name {
            switch character {
            case "~": escaped += "~0"
            case "/": escaped += "~1"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// The member of that name; nil where there is none, or it is null.
    public mutating func value(_ name: String) -> JSONValue? {
        asked.insert(name)
        guard let value = members.first(where: { $0.name == name })?.value, value != .null else { return nil }
        return value
    }

    /// The text of that name; nil where there is none.
    public mutating func text(_ name: String) throws(Fault) -> String? {
        guard let value = value(name) else { return nil }
        guard let text = value.string else { throw Fault(.invalidField, "this must be a text", at: pointer(name)) }
        return text
    }

    /// The flag of that name; false where there is none.
    public mutating func flag(_ name: String) throws(Fault) -> Bool {
        guard let value = value(name) else { return false }
        guard let flag = value.boolean else {
            throw Fault(.invalidField, "this must be true or false", at: pointer(name))
        }
        return flag
    }

    /// The whole number of that name, which is in `range`; nil where there is none.
    public mutating func integer(_ name: String, in range: ClosedRange<Int>) throws(Fault) -> Int? {
        guard let value = value(name) else { return nil }
        guard let number = value.integer, range.contains(number) else {
            throw Fault(
                .invalidField,
                "this must be a whole number from \(range.lowerBound) to \(range.upperBound)",
                at: pointer(name)
            )
        }
        return number
    }

    /// The seconds of that name, in milliseconds: more than nothing, and at most `limit`; nil where there are none.
    public mutating func seconds(_ name: String, limit: Int) throws(Fault) -> Int? {
        guard let value = value(name) else { return nil }
        guard let number = value.double, number > 0, number <= Double(limit) else {
            throw Fault(.invalidField, "this must be seconds, more than 0 and at most \(limit)", at: pointer(name))
        }
        return max(1, Int((number * 1000).rounded()))
    }

    /// The list of texts of that name; nil where there is none.
    public mutating func texts(_ name: String, limit: Int) throws(Fault) -> [String]? {
        guard let value = value(name) else { return nil }
        guard let items = value.items, items.count <= limit else {
            throw Fault(.invalidField, "this must be a list of at most \(limit) texts", at: pointer(name))
        }
        var texts: [String] = []
        for (place, item) in items.enumerated() {
            guard let text = item.string else {
                throw Fault(.invalidField, "this must be a text", at: "\(pointer(name))/\(place)")
            }
            texts.append(text)
        }
        return texts
    }

    /// Bytes: a text, or `{"base64":"…"}`; nil where there are none.
    public mutating func content(_ name: String, limit: Int) throws(Fault) -> [UInt8]? {
        guard let value = value(name) else { return nil }
        return try Self.content(value, at: pointer(name), limit: limit)
    }

    /// Bytes: a text, or `{"base64":"…"}`.
    public static func content(_ value: JSONValue, at path: String, limit: Int) throws(Fault) -> [UInt8] {
        let bytes: [UInt8]
        if let text = value.string {
            bytes = Array(text.utf8)
        } else if let members = value.members, members.count == 1, let text = value["base64"]?.string {
            guard let decoded = Base64.decode(text) else {
                throw Fault(.invalidField, "this is no base64", at: "\(path)/base64")
            }
            bytes = decoded
        } else {
            throw Fault(.invalidField, "this must be a text, or {\"base64\":\"…\"}", at: path)
        }
        guard bytes.count <= limit else {
            throw Fault(.invalidField, "this has \(bytes.count) bytes; at most \(limit)", at: path)
        }
        return bytes
    }

    /// Refuses members that nobody has asked for.
    public func finish() throws(Fault) {
        guard let extra = members.first(where: { !asked.contains($0.name) }) else { return }
        let known = asked.sorted().joined(separator: ", ")
        throw Fault(.invalidField, "there is no such field; there are \(known)", at: pointer(extra.name))
    }
}
