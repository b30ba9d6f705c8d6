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
        ("1 3\n", "1 2\n", "", 1, 1, "String tokens mismatch\nJudge: \"2\"\nUser: \"3\""),
        ("1\n\n\n3", "1\n2", "", 4, 2, "String tokens mismatch\nJudge: \"2\"\nUser: \"3\""),
        ("", "1\n", "", 1, 1, "User EOF while judge had more output; user output was empty.\n(Next judge token: 1)"),
        (
            " \n", "1\n", "", 2, 1,
            "User EOF while judge had more output; user output contained only whitespace.\n(Next judge token: 1)"
        ),
        ("1\n", "1\n2\n", "", 2, 2, "User EOF while judge had more output\n(Next judge token: 2)"),
        ("1\n2\n3\n", "1\n2\n", "", 3, 3, "Trailing output:\n3"),
        ("x", "1.5", "float_tolerance 1", 1, 1, "Expected float, got: x"),
        (
            "4", "1.6", "float_tolerance 1", 1, 1,
            """
            Too large difference.
             Judge: 1.6
             User:  4
             Absolute error: 2.400000e+00 (abs tolerance 1.000000e+00)
             Relative error: 1.500000e+00 (rel tolerance 1.000000e+00)
            """
        ),
        (
            "-3e-300", "0", "float_relative_tolerance 1e-9", 1, 1,
            """
            Too large difference.
             Judge: 0
             User:  -3e-300
             Absolute error: 3.000000e-300 (abs tolerance -1.000000e+00)
             Relative error: undefined, judge value is 0 (rel tolerance 1.000000e-09)
            """
        ),
        (
            "0", "9999999.96", "float_absolute_tolerance 123456.75", 1, 1,
            """
            Too large difference.
             Judge: 9999999.96
             User:  0
             Absolute error: 1.000000e+07 (abs tolerance 1.234568e+05)
             Relative error: 1.000000e+00 (rel tolerance -1.000000e+00)
            """
        ),
        ("a\tb", "a b", "space_change_sensitive", 1, 1, "Space change error: got 9 expected 32"),
        ("a", "a\n", "space_change_sensitive", 1, 1, "Space change error: got -1 expected 10"),
        ("a x", "a\nx", "space_change_sensitive", 1, 1, "Space change error: got 32 expected 10"),
        ("ab", "a b", "space_change_sensitive", 1, 1, "String tokens mismatch\nJudge: \"a\"\nUser: \"ab\""),
        (" a", "a", "space_change_sensitive", 1, 1, "Space change error: judge out of space, got 32 from user"),
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

    @Test(arguments: [
        // 15 bytes of what is alike, and 15 from the difference on; 20 are shown whole.
        (
            "abcdefghijklmnopqrstuvwxyz2234567890abcdefghij", "abcdefghijklmnopqrstuvwxyz1234567890abcdefghij",
            "abcdefghijklmno...2234567890abcdefghij", "abcdefghijklmno...1234567890abcdefghij"
        ),
        ("abcdefghijklmnopqrstA", "abcdefghijklmnopqrstB", "abcdefghijklmnopqrstA", "abcdefghijklmnopqrstB"),
        ("abcdefghijklmnopqrstuA", "abcdefghijklmnopqrstuB", "abcdefghijklmno...A", "abcdefghijklmno...B"),
        ("A2345678901234567890", "B23456789012345678901", "A2345678901234567890", "B23456789012345..."),
        (
            "abcdefghijklmnopqrstuvwxyzA12345678901234567890", "abcdefghijklmnopqrstuvwxyzB12345678901234567890",
            "abcdefghijklmno...A12345678901234...", "abcdefghijklmno...B12345678901234..."
        ),
        // Without regard to case the first unlike byte counts all the same.
        ("Abcdefghijklmnopqrstuvx", "abcdefghijklmnopqrstuvw", "Abcdefghijklmno...", "abcdefghijklmno..."),
        // A character is not cut in two.
        ("ééééééééééééé1", "ééééééééééééé2", "éééééééé...1", "éééééééé...2"),
        ("aé", "aè", "aé", "aè"),
    ])
    func `shows 15 bytes before and after the difference in long tokens`(
        output: String,
        answer: String,
        shownOutput: String,
        shownAnswer: String
    ) throws {
        let expected = "String tokens mismatch\nJudge: \"\(shownAnswer)\"\nUser: \"\(shownOutput)\""
        #expect(try message(output, answer) == place(1, 1) + expected)
        #expect(try message(output, answer, "float_tolerance 1") == place(1, 1) + expected)
    }

    @Test func `shows tokens of 35 bytes whole and the first 30 of longer ones`() throws {
        let thirty = String(repeating: "0123456789", count: 3)
        #expect(try message(thirty + "abcde", "") == place(1, 1) + "Trailing output:\n" + thirty + "abcde")
        #expect(try message(thirty + "abcdef", "") == place(1, 1) + "Trailing output:\n" + thirty + "...")
        #expect(
            try message("x" + thirty + "é12345", "") == place(1, 1) + "Trailing output:\nx" + thirty.dropLast() + "..."
        )
        #expect(
            try message(thirty.dropLast() + "é12345", "") == place(1, 1) + "Trailing output:\n" + thirty.dropLast()
                + "é..."
        )
    }

    @Test func `keeps control bytes and broken UTF-8 out of messages`() throws {
        let result = try StandardValidator().check(
            output: MemoryBytes([0x1B, 0x5B, 0xFF, 0x00]),
            answer: MemoryBytes("x")
        )
        #expect(
            result.judgeMessage == place(1, 1)
                + "String tokens mismatch\nJudge: \"x\"\nUser: \"\\u{1B}[\u{FFFD}\\0\""
        )
    }
}
