import Testing

/// Packages whose validators and graders have a mistake each, verified by the built program in real boxes.
@Suite(.timeLimit(.minutes(60))) struct ValidatorFindingTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let files: [String: String?]
        let findings: [String]

        init(_ name: String, _ files: [String: String?], _ findings: [String], isLegacy: Bool = false) {
            testDescription = name
            let usual = isLegacy ? ValidatorFindingTests.legacy : ValidatorFindingTests.newer
            self.files = usual.merging(files) { $1 }
            self.findings = findings
        }
    }

    private static let strict = """
        import re, sys
        sys.exit(42 if re.fullmatch(rb"(0|-?[1-9][0-9]*)\\n", sys.stdin.buffer.read()) else 43)

        """
    private static let lenient = """
        import sys
        try:
            int(sys.stdin.read())
        except ValueError:
            sys.exit(43)
        sys.exit(42)

        """
    private static let newer: [String: String?] = [
        "problem.yaml":
            "problem_format_version: 2025-09\nname: A\nlicense: cc0\nrights_owner: Me\nlimits: {validation_time: 10}\n",
        "data/sample/1.in": "1\n", "data/sample/1.ans": "2\n", "data/secret/1.in": "13\n", "data/secret/1.ans": "14\n",
        "input_validators/validate.py": strict,
    ]
    private static let legacy: [String: String?] = [
        "problem.yaml": "name: A\nlicense: cc0\nauthor: Me\ntype: scoring\n",
        "data/testdata.yaml": "grading: custom\n",
        "data/sample/1.in": "1\n", "data/sample/1.ans": "2\n", "data/secret/1.in": "13\n", "data/secret/1.ans": "14\n",
        "input_validators/validate.py": strict,
        "graders/grade.py": "print('AC 1')\n",
    ]
    /// Accepts an output that is the answer.
    private static let comparing = """
        import sys
        answer = open(sys.argv[2]).read().split()
        sys.exit(42 if sys.stdin.buffer.read().split() == [word.encode() for word in answer] else 43)

        """

    static let inputs: [Row] = [
        Row("a strict validator", [:], []),
        Row("none", ["input_validators/validate.py": nil], ["error no-input-validator input_validators"]),
        Row(
            "one that cannot be run",
            ["input_validators/validate.py": nil, "input_validators/a.viva": "{}"],
            [
                "warning foreign-validator input_validators/a.viva"
            ]
        ),
        Row(
            "one in the language of checktestdata",
            ["input_validators/validate.py": nil, "input_validators/a.ctd": "INT(-10^18, 10^18) NEWLINE EOF\n"],
            []
        ),
        Row(
            "one of those that is broken",
            ["input_validators/a.ctd": "INTEGER(1) NEWLINE\n"],
            [
                "error input-refused data/sample/1.in", "error input-refused data/secret/1.in",
            ]
        ),
        Row(
            "one that does not compile",
            ["input_validators/broken.c": "int main( {\n"],
            [
                "error broken-program input_validators/broken.c"
            ]
        ),
        Row(
            "one that refuses a test",
            ["data/secret/2.in": "x\n", "data/secret/2.ans": "x\n"],
            [
                "error input-refused data/secret/2.in"
            ]
        ),
        Row(
            "one that accepts everything",
            ["input_validators/validate.py": "import sys\nsys.exit(42)\n"],
            [
                "warning changed-input input_validators/validate.py", "warning junk-input input_validators/validate.py",
            ]
        ),
        Row(
            "one that is lenient about spelling",
            ["input_validators/validate.py": lenient],
            [
                "warning changed-input input_validators/validate.py"
            ]
        ),
        Row("one of two is strict enough", ["input_validators/lenient.py": lenient], []),
        Row(
            "one that never ends",
            [
                "problem.yaml":
                    "problem_format_version: 2025-09\nname: A\nlicense: cc0\nrights_owner: Me\nlimits: {validation_time: 1}\n",
                "input_validators/validate.py": strict.replacing(
                    "import re, sys",
                    with: "import re, sys\nwhile sys.argv[1:]: pass"
                ),
                "data/secret/1.yaml": "input_validator_args: [forever]\n",
            ],
            ["error validator-stopped data/secret/1.in", "warning validator-crash input_validators/validate.py"]
        ),
        Row(
            "arguments by the validator's name",
            [
                "input_validators/validate.py": strict + "# ",
                "data/secret/1.yaml": "input_validator_args: {other: [x]}\n",
            ],
            []
        ),
        Row(
            "an invalid input that is accepted",
            ["data/invalid_input/1.in": "7\n", "data/invalid_input/2.in": "x\n"],
            [
                "error invalid-input-accepted data/invalid_input/1.in"
            ]
        ),
        Row(
            "any text",
            [
                "input_validators/validate.py":
                    "import sys\nline = sys.stdin.buffer.read()\nsys.exit(42 if line.count(b'\\n') == 1 and line[-1:] == b'\\n' and line.isascii() and line[:-1].decode('ascii').isprintable() else 43)\n"
            ],
            []
        ),
    ]

    static let outputs: [Row] = [
        Row("a right output validator", ["output_validator/v.py": comparing], []),
        Row(
            "one that does not compile",
            ["output_validator/v.c": "int main( {\n"],
            ["error broken-program output_validator"]
        ),
        Row(
            "one that refuses everything",
            ["output_validator/v.py": "import sys\nsys.exit(43)\n"],
            [
                "error answer-refused data/sample/1.ans", "warning answer-refused data/secret/1.ans",
            ]
        ),
        Row(
            "one that accepts everything",
            ["output_validator/v.py": "import sys\nsys.exit(42)\n"],
            [
                "warning junk-output output_validator"
            ]
        ),
        Row(
            "one that crashes",
            [
                "output_validator/v.py": "import sys\nint(sys.stdin.read())\n"
                    + comparing.replacing("sys.stdin.buffer.read().split()", with: "[b'2']")
            ],
            [
                "error validator-crash output_validator", "warning answer-refused data/secret/1.ans",
            ]
        ),
        Row(
            "an output that is shown and wrong",
            ["data/sample/1.out": "3\n"],
            ["error output-refused data/sample/1.out"]
        ),
        Row("an output that is shown and right", ["data/sample/1.out": "2\n"], []),
        Row(
            "a valid output that is refused",
            ["data/valid_output/1.in": "1\n", "data/valid_output/1.ans": "2\n", "data/valid_output/1.out": "3\n"],
            [
                "error output-refused data/valid_output/1.out"
            ]
        ),
        Row(
            "a valid output by its arguments",
            [
                "data/valid_output/1.in": "1\n", "data/valid_output/1.ans": "2\n", "data/valid_output/1.out": "2.5\n",
                "data/valid_output/test_group.yaml": "output_validator_args: [float_tolerance, '1']\n",
            ],
            []
        ),
        Row(
            "an invalid output that is accepted",
            [
                "data/invalid_output/1.in": "1\n", "data/invalid_output/1.ans": "2\n",
                "data/invalid_output/1.out": "2\n",
            ],
            [
                "error invalid-output-accepted data/invalid_output/1.out"
            ]
        ),
        Row("a right grader", [:], [], isLegacy: true),
        Row(
            "a grader that says nothing",
            ["graders/grade.py": "pass\n"],
            ["error grader graders/grade.py"],
            isLegacy: true
        ),
        Row(
            "a grader that does not compile",
            ["graders/grade.py": nil, "graders/grade.cpp": "int main( {\n"],
            [
                "error broken-program graders/grade.cpp"
            ],
            isLegacy: true
        ),
    ]

    @Test(arguments: inputs + outputs)
    func `finds what is wrong with validators`(row: Row) throws {
        let scratch = try ScratchDirectory()
        for (path, content) in row.files {
            if let content { try scratch.file("package/" + path, Array(content.utf8)) }
        }
        let (code, summary) = try VerifySummaryJSON.verify([scratch.path + "/package", "--parts", "validators"])
        #expect(summary.words() == row.findings)
        #expect(code == (row.findings.contains { $0.hasPrefix("error") } ? 1 : 0))
    }
}
