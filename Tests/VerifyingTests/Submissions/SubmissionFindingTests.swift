import Core
import Grading
import Problems
import Testing
import Verifying

@Suite struct SubmissionFindingTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var isLegacy = false
        var files: [String: String] = [:]
        /// What becomes of the submissions that are not accepted at once.
        var outcomes: [String: [(Verdict, Double)]] = [:]
        var scores: [String: Double] = [:]
        let findings: [String]
    }

    private static let scoring =
        "problem_format_version: 2025-09\ntype: scoring\nname: A\n"
        + "uuid: 7d0a2c5e-9f0b-4a57-8a39-1b6c1fd0a101\nlicense: cc0\nrights_owner: Me\nlimits: {time_limit: 1}\n"
    private static let legacyScoring = "name: A\nauthor: Me\nlicense: cc0\ntype: scoring\n"

    static let rows: [Row] = [
        Row(testDescription: "all well", findings: []),
        Row(
            testDescription: "none is accepted",
            files: ["submissions/accepted/a.py": "@EXPECTED_RESULTS@: WRONG-ANSWER\n"],
            outcomes: ["accepted/a.py": [(.wrongAnswer, 0.1)]],
            findings: ["error no-accepted submissions"]
        ),
        Row(
            testDescription: "a file at the top",
            files: ["submissions/b.py": "x"],
            findings: ["warning submission-directory submissions/b.py"]
        ),
        Row(
            testDescription: "a mistyped directory",
            files: ["submissions/acepted/b.py": "x"],
            findings: ["warning submission-directory submissions/acepted"]
        ),
        Row(
            testDescription: "an empty directory",
            files: ["submissions/wrong_answer/": ""],
            findings: ["warning submission-directory submissions/wrong_answer"]
        ),
        Row(
            testDescription: "a submission without files",
            files: ["submissions/wrong_answer/w/": ""],
            findings: ["error submission-directory submissions/wrong_answer/w"]
        ),
        Row(
            testDescription: "a directory that a rule knows",
            files: ["submissions/mine/b.py": "x", "submissions/submissions.yaml": "mine: {permitted: [AC]}\n"],
            findings: []
        ),
        Row(
            testDescription: "a rule for nobody",
            files: ["submissions/submissions.yaml": "mine/*: {permitted: [AC]}\n"],
            findings: ["warning unmatched-rule submissions/submissions.yaml"]
        ),
        Row(
            testDescription: "a rule for no test",
            files: ["submissions/submissions.yaml": "accepted/*: {secret/nine: {permitted: [AC]}}\n"],
            findings: ["warning unmatched-rule submissions/submissions.yaml"]
        ),
        Row(
            testDescription: "rules in the older format",
            isLegacy: true,
            files: ["submissions/submissions.yaml": "a: {}\n"],
            findings: ["warning unmatched-rule submissions/submissions.yaml"]
        ),
        Row(
            testDescription: "an accepted one that is wrong",
            outcomes: ["accepted/a.py": [(.accepted, 0.1), (.wrongAnswer, 0.1)]],
            findings: ["error unexpected submissions/accepted/a.py"]
        ),
        Row(
            testDescription: "a wrong one that is accepted",
            files: ["submissions/wrong_answer/w.py": "x"],
            findings: ["error unexpected submissions/wrong_answer/w.py"]
        ),
        Row(
            testDescription: "a wrong one that crashes",
            files: ["submissions/wrong_answer/w.py": "x"],
            outcomes: ["wrong_answer/w.py": [(.wrongAnswer, 0.1), (.runtimeError, 0.1)]],
            findings: ["error unexpected submissions/wrong_answer/w.py"]
        ),
        Row(
            testDescription: "a crashing one",
            files: ["submissions/run_time_error/w.py": "x"],
            outcomes: ["run_time_error/w.py": [(.memoryLimit, 0.1)]],
            findings: []
        ),
        Row(
            testDescription: "the judging fails",
            outcomes: ["accepted/a.py": [(.judgeError, 0.1)]],
            findings: ["error judge-error submissions/accepted/a.py"]
        ),
        Row(
            testDescription: "a verdict that must be seen behind another",
            files: [
                "submissions/mine/b.py": "x", "submissions/submissions.yaml": "mine/*: {secret/2: {required: [WA]}}\n",
            ],
            outcomes: ["mine/b.py": [(.accepted, 0.1), (.accepted, 1e9), (.wrongAnswer, 0.1)]],
            findings: []
        ),
        Row(
            testDescription: "a verdict that a rule does not permit behind a limit",
            files: ["submissions/mine/b.py": "x", "submissions/submissions.yaml": "mine/*: {permitted: [AC, TLE]}\n"],
            outcomes: ["mine/b.py": [(.accepted, 0.1), (.accepted, 1e9), (.wrongAnswer, 0.1)]],
            findings: ["error unexpected submissions/mine/b.py"]
        ),
        Row(
            testDescription: "rules of which no test can have both",
            files: [
                "submissions/wrong_answer/w.py": "x",
                "submissions/submissions.yaml": "wrong_answer/*: {secret/1: {permitted: [RTE]}}\n",
            ],
            outcomes: ["wrong_answer/w.py": [(.accepted, 0.1), (.runtimeError, 0.1), (.wrongAnswer, 0.1)]],
            findings: [
                "error contradicting-rules submissions/submissions.yaml",
                "error unexpected submissions/wrong_answer/w.py",
            ]
        ),
        Row(
            testDescription: "a part of the points where there are none",
            isLegacy: true,
            files: ["submissions/partially_accepted/p.py": "x"],
            findings: ["warning submission-directory submissions/partially_accepted"]
        ),
        Row(
            testDescription: "another score than the tag has",
            files: ["problem.yaml": scoring, "submissions/accepted/a.py": "# @EXPECTED_SCORE@: 99\n"],
            scores: ["accepted/a.py": 50],
            findings: ["error unexpected submissions/accepted/a.py"]
        ),
        Row(
            testDescription: "the best score but for the last bits",
            files: ["problem.yaml": scoring, "submissions/submissions.yaml": "accepted/*: {score: 100}\n"],
            scores: ["accepted/a.py": 99.99999999999999],
            findings: []
        ),
        Row(
            testDescription: "a crash behind a wrong answer",
            isLegacy: true,
            files: ["submissions/run_time_error/w.py": "x"],
            outcomes: ["run_time_error/w.py": [(.accepted, 0.1), (.wrongAnswer, 0.1), (.runtimeError, 0.1)]],
            findings: ["error unexpected submissions/run_time_error/w.py"]
        ),
        Row(
            testDescription: "not the best score",
            files: ["problem.yaml": scoring],
            scores: ["accepted/a.py": 60],
            findings: ["warning score submissions/accepted/a.py"]
        ),
        Row(
            testDescription: "the best score",
            files: ["problem.yaml": scoring],
            scores: ["accepted/a.py": 100],
            findings: []
        ),
        Row(
            testDescription: "a partial one with the best score",
            isLegacy: true,
            files: ["problem.yaml": legacyScoring, ".timelimit": "1", "submissions/partially_accepted/p.py": "x"],
            scores: ["partially_accepted/p.py": 100, "accepted/a.py": 100],
            findings: ["warning score submissions/partially_accepted/p.py"]
        ),
        Row(
            testDescription: "a partial one with a part of the score",
            files: ["problem.yaml": scoring, "submissions/partially_accepted/p.py": "x"],
            outcomes: ["partially_accepted/p.py": [(.accepted, 0.1), (.wrongAnswer, 0.1)]],
            scores: ["partially_accepted/p.py": 50, "accepted/a.py": 100],
            findings: []
        ),
        Row(
            testDescription: "another score than a rule has",
            files: ["problem.yaml": scoring, "submissions/submissions.yaml": "accepted/*: {score: [10, 20]}\n"],
            scores: ["accepted/a.py": 30],
            findings: ["error unexpected submissions/accepted/a.py"]
        ),
        Row(
            testDescription: "a message that nobody writes",
            files: ["submissions/submissions.yaml": "accepted/*: {message: hello}\n"],
            findings: ["error unexpected submissions/accepted/a.py"]
        ),
    ]

    @Test(arguments: rows)
    func `finds what is wrong with submissions`(row: Row) async throws {
        var files = row.isLegacy ? Tree.legacy : Tree.newer
        if row.isLegacy {
            files[".timelimit"] = "1"
        } else {
            files["problem.yaml"] = Tree.newerMetadata + "limits: {time_limit: 1}\n"
        }
        files["data/secret/2.in"] = "5\n"
        files["data/secret/2.ans"] = "6\n"
        for (path, content) in row.files { files[path] = content }
        let tree = try Tree(files)
        let found = try await Verifier.verify(tree.directory, parts: [.submissions]) { path, problem, options in
            let tests = row.outcomes[path] ?? [(.accepted, 0.1), (.accepted, 0.1), (.accepted, 0.1)]
            let padded = tests + Array(repeating: (Verdict.accepted, 0.1), count: 3 - tests.count)
            return .judged(
                PlayedSubmission(path: path, tests: padded, score: row.scores[path]).report(on: problem, options)
            )
        }
        #expect(Verifier.words(found) == row.findings)
    }

    @Test func `what is behind a limit has its score`() async throws {
        let files: [String: String?] = [
            "problem.yaml": Self.scoring, "data/secret/2.in": "5\n", "data/secret/2.ans": "6\n",
            "submissions/mine/b.py": "x", "submissions/submissions.yaml": "mine/*: {score: [0, 10]}\n",
        ]
        let tree = try Tree(Tree.newer.merging(files) { $1 })
        let found = try await Verifier.verify(tree.directory, parts: [.submissions]) { path, problem, options in
            let isSlow = path == "mine/b.py"
            let tests = [(Verdict.accepted, 0.1), (Verdict.accepted, isSlow ? 1e9 : 0.1), (Verdict.accepted, 0.1)]
            let score = !isSlow ? 100.0 : options.endsAtLimit ? 0 : 60
            return .judged(PlayedSubmission(path: path, tests: tests, score: score).report(on: problem, options))
        }
        #expect(Verifier.words(found) == ["error unexpected submissions/mine/b.py"])
    }

    @Test func `a language that is not installed is a note, a source that cannot be judged an error`() async throws {
        let tree = try Tree(Tree.newer)
        let missing = try await Verifier.verify(tree.directory, parts: [.submissions]) { _, _, _ in
            .skipped("ada is not installed")
        }
        #expect(Verifier.words(missing).contains("note skipped submissions/accepted/a.py"))
        let refused = try await Verifier.verify(tree.directory, parts: [.submissions]) { _, _, _ in
            .refused("it has no language")
        }
        #expect(Verifier.words(refused).contains("error unexpected submissions/accepted/a.py"))
    }

    @Test(arguments: [
        (
            "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\nValueError: x\n",
            "(ValueError: x)"
        ),
        ("  File \"a.py\", line 1\n    x x\n    ^\nSyntaxError: invalid syntax", "(SyntaxError: invalid syntax)"),
        ("terminate called\n  what():  x\n", "(terminate called)"), ("\n  expected 3\nread 4\n", "(  expected 3)"),
    ])
    func `of what a program said the line is quoted that says why`(said: String, quoted: String) async throws {
        let tree = try Tree(Tree.newer)
        let found = try await Verifier.verify(tree.directory, parts: [.submissions]) { path, problem, options in
            let tests = [(Verdict.runtimeError, 0.1), (.accepted, 0.1)]
            return .judged(PlayedSubmission(path: path, tests: tests, message: said).report(on: problem, options))
        }
        #expect(found.findings.contains { $0.message.hasSuffix(quoted) }, "\(found.findings.map(\.message))")
    }

    @Test func `an accepted one that fails a sample which its graders ignore is told`() async throws {
        let settings = "on_reject: continue\ngrader_flags: ignore_sample\n"
        let tree = try Tree(Tree.legacy.merging([".timelimit": "1", "data/testdata.yaml": settings]) { $1 })
        let found = try await Verifier.verify(tree.directory, parts: [.submissions]) { path, problem, options in
            let tests = [(Verdict.wrongAnswer, 0.1), (.accepted, 0.1)]
            var report = PlayedSubmission(path: path, tests: tests).report(on: problem, options)
            report.verdict = .accepted
            return .judged(report)
        }
        #expect(Verifier.words(found) == ["warning sample-failed submissions/accepted/a.py"])
    }

    @Test func `only submissions with a text in their paths are judged`() async throws {
        let tree = try Tree(Tree.newer.merging(["submissions/wrong_answer/w.py": "x"]) { $1 })
        var options = VerificationOptions()
        options.submissions = "accepted/"
        let found = try await Verifier.verify(tree.directory, parts: [.submissions], options: options) {
            path,
            problem,
            options in
            let tests = [(Verdict.accepted, 0.1), (.accepted, 0.1)]
            return .judged(PlayedSubmission(path: path, tests: tests).report(on: problem, options))
        }
        #expect(found.submissions.map(\.path) == ["accepted/a.py"])
        #expect(found.findings.isEmpty)
    }
}
