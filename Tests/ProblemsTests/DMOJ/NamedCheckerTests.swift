import Core
import Problems
import Testing

/// What DMOJ's checkers accept, and what they give for it.
@Suite struct NamedCheckerTests {
    struct Row: Sendable {
        let checker: NamedChecker
        let output: String
        let answer: String
        let isRight: Bool
        var score: Double?

        init(_ checker: NamedChecker, _ output: String, _ answer: String, _ isRight: Bool, _ score: Double? = nil) {
            (self.checker, self.output, self.answer, self.isRight, self.score) = (
                checker, output, answer, isRight, score
            )
        }
    }

    private static let floats = NamedChecker.floats(epsilon: 1e-3, .default)
    private static let absolute = NamedChecker.floats(epsilon: 1e-3, .absolute)
    private static let relative = NamedChecker.floats(epsilon: 1e-3, .relative)

    private static let rows: [Row] = [
        Row(.standard, "1 2\n3\n", "1 2\n3\n", true),
        Row(.standard, "\n\n 1   2 \n\n\n3", "1 2\n3\n", true),
        Row(.standard, "1\t2\r\n3", "1 2\n3\n", true),
        Row(.standard, "1 2 3\n", "1 2\n3\n", false),
        Row(.standard, "1\n2\n3\n", "1 2\n3\n", false),
        Row(.standard, "1 2\n", "1 2\n3\n", false),
        Row(.standard, "1 2\n3 4\n", "1 2\n3\n", false),
        Row(.standard, "ab\n", "a\n", false),
        Row(.standard, "a\n", "ab\n", false),
        Row(.standard, "A\n", "a\n", false),
        Row(.standard, "", "", true),
        Row(.standard, " \n", "", true),
        Row(.standard, "", "a", false),
        Row(.identical, "1 2\n", "1 2\n", true),
        Row(.identical, "1 2", "1 2\n", false),
        Row(.rstripped(ignoresEmptyLines: false), "a  \nb\n", "a\nb\n", true),
        Row(.rstripped(ignoresEmptyLines: false), "a\n\nb\n", "a\nb\n", false),
        Row(.rstripped(ignoresEmptyLines: true), "a\n\nb\n", "a\nb\n", true),
        Row(.rstripped(ignoresEmptyLines: false), " a\nb\n", "a\nb\n", false),
        Row(.sortedLines, "b  c\na\n", "a\n\nb c\n", true),
        Row(.sortedLines, "c b\na\n", "a\nb c\n", false),
        Row(.sortedLines, "a\na\n", "a\n", false),
        Row(.sortedTokens, "c b a", "a\nb c\n", true),
        Row(.sortedTokens, "c b b", "a\nb c\n", false),
        Row(floats, "x 1.0005\n2000.5\n", "x 1\n2001\n", true),
        Row(floats, "x 1.002\n", "x 1\n", false),
        Row(floats, "y 1\n", "x 1\n", false),
        Row(floats, "nan\n", "nan\n", false),
        Row(floats, "1 2\n", "1\n2\n", false),
        Row(floats, "0x1\n", "1\n", false),
        Row(floats, "word\n", "1\n", false),
        Row(absolute, "2000.5\n", "2001\n", false),
        Row(absolute, "0.0009\n", "0\n", true),
        Row(relative, "0.0009\n", "0\n", false),
        Row(relative, "-1.0009\n", "-1\n", true),
        Row(.easy, "C a B", "abc", true),
        Row(.easy, "aab", "abb", false),
        Row(.lineCount, "a\n b \nc\n", "a\nb\nc\n", true, 10),
        Row(.lineCount, "a\nx\n", "a\nb\nc\nd\n", false, 2.5),
        Row(.lineCount, "a\nb\n", "a\n", false),
        Row(.lineCount, "", "", true),
        Row(.lineMatches(points: [1, 3], needsEveryLine: true), "x\nb\n", "a\nb\n", true, 7.5),
        Row(.lineMatches(points: [1, 3], needsEveryLine: true), "a\n", "a\nb\n", false),
        Row(.lineMatches(points: [1, 3], needsEveryLine: false), "a\n", "a\nb\n", true, 2.5),
        Row(.lineMatches(points: [1, 3], needsEveryLine: true), "x\ny\n", "a\nb\n", false, 0),
    ]

    @Test(arguments: rows.indices)
    func `a checker accepts what DMOJ's does`(_ index: Int) throws {
        let row = Self.rows[index]
        let result = try row.checker.check(
            output: MemoryBytes(row.output),
            answer: MemoryBytes(row.answer),
            points: 10
        )
        #expect(result.accepted == row.isRight)
        #expect(result.score == row.score)
        #expect(result.judgeMessage.isEmpty == row.isRight)
        #expect(result.isOutputEmpty == row.output.allSatisfy(\.isWhitespace))
    }
}
