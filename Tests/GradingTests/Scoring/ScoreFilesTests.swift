import Core
import Problems
import Testing

@testable import Grading

/// A submission's scores are all in the one file or all in the other (2025-09).
@Suite(.timeLimit(.minutes(60))) struct ScoreFilesTests {
    private static func problem(multiPass: Bool = false) -> Problem {
        var problem = Problem.toy(tests: 4)
        problem.format = .y2025_09
        problem.type.isScoring = true
        problem.type.isMultiPass = multiPass
        let files = [BoxFile(path: "check.cpp", content: MemoryBytes("check"))]
        problem.validator = .custom([PackageProgram(name: "check", kind: .cpp, files: files)])
        var sample = TestGroup(name: "sample")
        sample.members = [.test(0)]
        var secret = TestGroup(name: "secret")
        secret.grading = .newer(NewerGrading(aggregation: .sum, maximum: 90))
        secret.members = [.test(1), .test(2), .test(3)]
        var root = TestGroup(name: "")
        (root.members, root.onReject) = ([.group(sample), .group(secret)], .continue)
        problem.data = root
        return problem
    }

    /// A validator that writes the file named for each test's input.
    private static func report(_ files: [String: String]) async throws -> Report {
        let bench = try Bench(validate: { command in
            let name = files[command.text(of: "in") ?? ""]
            return .exited(42, feedback: name.map { [$0: "0.5"] } ?? [:])
        })
        return try await bench.grade(on: problem()).report
    }

    @Test(arguments: [
        (["2": "score.txt", "3": "score.txt", "4": "score.txt"], Verdict.accepted, 1.5),
        (["2": "score_multiplier.txt", "4": "score_multiplier.txt"], .accepted, 60),
        (["2": "score.txt", "4": "score_multiplier.txt"], .judgeError, 0),
        // In the samples scores mean nothing.
        (["1": "score.txt", "2": "score_multiplier.txt"], .accepted, 75),
    ])
    func `tests have their scores in one file`(files: [String: String], verdict: Verdict, score: Double) async throws {
        let report = try await Self.report(files)
        #expect(report.verdict == verdict)
        #expect(report.score == score)
        if verdict == .judgeError {
            let message = "a validator wrote score_multiplier.txt, and on secret/2 score.txt"
            #expect(report.tests.last?.judgeMessage == message)
        }
    }

    @Test func `passes have their scores in one file`() async throws {
        let bench = try Bench(
            validate: { command in
                command.inputText == "second\n"
                    ? .exited(42, feedback: ["score_multiplier.txt": "1"])
                    : .exited(42, feedback: ["score.txt": "1", "nextpass.in": "go on"])
            },
            run: { input, _ in .wrote(input == "go on" ? "second\n" : "first\n") }
        )
        let report = try await bench.grade(on: Self.problem(multiPass: true)).report
        #expect(report.verdict == .judgeError)
        // The sample's scores mean nothing.
        #expect(report.tests.map(\.verdict) == [.accepted, .judgeError, .skipped, .skipped])
        #expect(report.tests[1].judgeMessage?.contains("in different passes") == true)
    }

    @Test func `what was begun in vain counts for nothing`() {
        let files = ScoreFiles()
        files.add(.score(1), on: "a")
        files.add(.multiplier(1), on: "b")
        files.add(.score(1), on: "c")
        let tests = [("a", Verdict.accepted), ("b", .skipped), ("c", .accepted)].map {
            Report.Test(name: $0.0, verdict: $0.1)
        }
        #expect(files.checked(tests).map(\.verdict) == [.accepted, .skipped, .accepted])
    }
}
