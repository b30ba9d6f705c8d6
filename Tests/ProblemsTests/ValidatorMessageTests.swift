import Core
import Problems
import Testing

@Suite struct ValidatorMessageTests {
    private func message(_ output: String, _ answer: String, _ arguments: String = "") throws -> String {
        let validator = try StandardValidator(arguments: arguments.split(separator: " ").map(String.init))
        return try validator.check(output: MemoryBytes(output), answer: MemoryBytes(answer)).judgeMessage
    }

    private func place(_ line: Int, _ answerLine: Int) -> String {
        "Wrong answer on line \(line) of output (corresponding to line \(answerLine) in answer file)\n"
    }

    @Test(arguments: [
        ("1 3\n", "1 2\n", "", 1, 1, "String tokens mismatch\nJudge: \"2\"\nTeam: \"3\""),
        ("1\n\n\n3", "1\n2", "", 4, 2, "String tokens mismatch\nJudge: \"2\"\nTeam: \"3\""),
        ("", "1\n", "", 1, 1, "User EOF while judge had more output\nNext judge token: 1"),
        ("1\n", "1\n2\n", "", 2, 2, "User EOF while judge had more output\nNext judge token: 2"),
        ("1\n2\n3\n", "1\n2\n", "", 3, 3, "Trailing output:\n3"),
        ("x", "1.5", "float_tolerance 1", 1, 1, "Expected float, got: x"),
        ("4", "1.5", "float_tolerance 1", 1, 1, "Too large difference.\nJudge: 1.5\nTeam: 4\nDifference: 2.5"),
        ("a\tb", "a b", "space_change_sensitive", 1, 1, "Whitespace mismatch\nJudge: space\nTeam: tab"),
        ("a", "a\n", "space_change_sensitive", 1, 1, "Whitespace mismatch\nJudge: newline\nTeam: end of file"),
        ("ab", "a b", "space_change_sensitive", 1, 1, "String tokens mismatch\nJudge: \"a\"\nTeam: \"ab\""),
        (" a", "a", "space_change_sensitive", 1, 1, "Whitespace mismatch\nJudge: a token\nTeam: space"),
    ])
    func `says where and how they differ`(
        output: String,
        answer: String,
        arguments: String,
        line: Int,
        answerLine: Int,
        detail: String
    ) throws {
        #expect(try message(output, answer, arguments) == place(line, answerLine) + detail)
    }

    @Test func `says nothing of what is right`() throws {
        #expect(try message("1", "1") == "")
    }

    @Test func `shows 15 bytes on each side of the difference in long tokens`() throws {
        let head = "abcdefghijklmnopqrstuvwxyz"
        let expected = "Judge: \"...lmnopqrstuvwxyz1234567890abcde...\"\nTeam: \"...lmnopqrstuvwxyz2234567890abcde...\""
        let answer = head + "1234567890abcdefghij"
        let output = head + "2234567890abcdefghij"
        #expect(try message(output, answer) == place(1, 1) + "String tokens mismatch\n" + expected)
        #expect(try message(output, answer, "float_tolerance 1") == place(1, 1) + "String tokens mismatch\n" + expected)
    }

    @Test func `shows tokens of 30 bytes whole and the start of longer ones`() throws {
        let thirty = String(repeating: "0123456789", count: 3)
        #expect(try message(thirty, "") == place(1, 1) + "Trailing output:\n" + thirty)
        #expect(try message(thirty + "x", "") == place(1, 1) + "Trailing output:\n" + thirty + "...")
        let detail = "String tokens mismatch\nJudge: \"\(thirty)\"\nTeam: \"\(thirty.dropFirst(15))x\""
        #expect(try message(thirty + "x", thirty) == place(1, 1) + detail.replacing("Team: \"", with: "Team: \"..."))
    }

    @Test func `keeps control bytes and broken UTF-8 out of messages`() throws {
        let result = try StandardValidator().check(
            output: MemoryBytes([0x1B, 0x5B, 0xFF, 0x00]),
            answer: MemoryBytes("x")
        )
        #expect(
            result.judgeMessage == place(1, 1)
                + "String tokens mismatch\nJudge: \"x\"\nTeam: \"\\u{1B}[\u{FFFD}\\0\""
        )
    }
}
