import Batch
import Core
import Problems
import Testing

@testable import CLI

@Suite struct BatchTermsTests {
    private static let terms = BatchTerms(timeLimit: .seconds(1), memoryLimit: nil, allTests: false)

    private static func item(_ change: (inout ReferenceSubmission) -> Void = { _ in }) -> BatchItem {
        var submission = ReferenceSubmission(
            directory: "wrong_answer",
            name: "a.py",
            files: [],
            expectedVerdicts: [.wrongAnswer, .accepted, .timeLimit]
        )
        submission.expectations = [Expectation(permitted: [.accepted, .wrongAnswer], required: [.wrongAnswer])]
        change(&submission)
        return BatchItem(id: "a", package: "p", files: [], expectation: .reference(submission))
    }

    @Test func `the same terms have the same name`() {
        for _ in 0..<20 { #expect(Self.terms.digest(of: Self.item()) == Self.terms.digest(of: Self.item())) }
    }

    @Test func `other terms have another name`() {
        var digests = [
            BatchTerms(timeLimit: .seconds(2), memoryLimit: nil, allTests: false).digest(of: Self.item()),
            BatchTerms(timeLimit: .seconds(1), memoryLimit: .mebibytes(1), allTests: false).digest(of: Self.item()),
            BatchTerms(timeLimit: .seconds(1), memoryLimit: nil, allTests: true).digest(of: Self.item()),
        ]
        var started = Self.item()
        started.entry = "Main"
        var nothing = Self.item()
        nothing.expectation = .nothing
        var verdicts = Self.item()
        verdicts.expectation = .verdicts([.accepted])
        let others = [
            Self.item(), started, nothing, verdicts, Self.item { $0.expectedVerdicts = [.wrongAnswer] },
            Self.item { $0.expectations = [] }, Self.item { $0.expectations.append(Expectation()) },
            Self.item { $0.expectations[0].permitted = [.accepted] },
            Self.item { $0.expectations[0].required = nil }, Self.item { $0.expectations[0].message = "no" },
            Self.item { $0.expectations[0].score = 1...2 }, Self.item { $0.expectations[0].score = 1...3 },
            Self.item { $0.expectations[0].scope = PathPattern("sample") }, Self.item { $0.taggedScore = 1 },
            Self.item { $0.isRuled = true }, Self.item { $0.entry = "b.py" }, Self.item { $0.language = "c" },
        ]
        digests += others.map { Self.terms.digest(of: $0) }
        #expect(Set(digests).count == digests.count)
    }
}
