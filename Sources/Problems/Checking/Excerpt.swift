internal import Core

/// A token as messages show it: whole when it is short, else its start, and dots.
///
/// How much is shown, and where it is cut, is as in the messages of Kattis' tools, which people compare.
enum Excerpt {
    private static let length = 30
    /// Of a token that differs: as much of what is alike before, and as much from the difference on.
    private static let partLength = 15
    /// What is longer by this at most is not cut: the dots would be hardly shorter.
    private static let slack = 5

    /// The token that starts at `start`.
    static func token(in source: any ByteSource, at start: Int) throws(ByteSourceFailure) -> String {
        let part = shortened(try bytes(in: source, from: start, atMost: length), to: length)
        return text(part.bytes) + (part.isCut ? "..." : "")
    }

    /// The token that starts at `start`, as seen beside another one that is like it in the first `place` bytes.
    static func token(
        in source: any ByteSource,
        at start: Int,
        unlikeAt place: Int
    ) throws(ByteSourceFailure) -> String {
        let head = shortened(try bytes(in: source, from: start, atMost: partLength).prefix(place), to: partLength)
        let tail = shortened(try bytes(in: source, from: start + place, atMost: partLength), to: partLength)
        // In one piece where nothing is left out, so that a character across the border stays whole.
        if !head.isCut { return text(head.bytes + tail.bytes) + (tail.isCut ? "..." : "") }
        return text(head.bytes) + "..." + text(tail.bytes) + (tail.isCut ? "..." : "")
    }

    /// The bytes of the token from an offset on: enough to see whether there are more than `count` with what is overlooked.
    private static func bytes(
        in source: any ByteSource,
        from offset: Int,
        atMost count: Int
    ) throws(ByteSourceFailure) -> ArraySlice<UInt8> {
        try source.read(from: offset, upTo: count + slack + 1).prefix { !$0.isSpace }
    }

    /// The first `limit` bytes, and what else of a character in UTF-8 is cut there, where there are clearly more.
    private static func shortened(
        _ bytes: ArraySlice<UInt8>,
        to limit: Int
    ) -> (bytes: ArraySlice<UInt8>, isCut: Bool) {
        guard bytes.count > limit + slack else { return (bytes, false) }
        let continued = bytes.dropFirst(limit).prefix(4).prefix { $0 & 0xC0 == 0x80 }.count
        return (bytes.prefix(limit + continued), true)
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
