import Core
import Problems
import Testing

/// What is expected of a package's submissions, and what of that a report holds.
@Suite struct ExpectationTests {
    private static let newer = "problem_format_version: 2025-09\ntype: scoring\nname: A\n"

    /// The first submission of a package of two groups with these files.
    private func submission(_ files: [String: String]) throws -> ReferenceSubmission {
        let usual = [
            "problem.yaml": Self.newer, "data/secret/g1/test_group.yaml": "max_score: 50\n",
            "data/secret/g2/test_group.yaml": "max_score: 50\n", "data/secret/g1/1.in": "", "data/secret/g1/1.ans": "",
            "data/secret/g2/1.in": "", "data/secret/g2/1.ans": "",
        ]
        let package = ScratchPackage(usual.merging(files) { $1 })
        return try #require(try package.use { try $0.referenceSubmissions().first })
    }

    /// A report with these groups' scores.
    private func report(_ score: Double, _ first: Double, _ second: Double, _ verdict: Verdict = .accepted) -> Report {
        func test(_ name: String, _ score: Double) -> Report.Test {
            var test = Report.Test(name: name, verdict: score > 0 ? .accepted : .wrongAnswer)
            test.score = score
            return test
        }
        var report = Report(
            submission: .init(id: "a", problem: "toy", language: "toy", files: ["a"], sha256: "ab"),
            verdict: verdict,
            reason: nil,
            score: score,
            maxScore: 100,
            compile: .init(
                ok: true,
                cached: false,
                cpuTime: 0,
                wallTime: 0,
                peakMemory: 0,
                diagnostics: "",
                truncated: false
            ),
            tests: [test("secret/g1/1", first), test("secret/g2/1", second)],
            timeLimit: 1,
            timeLimitSource: "package",
            timing: .init(),
            provenance: .init(assay: "1", toolchain: "toy", host: "here", sandbox: "none", packageHash: "ab")
        )
        report.groups = [
            .init(name: "secret", verdict: verdict, score: score, maxScore: 100),
            .init(name: "secret/g1", verdict: first > 0 ? .accepted : .wrongAnswer, score: first, maxScore: 50),
            .init(name: "secret/g2", verdict: second > 0 ? .accepted : .wrongAnswer, score: second, maxScore: 50),
        ]
        return report
    }

