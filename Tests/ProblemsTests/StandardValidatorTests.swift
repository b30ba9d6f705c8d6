import Core
import Problems
import Testing

@Suite struct StandardValidatorTests {
    private func accepts(_ output: String, _ answer: String, _ arguments: String) throws -> Bool {
        let validator = try StandardValidator(arguments: arguments.split(separator: " ").map(String.init))
        return try validator.check(output: MemoryBytes(output), answer: MemoryBytes(answer)).accepted
    }

    @Test(arguments: [
        ("", "", true), ("", " \n", true), ("\n\n", "", true), ("a", "a", true), ("a\n", "a", true),
        ("a", "a\n\n", true),
        ("  a \t b\r\n", "a b", true), ("a\u{B}b\u{C}c", "a b c", true), ("A b", "a B", true), ("É", "é", false),
        ("a", "b", false), ("ab", "a", false), ("a", "ab", false), ("a b", "ab", false), ("ab", "a b", false),
        ("a", "", false), ("", "a", false), ("a b", "a", false), ("a", "a b", false), ("1.0", "1", false),
        ("a\u{A0}b", "a b", false), ("[", "{", false), ("@", "`", false), ("a\u{0}", "a", false), ("\u{0}", "", false),
    ])
    func `compares tokens whatever is between them`(output: String, answer: String, expected: Bool) throws {
        #expect(try accepts(output, answer, "") == expected)
    }

    @Test(arguments: [("A", "a", false), ("a", "a", true), ("Yes", "YES", false), ("1E3", "1e3", false)])
    func `tells capitals apart when asked to`(output: String, answer: String, expected: Bool) throws {
        #expect(try accepts(output, answer, "case_sensitive") == expected)
    }

    @Test(arguments: [
        ("a b\n", "a b\n", true), ("", "", true), ("\n", "\n", true), ("a b", "a b\n", false), ("a b\n", "a b", false),
        ("a  b\n", "a b\n", false), ("a b\n", "a  b\n", false), (" a\n", "a\n", false), ("a\n", " a\n", false),
        ("a\tb", "a b", false), ("a\r\n", "a\n", false), ("a\n\n", "a\n", false), ("a \n", "a\n", false),
        ("", "\n", false),
        ("\n", "", false), ("A b\n", "a B\n", true), ("ab", "a b", false), ("a b", "ab", false), ("a b", "a c", false),
    ])
    func `compares every whitespace byte when asked to`(output: String, answer: String, expected: Bool) throws {
        #expect(try accepts(output, answer, "space_change_sensitive") == expected)
    }

    @Test(arguments: [
        ("1.5", "1", "float_absolute_tolerance 0.5", true), ("1.51", "1", "float_absolute_tolerance 0.5", false),
        ("0.5", "1", "float_absolute_tolerance .5", true), ("110", "100", "float_relative_tolerance 1e-1", true),
        ("111", "100", "float_relative_tolerance 1e-1", false), ("-90", "-100", "float_relative_tolerance 0.1", true),
        // A relative tolerance is of the answer, not of the output.
        ("100", "110", "float_relative_tolerance 0.1", true), ("110", "99", "float_relative_tolerance 0.1", false),
        ("0.1", "0", "float_relative_tolerance 0.5", false), ("0", "0.0", "float_relative_tolerance 0.5", true),
        ("0.1", "0", "float_tolerance 0.5", true), ("1000.4", "1000", "float_tolerance 1e-3", true),
        ("1000.4", "1000", "float_absolute_tolerance 1e-3", false),
        ("101", "100", "float_relative_tolerance 0.1 float_absolute_tolerance 0", true),
        ("101", "100", "float_relative_tolerance 0 float_absolute_tolerance 1", true),
        ("1.0000000001", "1", "float_tolerance 0", false), ("1.0", "1", "float_tolerance 0", true),
        ("x", "1", "float_tolerance 1", false), ("1", "x", "float_tolerance 1", false),
        ("X", "x", "float_tolerance 1", true),
        ("X", "x", "float_tolerance 1 case_sensitive", false), ("nan", "nan", "float_tolerance 1", true),
        ("1 2", "1.1 2.1", "float_tolerance 0.2", true),
        ("1  2", "1 2", "float_tolerance 1 space_change_sensitive", false),
        ("1.1 2\n", "1 2\n", "float_tolerance 1 space_change_sensitive", true),
        ("1 2 3", "1 2", "float_tolerance 9", false),
    ])
    func `compares numbers within tolerances`(output: String, answer: String, arguments: String, expected: Bool) throws
    {
        #expect(try accepts(output, answer, arguments) == expected)
    }

    @Test(arguments: [("", true), (" \n\t", true), ("x", false), ("\n x", false)])
    func `tells an output of nothing but whitespace`(output: String, isEmpty: Bool) throws {
        for arguments in [[], ["space_change_sensitive"], ["float_tolerance", "1"]] {
            let result = try StandardValidator(arguments: arguments)
                .check(output: MemoryBytes(output), answer: MemoryBytes("  y"))
            #expect(!result.accepted)
            #expect(result.isOutputEmpty == isEmpty)
        }
    }
}
