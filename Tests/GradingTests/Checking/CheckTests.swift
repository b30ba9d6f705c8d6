import Core
import Testing

@testable import Grading

@Suite struct CheckTests {
    private static func check(_ conclusion: Check.Conclusion, _ message: String = "") -> Check {
        Check(conclusion: conclusion, judgeMessage: message)
    }

    @Test func `several validators must all accept`() {
        #expect(Check(allOf: [Self.check(.accepted), Self.check(.accepted)]).conclusion == .accepted)
        let mixed = Check(allOf: [
            Self.check(.accepted, "fine"), Self.check(.wrong(isOutputEmpty: false), "no"), Self.check(.accepted),
        ])
        #expect(mixed.conclusion == .wrong(isOutputEmpty: false))
        #expect(mixed.judgeMessage == "no")
    }

    @Test func `a failed validator outranks one that rejects`() {
        let check = Check(allOf: [Self.check(.wrong(isOutputEmpty: false), "no"), Self.check(.failed, "crash")])
        #expect(check.conclusion == .failed)
        #expect(check.judgeMessage == "crash")
    }

    @Test func `no validator at all is a failure and no acceptance`() {
        #expect(Check(allOf: []).conclusion == .failed)
    }

    @Test func `the words of validators that all accept stay together`() {
        let check = Check(allOf: [Self.check(.accepted, "one"), Self.check(.accepted), Self.check(.accepted, "two")])
        #expect(check.judgeMessage == "one\ntwo")
    }
}
