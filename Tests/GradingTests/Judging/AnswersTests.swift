import Core
import Problems
import Testing

@testable import Grading

@Suite(.timeLimit(.minutes(60))) struct AnswersTests {
    private static func report(
        _ files: [String: String],
        tests count: Int = 3
    ) async throws -> (report: Report, commands: Int) {
        var problem = Problem.toy(tests: count)
        problem.type.isSubmitAnswer = true
        problem.limits.output = ByteCount(20)
        let submission = Submission(
            id: "s1",
            language: .answers,
            files: files.sorted { $0.key < $1.key }.map { .init(name: $0.key, content: Array($0.value.utf8)) }
        )
        let bench = try Bench()
        return (try await bench.grade(submission, on: problem).report, bench.executor.commands.count)
    }

    @Test(arguments: [
        (["1.out": "right", "2.ans": "right", "3": "right"], "AC AC AC"),
        (["sample-1.out": "right", "secret-2": "right", "3.txt": "right"], "AC AC AC"),
        (["1.out": "right", "2.out": "wrong"], "AC WA SK"), (["2.out": "right", "3.out": "right"], "WA SK SK"),
        (["1.out": String(repeating: "right ", count: 10)], "OLE SK SK"),
    ])
    func `answers are judged by the files' names, and nothing is run`(
        files: [String: String],
        expected: String
    ) async throws {
        let (report, commands) = try await Self.report(files)
        #expect(report.tests.map(\.verdict.rawValue).joined(separator: " ") == expected)
        #expect(report.submission.language == "answers")
        #expect(report.compile.ok && report.timeLimit == 1)
        #expect(commands == 0)
    }

    @Test(arguments: [
        (["secret-a-1.out": "a", "b-1.out": "b", "sample-1.out": "s"], ["s", "a", "b", nil]),
        // What two secret tests are called is the answer to neither, and not the sample's.
        (["1.out": "x"], [nil, nil, nil, nil]), (["2.txt": "x", "a-1": "a"], [nil, "a", nil, "x"]),
    ])
    func `a file's name is that of one test, or of none`(files: [String: String], expected: [String?]) throws {
        var problem = Problem.toy(tests: 4)
        for (place, name) in ["sample/1", "secret/a/1", "secret/b/1", "secret/b/2"].enumerated() {
            problem.tests[place].name = name
        }
        let answers = files.map { Submission.SourceFile(name: $0.key, content: Array($0.value.utf8)) }
        let found = problem.tests.map { test in
            AnswerJudge.answer(to: test, in: answers, of: problem).map { String(decoding: $0.content, as: UTF8.self) }
        }
        #expect(found == expected)
    }

    @Test func `the one file is the answer to the one secret test`() async throws {
        let (report, _) = try await Self.report(["whatever": "right", "1": "right"], tests: 2)
        #expect(report.tests.map(\.verdict) == [.accepted, .wrongAnswer])
        #expect(report.tests[1].reason == .noOutput)
        var problem = Problem.toy(tests: 2)
        problem.tests.removeFirst()
        #expect(AnswerJudge.answer(to: problem.tests[0], in: [.init(name: "x", content: [])], of: problem)?.name == "x")
    }

    @Test func `without any file there is nothing to judge`() async {
        await #expect(throws: GradingError.self) { try await Self.report([:]) }
    }
}
