import Problems
import Testing

/// In what a package breaks the format, where it can be judged all the same.
@Suite struct PackageFaultTests {
    private static let newer = "problem_format_version: 2025-09\n"
    private static let scoring = newer + "type: scoring\n"

    @Test(arguments: [
        ("type: scoring interactive", "type is one text with several words; write a list: [scoring, interactive]"),
        ("type: [scoring, scoring]", "type has scoring twice; leave one out"),
        ("type: []", "type is empty; name one, or remove it"),
        (
            "limits: {validation_passes: 3}",
            "validation_passes is for multi-pass problems; remove it, or add multi-pass to \"type\""
        ),
        (
            "constants: {b c: 1}",
            "\"b c\" is no name that a constant can have; use letters, digits and _, a digit not first"
        ),
        (
            "constants: {1b: 1}",
            "\"1b\" is no name that a constant can have; use letters, digits and _, a digit not first"
        ),
        (
            "constants: {b: true}",
            "the constant b is \"true\"; write a number or a text, in quotes where it looks like something else"
        ),
        (
            "constants: {b: }",
            "the constant b is nothing; write a number or a text, in quotes where it looks like something else"
        ),
    ])
    func `of metadata`(line: String, fault: String) throws {
        let package = ScratchPackage.complete([
            "problem.yaml": Self.newer + line + "\n", "output_validator/v.py": "",
        ])
        let problem = try package.load()
        #expect(problem.noted.filter(\.isFault).map { "\($0.line ?? 0) \($0.message); \($0.mend)" } == ["2 " + fault])
    }

    @Test(arguments: [
        "type: interactive", "type: [interactive, multi-pass]\nlimits: {validation_passes: 3}",
        "constants: {_b9: 1, C: 'true', d: yes, e: {value: 1, tex: 2}}",
    ])
    func `none where there is none`(lines: String) throws {
        let package = ScratchPackage.complete(["problem.yaml": Self.newer + lines + "\n", "output_validator/v.py": ""])
        #expect(try package.notes() == [])
    }

    private static let rows: [(files: [String: String], faults: [String])] = [
        (
            ["data/secret/test_group.yaml": "static_validator_args: [a]"],
            [
                "data/secret/test_group.yaml:1: static_validator_args is for groups with a static_validation_score; "
                    + "add one, or remove it"
            ]
        ),
        (["static_validator/v.py": ""], ["static_validator: ignored; no group has a static_validation_score"]),
        (
            ["problem.yaml": newer + "type: submit-answer", "static_validator/v.py": ""],
            ["static_validator: a submit-answer problem has no sources to look at; remove it"]
        ),
        (
            ["data/secret/a/test_group.yaml": "", "data/secret/a/1.in": "", "data/secret/a/1.ans": ""],
            ["data/secret: there are tests beside the groups; put each test into a group, or have no groups"]
        ),
        (
            [
                "problem.yaml": scoring, "data/secret/a/test_group.yaml": "max_score: 60",
                "data/secret/b/test_group.yaml": "max_score: 60", "data/secret/1.in": "-", "data/secret/1.ans": "-",
            ],
            [
                "data/secret: the groups' max_score are 120 together, and secret has 100; "
                    + "lower them, or write \"max_score: 120\" in data/secret/test_group.yaml"
            ]
        ),
        (
            ["output_validator/run": "", "output_validator/build": ""],
            [
                "output_validator/build: this script cannot be started, since it is not executable; run chmod +x on it",
                "output_validator/run: this script cannot be started, since it is not executable; run chmod +x on it",
            ]
        ),
    ]

    @Test(arguments: rows)
    func `of groups and programs`(row: (files: [String: String], faults: [String])) throws {
        let isGrouped = row.files["data/secret/1.in"] == "-"
        var files = row.files.filter { $0.value != "-" }
        files["problem.yaml"] = files["problem.yaml"] ?? Self.newer
        if isGrouped {
            for group in ["a", "b"] {
                for ending in ["in", "ans"] { files["data/secret/\(group)/1.\(ending)"] = "" }
            }
        }
        let package = isGrouped ? ScratchPackage(files) : ScratchPackage.complete(files)
        #expect(try package.notes() == row.faults)
    }
}