    @Test func `a score is that of each group that a pattern stands for`() throws {
        let rules = "mine/*: {secret/g*: {score: 50}}\n"
        let submission = try submission(["submissions/mine/a.py": "x", "submissions/submissions.yaml": rules])
        #expect(submission.isRuled)
        #expect(submission.surprises(in: report(100, 50, 50)) == [])
        #expect(
            submission.surprises(in: report(50, 50, 0, .wrongAnswer))
                == ["the score of secret/g2 is 0.0, and 50.0 is expected in secret/g*"]
        )
    }

    @Test func `a score of a group is not that of its members`() throws {
        let rules = "mine/*: {secret: {score: [90, 100]}}\n"
        let submission = try submission(["submissions/mine/a.py": "x", "submissions/submissions.yaml": rules])
        #expect(submission.surprises(in: report(100, 50, 50)) == [])
        #expect(
            submission.surprises(in: report(60, 50, 10))
                == ["the score of secret is 60.0, and 90.0 to 100.0 is expected in secret"]
        )
    }

    @Test func `a tag leaves the rules as they are, but for its directory's verdicts`() throws {
        let rules = "mine/*: {score: 99}\nmine: {permitted: [TLE], message: slow}\n"
        let submission = try submission([
            "submissions/mine/a.py": "@EXPECTED_RESULTS@: CORRECT", "submissions/submissions.yaml": rules,
        ])
        #expect(submission.expectedVerdicts == [.accepted])
        let accepted = submission.surprises(in: report(50, 50, 0))
        #expect(accepted.count == 2 && accepted.contains { $0.hasPrefix("the score is 50.0") })
        #expect(accepted.contains { $0.hasPrefix("no judge message") })
        let wrong = submission.surprises(in: report(99, 50, 49, .wrongAnswer))
        #expect(wrong.contains("the verdict is WA, and AC is expected"))
    }

    @Test func `what the last bits of a sum are worth is no other score`() throws {
        let rules = "mine/*: {score: 100}\n"
        let ruled = try submission(["submissions/mine/a.py": "x", "submissions/submissions.yaml": rules])
        #expect(ruled.surprises(in: report(99.99999999999999, 50, 50)) == [])
        #expect(ruled.surprises(in: report(99.999, 50, 50)).count == 1)
        let partial = try submission(["submissions/partially_accepted/a.py": "x"])
        #expect(partial.surprises(in: report(99.99999999999999, 50, 50)).count == 1)
        #expect(partial.surprises(in: report(99, 50, 49)) == [])
    }

    @Test func `where the smaller score is the better one a part of it is another than the least`() throws {
        let package = ScratchPackage.complete([
            "problem.yaml": "type: scoring\ngrading: {objective: min}\n", "data/testdata.yaml": "range: 0 100\n",
            "submissions/partially_accepted/a.py": "x",
        ])
        let submission = try #require(try package.use { try $0.referenceSubmissions().first })
        #expect(submission.surprises(in: report(100, 50, 50)) == [])
        #expect(submission.surprises(in: report(0, 1, 1)).count == 1)
    }

    @Test(arguments: [
        "grader_flags: ignore_sample\non_reject: continue\n", "grader_flags: accept_if_any_accepted max\n",
        "grader_flags: always_accept\n", "grader_flags: first_error\n", "grading: custom\n",
    ])
    func `where graders decide a legacy submission's verdict is what is expected, whatever its tests are`(
        settings: String
    ) throws {
        let files = [
            "problem.yaml": "type: scoring\n", "data/testdata.yaml": settings, "graders/grade.py": "x",
            "submissions/accepted/a.py": "x", "submissions/wrong_answer/a.py": "x",
            "submissions/run_time_error/a.py": "x",
        ]
        let submissions = try ScratchPackage.complete(files).use { try $0.referenceSubmissions() }
        func surprises(_ directory: String, _ report: Report) throws -> [String] {
            try #require(submissions.first { $0.directory == directory }).surprises(in: report)
        }
        // One of its two tests is wrong, and it is accepted.
        let accepted = report(80, 80, 0)
        #expect(try surprises("accepted", accepted) == [])
        #expect(try surprises("wrong_answer", accepted) == ["the verdict is AC, and WA is expected"])
        #expect(try surprises("run_time_error", accepted).allSatisfy { $0.hasPrefix("the verdict is AC, and ") })
        #expect(try surprises("run_time_error", accepted).count == 1)
        #expect(try surprises("wrong_answer", report(0, 50, 50, .wrongAnswer)) == [])
        #expect(try surprises("accepted", report(0, 50, 50, .wrongAnswer)).count == 1)
    }

    @Test func `where the worst test decides a legacy submission's tests are as expected`() throws {
        let files = [
            "problem.yaml": "type: scoring\n", "data/testdata.yaml": "grader_flags: min\n",
            "submissions/accepted/a.py": "x",
        ]
        let submission = try #require(try ScratchPackage.complete(files).use { try $0.referenceSubmissions().first })
        #expect(submission.surprises(in: report(80, 80, 0)) == ["secret/g2/1 is WA, and only AC may be"])
    }

    @Test(arguments: [
        ("mine/*: {permitted: [AC]}\nmine/a.py: {permitted: [WA]}\n", "no verdict is permitted on secret/g1/1"),
        ("mine/*: {permitted: [AC]}\nmine/a.py: {secret/g2: {required: [WA]}}\n", "WA is required in secret/g2"),
        ("mine/*: {score: 50}\nmine/a.py: {score: [60, 70]}\n", "at least 60.0 and at most 50.0"),
        ("mine/*: {permitted: [AC, WA]}\nmine/a.py: {required: [WA]}\n", nil as String?),
        ("mine/*: {secret/g1: {permitted: [AC]}}\nmine/a.py: {secret/g2: {permitted: [WA]}}\n", nil),
    ])
    func `rules that contradict each other are found`(rules: String, reason: String?) throws {
        let package = ScratchPackage.complete([
            "problem.yaml": Self.newer, "data/secret/g1/test_group.yaml": "max_score: 50\n",
            "data/secret/g2/test_group.yaml": "max_score: 50\n", "data/secret/g1/1.in": "", "data/secret/g1/1.ans": "",
            "data/secret/g2/1.in": "", "data/secret/g2/1.ans": "", "submissions/mine/a.py": "x",
            "submissions/submissions.yaml": rules,
        ])
        package.removeTree("data/secret/1.in")
        package.removeTree("data/secret/1.ans")
        let found = try package.use { try $0.contradictions(among: $0.referenceSubmissions()) }
        #expect(found.count == (reason == nil ? 0 : 1))
        if let reason { #expect(found.first?.reason.contains(reason) == true) }
    }

    @Test func `a mistyped key is told as one`() throws {
        let package = ScratchPackage.complete([
            "problem.yaml": "problem_format_version: 2025-09\nname: A\n", "submissions/mine/a.py": "x",
            "submissions/submissions.yaml": "mine/*:\n  permited: [AC]\n",
        ])
        let error = #expect(throws: PackageError.self) { try package.use { try $0.referenceSubmissions() } }
        #expect(
            error?.description == package.directory
                + "/submissions/submissions.yaml:2: \"permited\" is no key of mine/*, "
                + "and as a pattern of tests has no mapping; did you mean permitted?"
        )
    }
}
