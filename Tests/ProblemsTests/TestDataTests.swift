import Core
import Problems
import Testing

private func newer(_ files: [String: String]) -> ScratchPackage {
    .complete(["problem.yaml": "problem_format_version: 2025-09\nname: x\n"].merging(files) { $1 })
}

private func pair(_ paths: String...) -> [String: String] {
    var files: [String: String] = [:]
    for path in paths {
        files["data/\(path).in"] = "in of \(path)"
        files["data/\(path).ans"] = "answer of \(path)"
    }
    return files
}

@Suite struct TestDataTests {
    @Test func `finds samples first, then secret tests, in the order of their names`() throws {
        let files = pair(
            "secret/a",
            "secret/a-b",
            "secret/B",
            "secret/b/1",
            "secret/c",
            "sample/2",
            "sample/10",
            "sample/z/1"
        )
        let problem = try ScratchPackage.complete(files).load()
        let expected = [
            "sample/10", "sample/2", "sample/z/1", "secret/1", "secret/B", "secret/a", "secret/a-b", "secret/b/1",
            "secret/c",
        ]
        #expect(problem.tests.map(\.name) == expected)
        #expect(problem.tests.filter(\.isSample).count == 3)
        #expect(problem.tests.allSatisfy { $0.fullFeedback == $0.isSample })
    }

    @Test func `reads inputs and answers only when asked`() throws {
        let package = ScratchPackage.complete(pair("sample/1"))
        let test = try #require(try package.load().tests.first)
        #expect(String(decoding: try test.input.bytes(), as: UTF8.self) == "in of sample/1")
        #expect(String(decoding: try test.answer.bytes(), as: UTF8.self) == "answer of sample/1")
        #expect(test.inputPath?.hasSuffix("/data/sample/1.in") == true)
        #expect(test.answerPath?.hasSuffix("/data/sample/1.ans") == true)
        package.write("data/sample/1.in", Array("longer than it was when it was loaded".utf8))
        #expect(throws: ByteSourceFailure.self) { try test.input.bytes() }
        package.remove("data/sample/1.ans")
        #expect(throws: ByteSourceFailure.self) { try test.answer.bytes() }
        withExtendedLifetime(package) {}
    }

    @Test func `inherits the settings of groups in the older format`() throws {
        var files = pair("sample/1", "secret/g/1", "secret/g/h/1")
        files["problem.yaml"] = "validator_flags: case_sensitive\n"
        files["data/testdata.yaml"] = "on_reject: continue\n"
        files["data/secret/testdata.yaml"] = "output_validator_flags: float_tolerance 1e-4\n"
        files["data/secret/g/h/testdata.yaml"] = "on_reject: break\noutput_validator_flags: ''\n"
        let tests = try ScratchPackage.complete(files).load().tests
        let arguments = Dictionary(uniqueKeysWithValues: tests.map { ($0.name, $0.validatorArguments) })
        #expect(arguments["sample/1"] == ["case_sensitive"])
        #expect(arguments["secret/1"] == ["case_sensitive", "float_tolerance", "1e-4"])
        #expect(arguments["secret/g/1"] == ["case_sensitive", "float_tolerance", "1e-4"])
        #expect(arguments["secret/g/h/1"] == ["case_sensitive"])
        #expect(tests.map(\.onReject) == [.continue, .continue, .continue, .break])
    }

    @Test func `inherits the settings of groups and tests in the newer format`() throws {
        var files = pair("sample/1", "secret/g/1", "secret/g/2", "secret/g/deep/3")
        files["data/secret/test_group.yaml"] = "args: [--fast, 'a b']\nfull_feedback: false\n"
        files["data/secret/g/test_group.yaml"] = "output_validator_args: [float_tolerance, 1e-4]\n"
        files["data/secret/g/2.yaml"] =
            "args: []\noutput_validator_args: [case_sensitive]\nfull_feedback: true\nhint: x\n"
        let problem = try newer(files).load()
        let tests = Dictionary(uniqueKeysWithValues: problem.tests.map { ($0.name, $0) })
        #expect(tests["sample/1"]?.arguments == [] && tests["sample/1"]?.fullFeedback == true)
        #expect(tests["secret/1"]?.arguments == ["--fast", "a b"] && tests["secret/1"]?.validatorArguments == [])
        #expect(tests["secret/g/1"]?.arguments == ["--fast", "a b"] && tests["secret/g/1"]?.fullFeedback == false)
        #expect(tests["secret/g/deep/3"]?.standardValidator?.absoluteTolerance == 1e-4)
        #expect(tests["secret/g/2"]?.arguments == [] && tests["secret/g/2"]?.fullFeedback == true)
        #expect(tests["secret/g/2"]?.validatorArguments == ["case_sensitive"])
        // As few authors would have it; with scores it would be a mistake.
        #expect(problem.notes.map { $0.contains("data/secret: there are tests beside the groups; ") } == [true])
    }

