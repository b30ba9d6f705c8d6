extension JSONText {
    /// The value that `text` is; nil when it is none, or has what a stored request never has.
    init?(parsing text: String) {
        var reader = Reader(bytes: Array(text.utf8))
        guard let value = reader.value(depth: 0) else { return nil }
        reader.skipSpace()
        guard reader.isAtEnd else { return nil }
        self = value
    }

    private struct Reader {
        let bytes: [UInt8]
        var place = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        var isAtEnd: Bool { place == bytes.count }
        var next: UInt8? { place < bytes.count ? bytes[place] : nil }

        mutating func skipSpace() {
            while let byte = next, byte == 32 || (9...10).contains(byte) || byte == 13 { place += 1 }
        }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard next == UInt8(ascii: character) else { return false }
            place += 1
            return true
        }

        mutating func take(word: String) -> Bool {
            guard bytes[place...].starts(with: word.utf8) else { return false }
            place += word.utf8.count
            return true
        }

        mutating func value(depth: Int) -> JSONText? {
            // What is stored is three levels deep; a damaged text must not end us.
            guard depth < 16 else { return nil }
            skipSpace()
            switch next {
            case UInt8(ascii: "{"): return object(depth: depth)
            case UInt8(ascii: "["): return list(depth: depth)
            case UInt8(ascii: "\""): return string().map(JSONText.text)
            case UInt8(ascii: "t"): return take(word: "true") ? .flag(true) : nil
            case UInt8(ascii: "f"): return take(word: "false") ? .flag(false) : nil
            default: return number()
            }
        }

        mutating func number() -> JSONText? {
            let start = place
            while let byte = next, byte == UInt8(ascii: "-") || (48...57).contains(byte) { place += 1 }
            return Int(String(decoding: bytes[start..<place], as: UTF8.self)).map(JSONText.number)
        }

        mutating func list(depth: Int) -> JSONText? {
            var items: [JSONText] = []
            place += 1
            skipSpace()
            if take("]") { return .list([]) }
            repeat {
                guard let item = value(depth: depth + 1) else { return nil }
                items.append(item)
                skipSpace()
            } while take(",")
            return take("]") ? .list(items) : nil
        }

        mutating func object(depth: Int) -> JSONText? {
            var members: [(String, JSONText)] = []
            place += 1
            skipSpace()
            if take("}") { return .object([]) }
            repeat {
                skipSpace()
                guard let name = string() else { return nil }
                skipSpace()
                guard take(":"), let item = value(depth: depth + 1) else { return nil }
                members.append((name, item))
                skipSpace()
            } while take(",")
            return take("}") ? .object(members) : nil
        }

        mutating func string() -> String? {
            guard take("\"") else { return nil }
            var result: [UInt8] = []
            while let byte = next {
                place += 1
                switch byte {
                case UInt8(ascii: "\""): return String(validating: result, as: UTF8.self)
                case UInt8(ascii: "\\"):
                    guard let escaped = escape() else { return nil }
                    result += Array(String(escaped).utf8)
                default: result.append(byte)
                }
            }
            return nil
        }

        mutating func escape() -> Unicode.Scalar? {
            guard let byte = next else { return nil }
            place += 1
            switch byte {
            case UInt8(ascii: "n"): return "\n"
            case UInt8(ascii: "t"): return "\t"
            case UInt8(ascii: "r"): return "\r"
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
            case UInt8(ascii: "u"):
                guard place + 4 <= bytes.count else { return nil }
                let digits = String(decoding: bytes[place..<place + 4], as: UTF8.self)
                place += 4
                return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
            default: return nil
            }
        }
    }
}
