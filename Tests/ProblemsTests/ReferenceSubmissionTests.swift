import Core
import Problems
import Testing

@Suite struct ReferenceSubmissionTests {
    private func verdicts(_ path: String, _ source: String = "") throws -> Set<Verdict>? {
        let package = ScratchPackage.complete(["submissions/" + path: source])
        return try package.use { try $0.referenceSubmissions().first?.expectedVerdicts }
    }

    private func codes(_ text: String) -> Set<Verdict> {
        Set(text.split(separator: " ").compactMap { Verdict(rawValue: String($0)) })
    }

    @Test(arguments: [
        ("accepted", "AC"), ("wrong_answer", "WA"), ("time_limit_exceeded", "TLE"),
        ("run_time_error", "RTE MLE OLE"),
        ("rejected", "WA TLE RTE MLE OLE"),
        ("brute_force", "TLE RTE MLE OLE"), ("partially_accepted", "AC"),
        ("memory_limit_exceeded", "MLE"), ("output_limit_exceeded", "OLE"),
        ("compile_error", "CE"),
        ("mixed", ""),
    ])
    func `expects what the directory says`(directory: String, expected: String) throws {
        #expect(try verdicts("\(directory)/a.py") == codes(expected))
    }

    @Test(arguments: [
        ("# @EXPECTED_RESULTS@: CORRECT", "AC"),
        ("// @EXPECTED_RESULTS@: WRONG-ANSWER, TIMELIMIT", "WA TLE"),
        ("/* @EXPECTED_RESULTS@: MEMORY-LIMIT */", "MLE"),
        ("<!-- @EXPECTED_RESULTS@: OUTPUT-LIMIT -->", "OLE"),
        ("x\n@EXPECTED_RESULTS@:RUN-ERROR\r\ny", "RTE MLE OLE"),
        ("@EXPECTED_RESULTS@: RUN_TIME_ERROR", "RTE MLE OLE"),
        ("@EXPECTED_RESULTS@: NO-OUTPUT", "WA"), ("@EXPECTED_RESULTS@: COMPILER-ERROR", "CE"),
        ("@EXPECTED_RESULTS@: TIME_LIMIT_EXCEEDED,accepted", "TLE AC"),
        ("@EXPECTED_RESULTS@: CHECK-MANUALLY", ""),
        ("@EXPECTED_RESULTS@: MLE, RTE", "MLE RTE OLE"),
        ("EXPECTED_RESULTS: CORRECT", "WA"),
    ])
    func `expects what a tag says before what the directory says`(source: String, expected: String) throws {
        #expect(try verdicts("wrong_answer/a.py", source) == codes(expected))
    }

    @Test func `finds files and directories in their order`() throws {
        let package = ScratchPackage.complete([
            "submissions/accepted/b.py": "1", "submissions/accepted/a/main.c": "2",
            "submissions/accepted/a/util.h": "3",
            "submissions/wrong_answer/c.py": "4", "submissions/accepted/.hidden": "", "submissions/README": "",
        ])
        let submissions = try package.use { try $0.referenceSubmissions() }
        #expect(
            submissions.map { "\($0.directory)/\($0.name)" } == ["accepted/a", "accepted/b.py", "wrong_answer/c.py"]
        )
        #expect(submissions.first?.files.map(\.name) == ["main.c", "util.h"])
        #expect(submissions.last?.files == [.init(name: "c.py", content: Array("4".utf8))])
    }

    @Test(arguments: [
        ("# @EXPECTED_SCORE@: 40", 40.0 as Double?), ("/* @EXPECTED_SCORE@:12.5*/", 12.5),
        ("<!-- @EXPECTED_SCORE@: -3 -->", -3), ("EXPECTED_SCORE: 40", nil),
    ])
    func `a tag states the score`(source: String, score: Double?) throws {
        let package = ScratchPackage.complete(["submissions/accepted/a.py": source])
        #expect(try package.use { try $0.referenceSubmissions().first?.taggedScore } == score)
    }

    @Test func `reads what is in directories of a submission, but for what Python leaves behind`() throws {
        let package = ScratchPackage.complete([
            "submissions/accepted/j/src/Main.java": "1", "submissions/accepted/j/src/a/B.java": "2",
            "submissions/accepted/p/p.py": "3", "submissions/accepted/p/__pycache__/p.pyc": "4",
            "submissions/accepted/__pycache__/p.pyc": "5",
        ])
        let submissions = try package.use { try $0.referenceSubmissions() }
        #expect(submissions.map(\.path) == ["accepted/j", "accepted/p"])
        #expect(submissions.first?.files.map(\.name) == ["src/Main.java", "src/a/B.java"])
        #expect(submissions.last?.files.map(\.name) == ["p.py"])
    }

    @Test func `has none in a package without submissions`() throws {
        #expect(try ScratchPackage.complete().use { try $0.referenceSubmissions() }.isEmpty)
    }

    @Test func `refuses what it cannot read`() throws {
        let word = ScratchPackage.complete(["submissions/accepted/a.py": "#\n# @EXPECTED_RESULTS@: FINE"])
        let error = #expect(throws: PackageError.self) { try word.use { try $0.referenceSubmissions() } }
        #expect(
            error?.description == word.directory
                + "/submissions/accepted/a.py:2: the expected result \"FINE\" is unknown; "
                + "write words such as CORRECT, WRONG-ANSWER, TIMELIMIT or RUN-ERROR, with commas"
        )
        let score = ScratchPackage.complete(["submissions/accepted/a.py": "@EXPECTED_SCORE@: many"])
        #expect(throws: PackageError.self) { try score.use { try $0.referenceSubmissions() } }
        let outside = ScratchPackage.complete(["submissions/accepted/a.py": ""])
        outside.link("submissions/accepted/b.py", to: "/etc/passwd")
        #expect(throws: PackageError.self) { try outside.use { try $0.referenceSubmissions() } }
    }
}
