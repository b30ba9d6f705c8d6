import Core
import Problems
import Testing

/// The grammar of numbers, seen from outside: a tolerance applies only where the answer is a number.
@Suite struct FloatTokenTests {
    private func message(output: String, answer: String) throws -> String {
        let validator = try StandardValidator(arguments: ["float_tolerance", "0.5"])
        let result = try validator.check(output: MemoryBytes(output), answer: MemoryBytes(answer))
        return result.accepted
            ? "accepted" : result.judgeMessage.split(separator: "\n").dropFirst().joined(separator: "|")
    }

    @Test(arguments: [
        "1", "+1", "-1", "1.", ".5", "0.5", "1.5", "-1.5", "+.5", "1e0", "1E0", "1.e0", ".5e+0", "1.5E-0", "007",
        "00.00",
        "1e-400", "0e99999999999999999999", "1e-99999999999999999999999",
    ])
    func `takes every number of the grammar`(text: String) throws {
        // A number compared with a word that is none must say so.
        #expect(try message(output: "x", answer: text) == "Expected float, got: x")
        #expect(try message(output: text + "000e", answer: "1").hasPrefix("Expected float, got:"))
    }

    @Test(arguments: [
        "", "+", "-", ".", "+.", "e", "e5", ".e5", "1e", "1e+", "1.5e-", "1e5.", "1e5e5", "1.2.3", "--1", "+-1", "1-",
        "1+1",
        "0x10", "0x1p3", "inf", "-inf", "infinity", "nan", "NaN", "1,5", "1_000", "1f", "1d", "٣", "1\u{0}",
    ])
    func `takes nothing else for a number`(text: String) throws {
        #expect(try message(output: "1", answer: text + "!").contains("String tokens mismatch"))
        guard !text.isEmpty else { return }
        #expect(try message(output: "1", answer: text).contains("String tokens mismatch"))
        #expect(try message(output: text, answer: "1").contains("Expected float, got:"))
    }

    @Test(arguments: [
        ("1e0", "1"), ("100e-2", "1"), ("0.001e3", "1"), (".000000000000000000000000000000000001e36", "1"),
        ("1000000000000000000000000000000000000e-36", "1"), ("0", "-0"), ("0.0", "0e5"), ("-1", "-1.000"), ("+7", "7"),
        ("9007199254740993", "9007199254740993.0"),
        ("123456789012345678901234567890", "123456789012345678901234567890.0"),
        ("1e-400", "0"), ("1.50000000000000000000000000000000000000001", "1.5"),
    ])
    func `reads numbers exactly`(first: String, second: String) throws {
        let exact = try StandardValidator(arguments: ["float_tolerance", "0"])
        for (output, answer) in [(first, second), (second, first)] {
            let result = try exact.check(output: MemoryBytes(output), answer: MemoryBytes(answer))
            #expect(result.accepted, "\(output) \(answer) \(result.judgeMessage)")
        }
    }

    @Test func `reads digits far beyond what a Double holds`() throws {
        let exact = try StandardValidator(arguments: ["float_tolerance", "0"])
        let zeros = String(repeating: "0", count: 200_000)
        let pairs = [
            ("0.\(zeros)1e200001", "1"), ("1\(zeros)e-200000", "1"), ("\(zeros)42", "42"), ("42.\(zeros)", "42"),
            // Half-way between two doubles, and a last digit that decides.
            ("9007199254740993.\(zeros)1", "9007199254740994"), ("9007199254740993.\(zeros)0", "9007199254740992"),
        ]
        for (output, answer) in pairs {
            #expect(try exact.check(output: MemoryBytes(output), answer: MemoryBytes(answer)).accepted)
        }
    }

    @Test func `finds numbers beyond all bounds near nothing but themselves`() throws {
        let relative = try StandardValidator(arguments: ["float_relative_tolerance", "0.1"])
        for (output, answer, isRight) in [("5", "1e999", false), ("1e999", "5", false), ("1e999", "1e999", true)] {
            #expect(try relative.check(output: MemoryBytes(output), answer: MemoryBytes(answer)).accepted == isRight)
        }
    }
}
