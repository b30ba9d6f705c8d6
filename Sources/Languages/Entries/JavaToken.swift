/// What a scanner needs to know of Java's tokens: names and punctuation, without comments, strings and numbers.
enum JavaToken: Equatable {
    case word(String)
    case mark(UInt8)
}

extension JavaToken {
    /// The tokens of `source`.
    static func tokens(of source: [UInt8]) -> [JavaToken] {
        var lexer = JavaLexer(source)
        var tokens: [JavaToken] = []
        while let token = lexer.next() { tokens.append(token) }
        return tokens
    }
}

/// Splits Java source into tokens; source that is not Java ends somehow, and never traps.
private struct JavaLexer {
    private let source: [UInt8]
    private var place = 0

    init(_ source: [UInt8]) { self.source = source }

    private func byte(_ offset: Int = 0) -> UInt8 {
        place + offset < source.count ? source[place + offset] : 0
    }

    mutating func next() -> JavaToken? {
        while place < source.count {
            let first = byte()
            switch first {
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
                skip { $0 == UInt8(ascii: "\n") }
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
                skipComment()
            case UInt8(ascii: "\""):
                skipString()
            case UInt8(ascii: "'"):
                skipQuoted(UInt8(ascii: "'"))
            case _ where isWordByte(first):
                let start = place
                while isWordByte(byte()) { place += 1 }
                return .word(String(decoding: source[start..<place], as: UTF8.self))
            case 0...32:
                place += 1
            default:
                place += 1
                return .mark(first)
            }
        }
        return nil
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 128...: true
        default: false
        }
    }

    private mutating func skip(until isEnd: (UInt8) -> Bool) {
        while place < source.count, !isEnd(byte()) { place += 1 }
    }

    private mutating func skipComment() {
        place += 2
        while place < source.count, !(byte() == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) { place += 1 }
        place += 2
    }

    private mutating func skipString() {
        let quote = UInt8(ascii: "\"")
        guard byte(1) == quote, byte(2) == quote else { return skipQuoted(quote) }
        place += 3
        while place < source.count, !(byte() == quote && byte(1) == quote && byte(2) == quote) {
            place += byte() == UInt8(ascii: "\\") ? 2 : 1
        }
        place += 3
    }

    /// A quoted text ends at its line's end at the latest: one that is not closed must not hide the rest.
    private mutating func skipQuoted(_ quote: UInt8) {
        place += 1
        while place < source.count, byte() != quote, byte() != UInt8(ascii: "\n") {
            place += byte() == UInt8(ascii: "\\") ? 2 : 1
        }
        place += 1
    }
}
