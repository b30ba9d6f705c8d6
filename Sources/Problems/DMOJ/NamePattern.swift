/// A regular expression as DMOJ's problems use them for file names: Python's syntax, without back references and
/// look-behind, and regardless of case.
///
/// A pattern is anybody's, so that a match takes a bounded number of steps.
struct NamePattern {
    indirect enum Node {
        case byte(UInt8)
        case any
        case set(ByteSet)
        case start, end, boundary(isInverted: Bool)
        case group(Node, capture: String?)
        case sequence([Node])
        case either([Node])
        case repeated(Node, from: Int, to: Int, isLazy: Bool)
        case ahead(Node, isInverted: Bool)
    }

    /// Bytes that one place may have.
    struct ByteSet {
        var contains = [Bool](repeating: false, count: 256)

        mutating func invert() { contains = contains.map { !$0 } }
    }

    private static let maximumSteps = 200_000
    let root: Node

    /// The named groups that took part in a match of `name` from its start; nil where there is none.
    ///
    /// - Throws: `NamePatternError` when it takes too long to tell.
    func match(_ name: String) throws(NamePatternError) -> [String: String]? {
        var matcher = Matcher(text: name.utf8.map(\.folded), left: NamePattern.maximumSteps)
        let isMatch = matcher.match(root, 0) { _, _ in true }
        guard matcher.left > 0 else { throw NamePatternError(message: "the pattern takes too long on \(name)") }
        guard isMatch else { return nil }
        let bytes = Array(name.utf8)
        return matcher.found.mapValues { String(decoding: bytes[$0], as: UTF8.self) }
    }
}

/// Why a pattern cannot be used.
struct NamePatternError: Error {
    let message: String
}

// MARK: - Matching

/// One attempt, by going back where it fails.
private struct Matcher {
    let text: [UInt8]
    var left: Int
    var captures: [String: Range<Int>] = [:]
    var found: [String: Range<Int>] = [:]

    init(text: [UInt8], left: Int) {
        self.text = text
        self.left = left
    }

    /// Whether `node` matches at `place` and `next` then agrees.
    mutating func match(_ node: NamePattern.Node, _ place: Int, _ next: (inout Matcher, Int) -> Bool) -> Bool {
        left -= 1
        guard left > 0 else { return false }
        switch node {
        case .byte(let byte): return place < text.count && text[place] == byte && go(next, place + 1)
        case .any: return place < text.count && text[place] != UInt8(ascii: "\n") && go(next, place + 1)
        case .set(let set): return place < text.count && set.contains[Int(text[place])] && go(next, place + 1)
        case .start: return place == 0 && go(next, place)
        case .end: return place == text.count && go(next, place)
        case .boundary(let isInverted): return (isWord(place - 1) != isWord(place)) != isInverted && go(next, place)
        case .sequence(let nodes): return sequence(nodes[...], place, next)
        case .either(let nodes):
            for node in nodes where match(node, place, next) { return true }
            return false
        case .group(let inner, let name):
            return match(inner, place) { matcher, end in
                guard let name else { return next(&matcher, end) }
                let old = matcher.captures[name]
                matcher.captures[name] = place..<end
                if next(&matcher, end) { return true }
                matcher.captures[name] = old
                return false
            }
        case .ahead(let inner, let isInverted):
            let isMatch = match(inner, place) { _, _ in true }
            return isMatch != isInverted && left > 0 && go(next, place)
        case .repeated(let inner, let from, let to, let isLazy):
            return repeated(inner, from, to, isLazy, place, next)
        }
    }

    private mutating func go(_ next: (inout Matcher, Int) -> Bool, _ place: Int) -> Bool {
        guard next(&self, place) else { return false }
        // What comes back from here is the match as a whole, innermost first.
        if found.isEmpty { found = captures }
        return true
    }

    private mutating func sequence(
        _ nodes: ArraySlice<NamePattern.Node>,
        _ place: Int,
        _ next: (inout Matcher, Int) -> Bool
    ) -> Bool {
        guard let first = nodes.first else { return go(next, place) }
        return match(first, place) { matcher, end in matcher.sequence(nodes.dropFirst(), end, next) }
    }

    private mutating func repeated(
        _ inner: NamePattern.Node,
        _ from: Int,
        _ to: Int,
        _ isLazy: Bool,
        _ place: Int,
        _ next: (inout Matcher, Int) -> Bool
    ) -> Bool {
        if isLazy, from == 0, go(next, place) { return true }
        if to > 0 {
            let isMatch = match(inner, place) { matcher, end in
                // What takes nothing could go on for ever.
                guard end > place || from > 0 else { return false }
                return matcher.repeated(inner, max(0, from - 1), to - 1, isLazy, end, next)
            }
            if isMatch { return true }
        }
        return !isLazy && from == 0 && go(next, place)
    }

    private func isWord(_ place: Int) -> Bool { text.indices.contains(place) && text[place].isWordByte }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }

    /// A letter, a digit, an underscore, or part of a character that is not ASCII.
    var isWordByte: Bool { isDigit || (0x61...0x7A).contains(folded) || self == 0x5F || self >= 0x80 }
}
