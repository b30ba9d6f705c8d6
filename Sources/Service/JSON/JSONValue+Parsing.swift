/// Why bytes are no JSON.
public struct JSONFlaw: Error, Hashable, Sendable {
    /// What is wrong, as a phrase.
    public let message: String
    /// How many bytes are before it.
    public let offset: Int
}

extension JSONValue {
    /// How many values bodies of requests may have: each takes many times the room that it takes in the body.
    public static let requestLimit = 200_000

    /// The value that `bytes` are (RFC 8259), strictly: one value, UTF-8, no name twice in an object, no half surrogates.
    ///
    /// - Parameters:
    ///   - bytes: The text.
    ///   - limit: How many values there may be in it, at all levels together; for what we have written ourselves there
    ///     need not be any.
    /// - Throws: `JSONFlaw`, also for what is nested deeper than 64 levels.
    public init(parsing bytes: [UInt8], values limit: Int = requestLimit) throws(JSONFlaw) {
        var reader = JSONReader(bytes: bytes, room: limit)
        self = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.isAtEnd else { throw reader.flaw("there is more behind the value") }
    }
}

/// Reads JSON byte by byte.
private struct JSONReader {
    let bytes: [UInt8]
    var place = 0
    /// How many values there may still be.
    var room: Int

    init(bytes: [UInt8], room: Int) {
        self.bytes = bytes
        self.room = room
    }

    var isAtEnd: Bool { place == bytes.count }
    var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    func flaw(_ message: String) -> JSONFlaw { JSONFlaw(message: message, offset: place) }

    mutating func skipSpace() {
        while let byte = next, byte == 32 || byte == 9 || byte == 10 || byte == 13 { place += 1 }
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    mutating func take(word: StaticString) -> Bool {
        let text = "\(word)"
        guard bytes[place...].starts(with: text.utf8) else { return false }
        place += text.utf8.count
        return true
    }

    mutating func value(depth: Int) throws(JSONFlaw) -> JSONValue {
        guard depth < 64 else { throw flaw("it is nested too deeply") }
        guard room > 0 else { throw flaw("it has too many values") }
        room -= 1
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "t") where take(word: "true"): return .flag(true)
        case UInt8(ascii: "f") where take(word: "false"): return .flag(false)
        case UInt8(ascii: "n") where take(word: "null"): return .null
        case .some(UInt8(ascii: "-")), .some(48...57): return try number()
        case nil: throw flaw("it ends too early")
        default: throw flaw("there is no value here")
        }
    }

    mutating func list(depth: Int) throws(JSONFlaw) -> JSONValue {
        var items: [JSONValue] = []
        place += 1
        skipSpace()
        if take("]") { return .list([]) }
        repeat {
            items.append(try value(depth: depth + 1))
            skipSpace()
        } while take(",")
        guard take("]") else { throw flaw("a list has no end here") }
        return .list(items)
    }

    mutating func object(depth: Int) throws(JSONFlaw) -> JSONValue {
        var members: [JSONValue.Member] = []
        var names: Set<String> = []
        place += 1
        skipSpace()
        if take("}") { return .object([JSONValue.Member]()) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw flaw("a name is missing") }
            let name = try string()
            guard names.insert(name).inserted else { throw flaw("a name is there twice") }
            skipSpace()
            guard take(":") else { throw flaw("a colon is missing") }
            members.append(.init(name, try value(depth: depth + 1)))
            skipSpace()
        } while take(",")
        guard take("}") else { throw flaw("an object has no end here") }
        return .object(members)
    }

    mutating func number() throws(JSONFlaw) -> JSONValue {
        let start = place
        _ = take("-")
        if !take("0") {
            guard digits() > 0 else { throw flaw("a digit is missing") }
        }
        if take(".") {
            guard digits() > 0 else { throw flaw("a digit is missing") }
        }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            guard digits() > 0 else { throw flaw("a digit is missing") }
        }
        guard place - start <= 64 else { throw flaw("a number is too long") }
        return .number(String(decoding: bytes[start..<place], as: UTF8.self))
    }

    private mutating func digits() -> Int {
        let start = place
        while let byte = next, (48...57).contains(byte) { place += 1 }
        return place - start
    }

    mutating func string() throws(JSONFlaw) -> String {
        place += 1
        var result: [UInt8] = []
        var start = place
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                result += bytes[start..<place]
                guard let text = String(validating: result, as: UTF8.self) else { throw flaw("it is no UTF-8") }
                place += 1
                return text
            case UInt8(ascii: "\\"):
                result += bytes[start..<place]
                place += 1
                result += Array(String(Character(try escape())).utf8)
                start = place
            case 0..<32: throw flaw("a control character has to be escaped")
            default: place += 1
            }
        }
        throw flaw("a text has no end")
    }

    private mutating func escape() throws(JSONFlaw) -> Unicode.Scalar {
        guard let byte = next else { throw flaw("it ends too early") }
        place += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "u"):
            let first = try hexadecimal()
            if let scalar = Unicode.Scalar(first) { return scalar }
            guard (0xD800..<0xDC00).contains(first), take("\\"), take("u") else { throw flaw("half a surrogate") }
            let second = try hexadecimal()
            guard (0xDC00..<0xE000).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            else { throw flaw("half a surrogate") }
            return scalar
        default: throw flaw("there is no such escape")
        }
    }

    private mutating func hexadecimal() throws(JSONFlaw) -> UInt32 {
        guard place + 4 <= bytes.count else { throw flaw("it ends too early") }
        var number: UInt32 = 0
        for byte in bytes[place..<place + 4] {
            switch byte {
            case 48...57: number = number << 4 | UInt32(byte - 48)
            case 65...70: number = number << 4 | UInt32(byte - 55)
            case 97...102: number = number << 4 | UInt32(byte - 87)
            default: throw flaw("a hexadecimal digit is missing")
            }
        }
        place += 4
        return number
    }
}
