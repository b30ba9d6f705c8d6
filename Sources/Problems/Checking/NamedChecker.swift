public import Core

/// A checker that DMOJ knows by name, with its settings.
public enum NamedChecker: Hashable, Sendable {
    /// Tokens and line ends are the same; how much space is between tokens, and how many empty lines, does not matter.
    case standard
    /// Every byte is the same.
    case identical
    /// Lines are the same but for space at their ends; empty ones count unless `ignoresEmptyLines`.
    case rstripped(ignoresEmptyLines: Bool)
    /// The same lines, in any order; empty ones do not count, nor how much space is between tokens.
    case sortedLines
    /// The same tokens, in any order.
    case sortedTokens
    /// Tokens of each line are the same, or numbers that are near.
    case floats(epsilon: Double, FloatMode)
    /// The same characters, as often, whatever their order and case.
    case easy
    /// Line by line; each that is right gives a part of the points.
    case lineCount
    /// Line by line, with points for each; `needsEveryLine` also of what is wrong.
    case lineMatches(points: [Double], needsEveryLine: Bool)

    /// When two numbers are near.
    public enum FloatMode: String, Hashable, Sendable {
        /// By either of the two.
        case `default`
        case absolute, relative
    }
}

extension NamedChecker {
    /// Compares `output` with `answer`, on a test that is worth `points`.
    ///
    /// - Throws: `ByteSourceFailure` when one of them cannot be read, or is too large to be compared in memory.
    public func check(
        output: any ByteSource,
        answer: any ByteSource,
        points: Double
    ) throws(ByteSourceFailure) -> CheckResult {
        if case .standard = self {
            var lines = LineComparison(output: output, answer: answer)
            return try lines.result()
        }
        let (output, answer) = (try NamedChecker.bytes(of: output), try NamedChecker.bytes(of: answer))
        var result = compare(output, answer, points)
        result.isOutputEmpty = output.allSatisfy(\.isSpace)
        return result
    }

    private static func bytes(of source: any ByteSource) throws(ByteSourceFailure) -> [UInt8] {
        guard source.byteCount <= 256 << 20 else {
            throw ByteSourceFailure("\(source.byteCount) bytes are too many for this checker")
        }
        return try source.bytes()
    }

    private func compare(_ output: [UInt8], _ answer: [UInt8], _ points: Double) -> CheckResult {
        switch self {
        case .standard, .identical:
            return NamedChecker.same(output == answer, "the output is not the same, byte by byte")
        case .rstripped(let ignoresEmptyLines):
            let own = output.dmojLines(withEmpty: !ignoresEmptyLines).map(\.withoutSpaceAtEnd)
            let right = answer.dmojLines(withEmpty: !ignoresEmptyLines).map(\.withoutSpaceAtEnd)
            return NamedChecker.sameLines(own, right)
        case .sortedLines:
            let own = output.dmojLines().map(\.tokens).sorted { $0.precedes($1) }
            let right = answer.dmojLines().map(\.tokens).sorted { $0.precedes($1) }
            return NamedChecker.same(own == right, "the lines are not the same ones")
        case .sortedTokens:
            let own = output[...].tokens.sorted { $0.lexicographicallyPrecedes($1) }
            let right = answer[...].tokens.sorted { $0.lexicographicallyPrecedes($1) }
            return NamedChecker.same(own == right, "the words are not the same ones")
        case .floats(let epsilon, let mode):
            return NamedChecker.near(output.dmojLines(), answer.dmojLines(), epsilon, mode)
        case .easy:
            func counts(_ bytes: [UInt8]) -> [UInt8: Int] {
                bytes.reduce(into: [:]) { if !$1.isSpace { $0[$1.folded, default: 0] += 1 } }
            }
            return NamedChecker.same(counts(output) == counts(answer), "the characters are not the same ones")
        case .lineCount: return NamedChecker.counted(output.dmojLines(), answer.dmojLines(), points)
        case .lineMatches(let shares, let needsEveryLine):
            return NamedChecker.matched(output.dmojLines(), answer.dmojLines(), shares, needsEveryLine, points)
        }
    }

    private static func same(_ isSame: Bool, _ why: String) -> CheckResult {
        CheckResult(accepted: isSame, judgeMessage: isSame ? "" : why)
    }

    private static func sameLines(_ own: [ArraySlice<UInt8>], _ right: [ArraySlice<UInt8>]) -> CheckResult {
        guard own.count == right.count else {
            return same(false, "the output has \(own.count) lines, and the answer \(right.count)")
        }
        guard let place = own.indices.first(where: { own[$0] != right[$0] }) else { return same(true, "") }
        return same(false, "line \(place + 1) differs")
    }

    private static func near(
        _ own: [ArraySlice<UInt8>],
        _ right: [ArraySlice<UInt8>],
        _ epsilon: Double,
        _ mode: FloatMode
    ) -> CheckResult {
        guard own.count == right.count else {
            return same(false, "the output has \(own.count) lines, and the answer \(right.count)")
        }
        for (place, lines) in zip(own, right).enumerated() {
            let (tokens, wanted) = (lines.0.tokens, lines.1.tokens)
            let isRight =
                tokens.count == wanted.count
                && zip(tokens, wanted).allSatisfy { token, wanted in
                    guard let number = wanted.pythonFloat else { return token == wanted }
                    return token.pythonFloat.map { isNear($0, number, epsilon, mode) } ?? false
                }
            if !isRight { return same(false, "line \(place + 1) of those that are not empty differs") }
        }
        return same(true, "")
    }

    private static func isNear(_ own: Double, _ right: Double, _ epsilon: Double, _ mode: FloatMode) -> Bool {
        let isClose = (own - right).magnitude <= epsilon
        switch mode {
        case .absolute: return isClose
        case .relative:
            let bounds = [right * (1 - epsilon), right * (1 + epsilon)]
            return (bounds.min() ?? 0) <= own && own <= (bounds.max() ?? 0)
        case .default: return isClose || right.magnitude >= epsilon && (1 - own / right).magnitude <= epsilon
        }
    }

    private static func counted(
        _ own: [ArraySlice<UInt8>],
        _ right: [ArraySlice<UInt8>],
        _ points: Double
    ) -> CheckResult {
        guard own.count <= right.count else { return same(false, "the output has more lines than the answer") }
        guard !right.isEmpty else { return same(true, "") }
        let count = zip(own, right).count { $0.withoutSpaceAtEnds == $1.withoutSpaceAtEnds }
        var result = same(count == right.count, "\(count) of \(right.count) lines are right")
        result.score = points * Double(count) / Double(right.count)
        return result
    }

    private static func matched(
        _ own: [ArraySlice<UInt8>],
        _ right: [ArraySlice<UInt8>],
        _ shares: [Double],
        _ needsEveryLine: Bool,
        _ points: Double
    ) -> CheckResult {
        if needsEveryLine, own.count != right.count {
            return same(false, "the output has \(own.count) lines, and the answer \(right.count)")
        }
        var sum = 0.0
        for (lines, share) in zip(zip(own, right), shares) where lines.0 == lines.1 { sum += share }
        var result = same(sum > 0, "no line is right")
        result.score = points * sum / shares.reduce(0, +)
        return result
    }
}
