import Core
import Testing

@testable import Grading

@Suite struct ScoreTests {
    private static func test(_ verdict: Verdict, _ reason: Reason? = nil) -> Report.Test {
        var test = Report.Test(name: "secret/1", verdict: verdict)
        test.reason = reason
        return test
    }

    @Test func `the first test that is not accepted decides`() {
        let tests = [Self.test(.accepted), Self.test(.wrongAnswer, .differs), Self.test(.timeLimit, .cpu)]
        let score = Score(refusal: nil, tests: tests)
        #expect(score.verdict == .wrongAnswer)
        #expect(score.reason == .differs)
    }

    @Test func `a judge error anywhere outranks every other verdict`() {
        let score = Score(refusal: nil, tests: [Self.test(.wrongAnswer, .differs), Self.test(.judgeError)])
        #expect(score.verdict == .judgeError)
        #expect(score.reason == nil)
    }

    @Test func `skipped tests decide nothing`() {
        #expect(Score(refusal: nil, tests: [Self.test(.accepted), Self.test(.skipped)]).verdict == .accepted)
    }

    @Test func `a refused compilation is a compile error with its reason`() {
        let score = Score(refusal: .compilerTime, tests: [])
        #expect(score.verdict == .compileError)
        #expect(score.reason == .compilerTime)
    }
}
