/// The tag by which a source states the score that it gets, as DOMjudge has it: `@EXPECTED_SCORE@: 40`.
struct ScoreTag {
    /// What stands there; empty where nothing does that could be a number.
    let text: String
    let line: Int

    /// The first such tag in a source; nil where there is none.
    init?(in source: [UInt8]) {
        guard let start = source.firstRange(of: Array("@EXPECTED_SCORE@:".utf8)) else { return nil }
        let rest = source[start.upperBound...].prefix(512).drop { $0 == 0x20 || $0 == 0x09 }
        // A comment may end behind it, in whatever way its language has.
        var word = rest.prefix { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
        while word.last == UInt8(ascii: "-") { word.removeLast() }
        text = String(decoding: word, as: UTF8.self)
        line = source[..<start.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
    }

    /// The score; nil for what is no number.
    var score: Double? { Double(token: text.utf8).flatMap { $0.isFinite ? $0 : nil } }
}
