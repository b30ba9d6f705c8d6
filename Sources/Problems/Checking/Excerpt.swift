internal import Core

/// A token as messages show it: whole when it is short, else a part of it.
enum Excerpt {
    private static let length = 30

    /// The token that starts at `start`: from its start, or around its byte `difference`, counted from there.
    static func token(
        in source: any ByteSource,
        at start: Int,
        around difference: Int? = nil
    ) throws(ByteSourceFailure) -> String {
        let head = try token(in: source, from: start)
        guard head.count > length else { return text(head) }
        let first = max(0, (difference ?? 0) - length / 2)
        let part = try token(in: source, from: start + first)
        return (first > 0 ? "..." : "") + text(part.prefix(length)) + (part.count > length ? "..." : "")
    }

    /// The bytes of the token from an offset on, one more than is shown.
    private static func token(
        in source: any ByteSource,
        from offset: Int
    ) throws(ByteSourceFailure) -> ArraySlice<UInt8> {
        try source.read(from: offset, upTo: length + 1).prefix { !$0.isSpace }
    }

    /// The bytes as text that cannot disturb a terminal or a log.
    static func text(_ bytes: some Collection<UInt8>) -> String {
        var result = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0: result += scalar.escaped(asASCII: true)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
