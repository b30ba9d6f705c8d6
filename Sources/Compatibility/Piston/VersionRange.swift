/// Versions that a client is content with: the ranges of npm's semver, as in `3.x`, `^3.10`, `>=3.9 <4 || 2.7.*`, `*`.
struct VersionRange: Hashable, Sendable {
    /// From a version to before another; nil: without an end.
    private struct Span: Hashable, Sendable {
        var from = SemanticVersion(0, 0, 0)
        var to: SemanticVersion?

        func contains(_ version: SemanticVersion) -> Bool { version >= from && to.map { version < $0 } ?? true }
    }

    /// One of these has to hold, each wholly.
    private let choices: [[Span]]

    /// The range written `text`; nil when it is none.
    init?(_ text: String) {
        var choices: [[Span]] = []
        for choice in VersionRange.parts(of: text, separator: "||") {
            guard let spans = VersionRange.spans(choice) else { return nil }
            choices.append(spans)
        }
        guard !choices.isEmpty else { return nil }
        self.choices = choices
    }

    func contains(_ version: SemanticVersion) -> Bool {
        choices.contains { $0.allSatisfy { $0.contains(version) } }
    }

    private static func parts(of text: String, separator: String) -> [Substring] {
        var parts: [Substring] = []
        var rest = text[...]
        while let place = rest.firstRange(of: separator) {
            parts.append(rest[..<place.lowerBound])
            rest = rest[place.upperBound...]
        }
        return parts + [rest]
    }

    private static func spans(_ text: Substring) -> [Span]? {
        var words = text.split(whereSeparator: \.isWhitespace)
        if words.count == 3, words[1] == "-" {
            guard let low = Partial(words[0]), let high = Partial(words[2]) else { return nil }
            return [Span(from: low.least, to: high.next)]
        }
        // A comparison may stand apart from its version.
        while let place = words.indices.dropLast().first(where: { words[$0].allSatisfy { "<>=~^".contains($0) } }) {
            let joined = String(words[place]) + words[place + 1]
            words.replaceSubrange(place...place + 1, with: [joined[...]])
        }
        var spans: [Span] = []
        for word in words.isEmpty ? ["*"] : words {
            guard let span = span(word) else { return nil }
            spans.append(span)
        }
        return spans
    }

    private static func span(_ word: Substring) -> Span? {
        let sign = word.prefix { "<>=~^".contains($0) }
        guard let partial = Partial(word.dropFirst(sign.count)) else { return nil }
        switch sign {
        case "", "=", "==": return Span(from: partial.least, to: partial.next)
        case ">=": return Span(from: partial.least)
        case ">": return partial.next.map { Span(from: $0) }
        case "<": return Span(to: partial.least)
        case "<=": return Span(to: partial.next)
        case "~", "~>": return Span(from: partial.least, to: partial.nextMinor)
        case "^": return Span(from: partial.least, to: partial.nextBreaking)
        default: return nil
        }
    }

    /// A version of which less than three numbers may be said.
    private struct Partial {
        let numbers: [Int]

        init?(_ text: Substring) {
            let text = text.drop { $0 == "v" }
            var numbers: [Int] = []
            // What is behind a hyphen sets releases before a release apart, of which there are none here.
            let plain = text.prefix { $0 != "-" && $0 != "+" }
            for part in plain.split(separator: ".", omittingEmptySubsequences: false) {
                if part == "*" || part == "x" || part == "X" || (part.isEmpty && plain.isEmpty) { break }
                guard let number = Int(part), number >= 0, number < 1 << 40 else { return nil }
                numbers.append(number)
            }
            guard numbers.count <= 3 else { return nil }
            self.numbers = numbers
        }

        var least: SemanticVersion { at(0, plus: 0) }

        /// The first version beyond all that this one means; nil: it means all.
        var next: SemanticVersion? { numbers.isEmpty ? nil : raised(numbers.count - 1) }

        var nextMinor: SemanticVersion? { numbers.isEmpty ? nil : raised(min(1, numbers.count - 1)) }

        var nextBreaking: SemanticVersion? {
            guard !numbers.isEmpty else { return nil }
            return raised(numbers.firstIndex { $0 != 0 } ?? numbers.count - 1)
        }

        private func raised(_ place: Int) -> SemanticVersion { at(place + 1, plus: 1) }

        /// The first `count` numbers (0: all), the last of them raised by `plus`.
        private func at(_ count: Int, plus: Int) -> SemanticVersion {
            var kept = count == 0 ? numbers : Array(numbers.prefix(count))
            if plus > 0, !kept.isEmpty { kept[kept.count - 1] += plus }
            kept += Array(repeating: 0, count: 3 - kept.count)
            return SemanticVersion(kept[0], kept[1], kept[2])
        }
    }
}
