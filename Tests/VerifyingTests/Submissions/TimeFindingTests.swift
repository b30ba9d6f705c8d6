import Core
import Testing
import Verifying

@Suite struct TimeFindingTests {
    /// A package with these lines, its submissions, what is found, and the limit with its source.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var isLegacy = false
        var lines = ""
        var file: String?
        var rules: String?
        let submissions: [PlayedSubmission]
        let findings: [String]
        var limit: Double?
        var source: String?
    }

    private static func played(_ path: String, _ tests: (Verdict, Double)..., wall: Double = 0) -> PlayedSubmission {
        PlayedSubmission(path: path, tests: tests, wall: wall)
    }

    private static let quick = played("accepted/a.py", (.accepted, 0.1), (.accepted, 0.4), (.accepted, 0.2))
    private static let endless = played(
        "time_limit_exceeded/e.py",
        (.accepted, 0.1),
        (.accepted, 1e9),
        (.accepted, 0.1)
    )

    static let rows: [Row] = [
        Row(
            testDescription: "a stated limit",
            lines: "limits: {time_limit: 1}",
            submissions: [quick, endless],
            findings: [],
            limit: 1,
            source: "package"
        ),
        Row(
            testDescription: "an inferred limit",
            submissions: [quick, endless],
            findings: [],
            limit: 1,
            source: "inferred"
        ),
        Row(
            testDescription: "an inferred limit by other rules",
            lines: "limits: {time_resolution: 0.1, time_multipliers: {ac_to_time_limit: 3}}",
            submissions: [quick],
            findings: [],
            limit: 1.2,
            source: "inferred"
        ),
        Row(
            testDescription: "a legacy limit",
            isLegacy: true,
            submissions: [quick],
            findings: [],
            limit: 2,
            source: "inferred"
        ),
        Row(
            testDescription: "a legacy limit with factors",
            isLegacy: true,
            lines: "limits: {time_multiplier: 2}",
            submissions: [quick],
            findings: [],
            limit: 1,
            source: "inferred"
        ),
        Row(
            testDescription: "a limit that is too short",
            lines: "limits: {time_limit: 1}",
            submissions: [played("accepted/a.py", (.accepted, 0.1), (.accepted, 0.6))],
            findings: ["error time-limit-low problem.yaml"],
            limit: 1,
            source: "package"
        ),
        Row(
            testDescription: "a file's limit is not asked for five times",
            isLegacy: true,
            file: "1\n",
            submissions: [quick],
            findings: [],
            limit: 1,
            source: "package"
        ),
        Row(
            testDescription: "a file's limit is asked for twice",
            isLegacy: true,
            file: "1\n",
            submissions: [played("accepted/a.py", (.accepted, 0.1), (.accepted, 0.6))],
            findings: ["warning time-limit-low .timelimit"],
            limit: 1,
            source: "package"
        ),
        Row(
            testDescription: "an accepted one that is too slow",
            lines: "limits: {time_limit: 1}",
            submissions: [played("accepted/a.py", (.accepted, 0.1), (.accepted, 1.3))],
            findings: ["error time-limit-low problem.yaml", "error unexpected submissions/accepted/a.py"],
            limit: 1,
            source: "package"
        ),
        Row(
            testDescription: "a slow one that is not slow enough",
            lines: "limits: {time_limit: 1}",
            submissions: [quick, played("time_limit_exceeded/e.py", (.accepted, 0.1), (.accepted, 1.3))],
            findings: ["warning sensitive submissions/time_limit_exceeded/e.py"],
            limit: 1,
            source: "package"
        ),
        Row(
            testDescription: "no limit between right and slow ones",
            submissions: [quick, played("time_limit_exceeded/e.py", (.accepted, 0.1), (.accepted, 1.3))],
            findings: ["error no-time-limit submissions/time_limit_exceeded/e.py"],
            limit: 1,
            source: "inferred"
        ),
        Row(
            testDescription: "a slow one that is in time",
            lines: "limits: {time_limit: 1}",
            submissions: [quick, played("time_limit_exceeded/e.py", (.accepted, 0.1), (.accepted, 0.3))],
            findings: ["error unexpected submissions/time_limit_exceeded/e.py"]
        ),
        Row(
            testDescription: "a sleeping one",
            lines: "limits: {time_limit: 1}",
            submissions: [quick, played("time_limit_exceeded/e.py", (.accepted, 0.001), wall: 1000)],
            findings: []
        ),
        Row(
            testDescription: "one that sleeps longer than the limit allows",
            lines: "limits: {time_limit: 1}",
            submissions: [played("accepted/a.py", (.accepted, 0.1), wall: 3.5)],
            findings: ["error unexpected submissions/accepted/a.py"]
        ),
        Row(
            testDescription: "a wrong one must be in time, too",
            submissions: [quick, played("wrong_answer/w.py", (.accepted, 0.1), (.wrongAnswer, 0.9))],
            findings: [],
            limit: 2,
            source: "inferred"
        ),
        Row(
            testDescription: "a wrong one need not in the older format",
            isLegacy: true,
            lines: "limits: {time_multiplier: 2}",
            submissions: [quick, played("wrong_answer/w.py", (.accepted, 0.1), (.wrongAnswer, 0.9))],
            findings: [],
            limit: 1,
            source: "inferred"
        ),
        Row(
            testDescription: "a rule that takes one out of it",
            rules: "wrong_answer/*: {permitted: [AC, WA], use_for_time_limit: false}",
            submissions: [quick, played("wrong_answer/w.py", (.accepted, 0.1), (.wrongAnswer, 0.9))],
            findings: [],
            limit: 1,
            source: "inferred"
        ),
        Row(
            testDescription: "a rule for some tests",
            rules: "mine/*: {secret/1: {permitted: [AC]}, secret/2: {required: [TLE]}}",
            submissions: [quick, played("mine/m.py", (.accepted, 0.1), (.accepted, 0.8), (.accepted, 1e9))],
            findings: [],
            limit: 2,
            source: "inferred"
        ),
        Row(
            testDescription: "nobody who must be in time",
            submissions: [endless],
            findings: ["error no-accepted submissions", "error no-time-limit submissions"],
            limit: 10,
            source: "default"
        ),
        Row(
            testDescription: "as expected with more time only",
            lines: "limits: {time_limit: 1}",
            submissions: [quick, played("wrong_answer/w.py", (.accepted, 0.1), (.accepted, 1.2), (.wrongAnswer, 0.1))],
            findings: ["error time-limit-low problem.yaml", "warning extra-time submissions/wrong_answer/w.py"]
        ),
        Row(
            testDescription: "too near the limit",
            isLegacy: true,
            lines: "",
            file: "1\n",
            submissions: [quick, played("wrong_answer/w.py", (.accepted, 0.1), (.wrongAnswer, 0.97))],
            findings: ["warning noise submissions/wrong_answer/w.py"]
        ),
        Row(
            testDescription: "two verdicts",
            isLegacy: true,
            file: "1\n",
            submissions: [quick, played("rejected/w.py", (.accepted, 0.1), (.wrongAnswer, 1.3))],
            findings: ["warning sensitive submissions/rejected/w.py"]
        ),
    ]

    private func verify(
        _ row: Row,
        _ options: VerificationOptions = VerificationOptions()
    ) async throws -> VerifiedPackage {
        var files = row.isLegacy ? Tree.legacy : Tree.newer
        files["problem.yaml"] = (files["problem.yaml"] ?? nil).map { $0 + row.lines + "\n" }
        files["data/secret/2.in"] = "5\n"
        files["data/secret/2.ans"] = "6\n"
        files["submissions/accepted/a.py"] = .some(nil)
        files[".timelimit"] = row.file
        files["submissions/submissions.yaml"] = row.rules
        for submission in row.submissions { files["submissions/" + submission.path] = "x\n" }
        let tree = try Tree(files)
        let played = row.submissions
        return try await Verifier.verify(tree.directory, parts: [.submissions], options: options) {
            path,
            problem,
            options in
            guard let own = played.first(where: { $0.path == path }) else { return .skipped("not played") }
            return .judged(own.report(on: problem, options))
        }
    }

    @Test(arguments: rows)
    func `finds what is wrong with times`(row: Row) async throws {
        let found = try await verify(row)
        #expect(Verifier.words(found) == row.findings)
        if let limit = row.limit { #expect(found.timeLimit?.limit.inSeconds == limit) }
        if let source = row.source { #expect(found.timeLimit?.source == source) }
    }

    @Test func `the limit that is asked for comes before all others`() async throws {
        var options = VerificationOptions()
        options.timeLimit = .milliseconds(300)
        let found = try await verify(Self.rows[0], options)
        #expect(found.timeLimit?.source == "option")
        #expect(found.timeLimit?.limit == .milliseconds(300))
        #expect(Verifier.words(found) == ["error unexpected submissions/accepted/a.py"])
    }

    @Test func `times that count are measured as often as asked for`() async throws {
        var options = VerificationOptions()
        options.runs = 5
        let found = try await verify(Self.rows[0], options)
        let accepted = try #require(found.submissions.first)
        #expect(accepted.time?.runs.count == 5)
        #expect(accepted.time?.test == "secret/1")
        // What was stopped may have needed any time.
        #expect(found.submissions.last?.time?.runs.count == 1)
        #expect(found.submissions.last?.isStopped == true)
    }

    @Test func `bounds are told with whose they are`() async throws {
        let found = try await verify(Self.rows[9])
        #expect(found.timeLimit?.lower?.submission == "accepted/a.py")
        #expect(found.timeLimit?.lower?.test == "secret/1")
        #expect(found.timeLimit?.lower?.seconds == 0.4)
        #expect(found.timeLimit?.upper?.submission == "time_limit_exceeded/e.py")
        #expect(found.timeLimit?.upper?.seconds == 1.3)
    }
}
