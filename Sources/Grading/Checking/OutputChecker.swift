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

    /// Checks `output` on `test`.
    ///
    /// - Throws: `.machinery` when a file cannot be read or the executor failed.
    func check(_ output: any ByteSource, on test: TestCase) async throws(GradingError) -> Check {
        switch self {
        case .standard: return try checkByStandard(output, on: test)
        case .broken(let why): return Check(conclusion: .failed, judgeMessage: why)
        case .custom(let validators):
            var checks: [Check] = []
            for validator in validators { checks.append(try await validator.check(output, on: test)) }
            return Check(allOf: checks)
        }
    }

    private func checkByStandard(_ output: any ByteSource, on test: TestCase) throws(GradingError) -> Check {
        guard let validator = test.standardValidator else {
            return Check(conclusion: .failed, judgeMessage: "the test has no output validator")
        }
        let result: CheckResult
        do {
            result = try validator.check(output: output, answer: test.answer)
        } catch {
            throw GradingError(reading: "the output or the answer of \(test.name)", error)
        }
        let message = BoundedText(result.judgeMessage, limit: BoundedText.messageLimit).text
        return Check(
            conclusion: result.accepted ? .accepted : .wrong(isOutputEmpty: result.isOutputEmpty),
            judgeMessage: result.accepted ? "" : message
        )
    }
}

extension Check {
    /// What several validators concluded together: a failed one outranks a rejection, and that an acceptance.
    init(allOf checks: [Check]) {
        let deciding =
            checks.first { $0.conclusion == .failed }
            ?? checks.first { $0.conclusion != .accepted }
        guard let deciding else {
            self.init(conclusion: checks.isEmpty ? .failed : .accepted)
            teamMessage = Check.joined(checks.map(\.teamMessage))
            judgeMessage =
                checks.isEmpty ? "the package has no output validator" : Check.joined(checks.map(\.judgeMessage))
            return
        }
        self = deciding
    }

    private static func joined(_ messages: [String]) -> String {
        messages.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
