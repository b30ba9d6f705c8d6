import Core
import Problems
import Testing

@testable import Grading

@Suite struct ScoreTests {
    private static func test(_ verdict: Verdict, _ reason: Reason? = nil) -> Report.Test {
        var test = Report.Test(name: "secret/1", verdict: verdict)
        test.reason = reason
        return test
    }

    private static func score(_ tests: [Report.Test]) async throws -> Score {
        let problem = Problem.toy(tests: tests.count)
        let agenda = Agenda(problem, samplesOnly: false)
        let assessment = Assessment(agenda: agenda, problem: problem, allTests: false) { _, _ in .skipped }
        return try await Score(assessment, tests)
    }

    @Test func `the first test that is not accepted decides`() async throws {
        let score = try await Self.score([
            Self.test(.accepted), Self.test(.wrongAnswer, .differs), Self.test(.timeLimit, .cpu),
        ])
        #expect(score.verdict == .wrongAnswer)
        #expect(score.reason == .differs)
    }

    @Test func `a judge error anywhere outranks every other verdict`() async throws {
        let score = try await Self.score([Self.test(.wrongAnswer, .differs), Self.test(.judgeError)])
        #expect(score.verdict == .judgeError)
        #expect(score.reason == nil)
    }

    @Test func `skipped tests decide nothing`() async throws {
        #expect(try await Self.score([Self.test(.accepted), Self.test(.skipped)]).verdict == .accepted)
    }

    @Test func `a refused compilation is a compile error with its reason`() {
        let score = Score(refusal: .compilerTime)
        #expect(score.verdict == .compileError)
        #expect(score.reason == .compilerTime)
    }
}
