import Problems
import Testing

@Suite struct ValidatorArgumentTests {
    private func failure(_ arguments: String, _ format: Problem.Format = .y2025_09) -> String? {
        do throws(StandardValidator.ArgumentError) {
            _ = try StandardValidator(arguments: arguments.split(separator: " ").map(String.init), format: format)
            return nil
        } catch {
            return error.description
        }
    }

    @Test func `reads every argument`() throws {
        let validator = try StandardValidator(arguments: [
            "case_sensitive", "space_change_sensitive", "float_relative_tolerance", "1e-6", "float_absolute_tolerance",
            ".5",
        ])
        #expect(validator.isCaseSensitive && validator.isSpaceSensitive)
        #expect(validator.relativeTolerance == 1e-6)
        #expect(validator.absoluteTolerance == 0.5)
        let both = try StandardValidator(arguments: ["float_tolerance", "2"])
        #expect(both.relativeTolerance == 2 && both.absoluteTolerance == 2)
        #expect(!both.isCaseSensitive && !both.isSpaceSensitive)
        #expect(try StandardValidator(arguments: []) == StandardValidator())
    }

    @Test(arguments: [
        ("float_tolerance", "there is no number after float_tolerance; write one, as in 1e-6"),
        ("float_tolerance x", "float_tolerance is followed by \"x\"; write a number from 0 on"),
        ("float_tolerance -1", "float_tolerance is followed by \"-1\"; write a number from 0 on"),
        ("float_tolerance 1e999", "float_tolerance is followed by \"1e999\"; write a number from 0 on"),
        ("float_absolute_tolerance inf", "float_absolute_tolerance is followed by \"inf\"; write a number from 0 on"),
        ("float_relative_tolerance 0x1", "float_relative_tolerance is followed by \"0x1\"; write a number from 0 on"),
        (
            "case_sensitive case_sensitive",
            "the output validator's argument case_sensitive is there twice; leave one out"
        ),
        (
            "float_tolerance 1 float_relative_tolerance 1",
            "the output validator's argument float_tolerance sets both tolerances; give it alone, or the other two"
        ),
    ])
    func `refuses wrong arguments`(arguments: String, expected: String) {
        #expect(failure(arguments) == expected)
    }

    @Test func `names the arguments there are`() {
        #expect(
            failure("caseSensitive")?.hasPrefix(
                "the standard output validator has no argument \"caseSensitive\"; it has case_sensitive, "
            ) == true
        )
        #expect(failure("caseSensitive", .legacy) != nil)
    }

    @Test func `lets the last of repeated arguments count in the older format`() throws {
        let arguments = ["float_tolerance", "1", "float_relative_tolerance", "2", "case_sensitive", "case_sensitive"]
        let validator = try StandardValidator(arguments: arguments, format: .legacy)
        #expect(validator.relativeTolerance == 2 && validator.absoluteTolerance == 1 && validator.isCaseSensitive)
    }
}