    @Test func `finds the files that a test brings along`() throws {
        var files = pair("secret/2")
        files["data/secret/2.files/words.txt"] = "a"
        files["data/secret/2.files/sub/more.txt"] = "b"
        let package = newer(files)
        let test = try #require(try package.load().tests.last)
        #expect(test.files.map(\.path) == ["sub/more.txt", "words.txt"])
        #expect(try test.files.first?.content.bytes() == Array("b".utf8))
        withExtendedLifetime(package) {}
    }

    @Test func `ignores hidden files and what is no test`() throws {
        let package = ScratchPackage.complete([
            "data/secret/.1.in.swp": "", "data/secret/1.desc": "", "data/secret/1.png": "", "data/README": "",
            "data/.x/1.in": "",
            "data/invalid_input/1.in": "",
        ])
        #expect(try package.load().tests.map(\.name) == ["secret/1"])
    }

    @Test(arguments: [
        (["data/secret/2.in": ""], "data/secret/2.in: there is no answer for this input; add 2.ans"),
        (
            ["data/sample/x.ans": ""],
            "data/sample/x.ans: there is no input for this answer; add x.in or remove the answer"
        ),
        (
            ["data/testdata.yaml": "\non_reject: stop"],
            "data/testdata.yaml:2: on_reject is \"stop\"; write break or continue"
        ),
        (["data/testdata.yaml": "grading: x"], "data/testdata.yaml:1: grading is \"x\"; write default or custom"),
        (
            ["data/secret/testdata.yaml": "a: b\noutput_validator_flags: float_tolerance"],
            "data/secret/testdata.yaml:2: there is no number after float_tolerance; write one, as in 1e-6"
        ),
        (
            ["problem.yaml": "name: x\nvalidator_flags: float_tolerance x"],
            "problem.yaml:2: float_tolerance is followed by \"x\"; write a number from 0 on"
        ),
        (
            ["data/secret/testdata.yaml": "output_validator_flags: [a]"],
            "data/secret/testdata.yaml:1: output_validator_flags is a list and must be a text; write one"
        ),
    ])
    func `says what is wrong with tests`(files: [String: String], issue: String) {
        #expect(ScratchPackage.complete(files).issues() == [issue])
    }

    @Test(arguments: [
        (
            ["data/secret/1.yaml": "full_feedback: 3"],
            "data/secret/1.yaml:1: full_feedback is \"3\" and must be true or false; write one of them"
        ),
        (
            ["data/secret/1.yaml": "args: {a: b}"],
            "data/secret/1.yaml:1: args is a mapping and must be a list of texts; write one"
        ),
        (
            ["data/secret/1.yaml": "args: [[a]]"],
            "data/secret/1.yaml:1: args is a list and must be a list of texts; write one"
        ),
        (
            ["data/secret/test_group.yaml": "output_validator_args: [case_sensitive, case_sensitive]"],
            "data/secret/test_group.yaml:1: the output validator's argument case_sensitive is there twice; leave one out"
        ),
    ])
    func `says what is wrong with tests of the newer format`(files: [String: String], issue: String) {
        #expect(newer(files).issues() == [issue])
    }

    @Test func `notes settings that belong to the other format`() throws {
        let older = ScratchPackage.complete(["data/secret/test_group.yaml": "args: [x]"])
        #expect(
            try older.notes() == [
                "data/secret/test_group.yaml: ignored; in the format legacy the file is called testdata.yaml"
            ]
        )
        let package = newer(["data/secret/testdata.yaml": "", "data/secret/1.yaml": "argz: [x]"])
        #expect(
            try package.notes() == [
                "data/secret/testdata.yaml: ignored; in the format 2025-09 the file is called test_group.yaml",
                "data/secret/1.yaml:1: the unknown key \"argz\" is ignored",
            ]
        )
    }

    @Test func `refuses packages without tests`() {
        #expect(
            ScratchPackage([:]).issues() == [
                "data: there is no test data; add tests as data/secret/NAME.in and NAME.ans"
            ]
        )
        #expect(
            ScratchPackage(pair("sample/1")).issues() == [
                "data/secret: there is no secret test; add tests as NAME.in and NAME.ans"
            ]
        )
    }
}
