internal import Core
internal import Problems

/// Checks the outputs of one submission by the problem's rules.
enum OutputChecker: Sendable {
    /// By the standard validator, as every test has it set up.
    case standard
    /// By the package's own validators; all of them must accept.
    case custom([Validator])
    /// Not at all: a validator does not compile, for the reason given.
    case broken(String)

    /// Checks `output` on `test`, with what each validator left in the pass before.
    ///
    /// - Throws: `.machinery` when a file cannot be read or the executor failed.
    func check(
        _ output: any ByteSource,
        on test: TestCase,
        after left: [[BoxFile]] = []
    ) async throws(GradingError) -> Check {
        switch self {
        case .standard: return try checkByStandard(output, on: test)
        case .broken(let why): return .failed(why)
        case .custom where test.namedChecker != nil: return try checkByStandard(output, on: test)
        case .custom(let validators):
            if let place = test.validatorPlace {
                guard validators.indices.contains(place) else { return .failed("the test has no output validator") }
                return try await validators[place].check(output, on: test, after: left.first ?? [])
            }
            var checks: [Check] = []
            for (index, validator) in validators.enumerated() {
                let own = left.indices.contains(index) ? left[index] : []
                checks.append(try await validator.check(output, on: test, after: own))
            }
            return Check(allOf: checks)
        }
    }

    private func checkByStandard(_ output: any ByteSource, on test: TestCase) throws(GradingError) -> Check {
        let result: CheckResult
        do {
            if let checker = test.namedChecker {
                result = try checker.check(output: output, answer: test.answer, points: test.points)
            } else if let validator = test.standardValidator {
                result = try validator.check(output: output, answer: test.answer)
            } else {
                return .failed("the test has no output validator")
            }
        } catch {
            throw GradingError(reading: "the output or the answer of \(test.name)", error)
        }
        let message = BoundedText(result.judgeMessage, limit: BoundedText.messageLimit).text
        return Check(
            conclusion: result.accepted ? .accepted : .wrong(isOutputEmpty: result.isOutputEmpty),
            judgeMessage: result.accepted ? "" : message,
            score: result.score.map { .score($0) }
        )
    }
}

extension Check {
    /// What several validators concluded together: a failed one outranks a rejection, and that an acceptance.
    ///
    /// A score and a next pass are those of the one validator that has some; two that have are a mistake.
    init(allOf checks: [Check]) {
        guard let first = checks.first else {
            self = .failed("the package has no output validator")
            return
        }
        let deciding =
            checks.first { $0.conclusion == .failed }
            ?? checks.first { $0.conclusion != .accepted }
        self = deciding ?? first
        feedback = checks.map { $0.feedback.first ?? [] }
        guard deciding == nil else { return }
        teamMessage = Check.joined(checks.map(\.teamMessage))
        judgeMessage = Check.joined(checks.map(\.judgeMessage))
        let scores = checks.compactMap(\.score)
        let passes = checks.compactMap(\.nextPass)
        if scores.count > 1 { self = .failed("several output validators gave a score") }
        if passes.count > 1 { self = .failed("several output validators wrote \(Feedback.nextPass)") }
        score = scores.first
        nextPass = passes.first
    }

    private static func joined(_ messages: [String]) -> String {
        messages.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
