import Core
import Testing

@testable import Grading

@Suite struct MessagesTests {
    private static let wrong = Judgement(.wrongAnswer, .differs)

    private static func check(team: String = "", judge: String = "line 1: expected 7") -> Check {
        Check(conclusion: .wrong(isOutputEmpty: false), teamMessage: team, judgeMessage: judge)
    }

    @Test func `a sample shows the first difference to the candidate`() {
        let messages = Messages(Self.wrong, check: Self.check(), standardError: nil, isOpen: true)
        #expect(messages.candidate == "line 1: expected 7")
        #expect(messages.judges == nil)
    }

    @Test func `a secret test shows the first difference to the judges alone`() {
        let messages = Messages(Self.wrong, check: Self.check(), standardError: nil, isOpen: false)
        #expect(messages.candidate.isEmpty)
        #expect(messages.judges == "line 1: expected 7")
    }

    @Test(arguments: [true, false])
    func `a team message is for the candidate wherever it comes`(isOpen: Bool) {
        let messages = Messages(Self.wrong, check: Self.check(team: "too slow"), standardError: nil, isOpen: isOpen)
        #expect(messages.candidate == "too slow")
        #expect(messages.judges == "line 1: expected 7")
    }

    @Test func `a failed checker tells the candidate nothing, not even on a sample`() {
        let check = Check(conclusion: .failed, judgeMessage: "the validator crashed")
        let messages = Messages(Judgement(.judgeError), check: check, standardError: nil, isOpen: true)
        #expect(messages.candidate.isEmpty)
        #expect(messages.judges == "the validator crashed")
    }

    @Test func `what a crashing program wrote to standard error is for the judges`() {
        let text = BoundedText("Traceback", limit: .kibibytes(1))
        let messages = Messages(Judgement(.runtimeError, .exit(1)), check: nil, standardError: text, isOpen: true)
        #expect(messages.candidate.isEmpty)
        #expect(messages.judges == "Traceback")
    }
}
