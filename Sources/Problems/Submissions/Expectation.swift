public import Core

/// One thing that a package's authors expect of a submission.
public struct Expectation: Hashable, Sendable {
    /// What the times of a submission say about a time limit that is to be inferred.
    public enum TimeLimitUse: String, Hashable, Sendable {
        /// Nothing.
        case none
        /// The limit must be well above them.
        case lower
        /// The limit must be well below the slowest of them.
        case upper
    }

    /// The tests that it is about, by their paths below `data`; nil: all of them.
    public var scope: PathPattern?
    /// The verdicts that each of these tests may have; nil: any.
    public var permitted: Set<Verdict>?
    /// The verdicts of which at least one of these tests must have one; nil: none is needed.
    public var required: Set<Verdict>?
    /// Within which the score must be; nil: any.
    public var score: ClosedRange<Double>?
    /// What at least one message for judges must contain; nil: nothing.
    public var message: String?
    /// What their times say about the time limit; nil: what the verdicts above imply.
    public var timeLimitUse: TimeLimitUse?

    /// An expectation of all tests.
    public init(scope: PathPattern? = nil, permitted: Set<Verdict>? = nil, required: Set<Verdict>? = nil) {
        self.scope = scope
        self.permitted = permitted
        self.required = required
    }

    /// What a set of tests says about the time limit by the format's rules.
    public var impliedTimeLimitUse: TimeLimitUse {
        if let timeLimitUse { return timeLimitUse }
        if required == [.timeLimit] { return .upper }
        if let permitted, !permitted.contains(.timeLimit) { return .lower }
        return .none
    }
}

extension Expectation {
    /// In what `report` is not as expected, each as a phrase; empty where it is.
    ///
    /// Tests that were not run say nothing.
    func surprises(in report: Report) -> [String] {
        let tests = report.tests.filter { test in
            test.verdict != .skipped && (scope?.matches(test.name) ?? true)
        }
        let place = scope.map { " in \($0.text)" } ?? ""
        var surprises: [String] = []
        if let permitted, let test = tests.first(where: { !permitted.contains($0.verdict) }) {
            surprises.append("\(test.name) is \(test.verdict.rawValue), and only \(permitted.words) may be\(place)")
        }
        if let required, !tests.contains(where: { required.contains($0.verdict) }) {
            surprises.append("no test is \(required.words)\(place)")
        }
        if let message, !tests.contains(where: { ($0.judgeMessage ?? $0.message).contains(message) }) {
            surprises.append("no judge message contains \"\(message)\"\(place)")
        }
        if let score, let reached = self.score(in: report), !score.contains(reached) {
            let wanted = "\(score.lowerBound) to \(score.upperBound)"
            surprises.append("the score is \(reached), and \(wanted) is expected\(place)")
        }
        return surprises
    }

    /// The score of what it is about; nil where there is none.
    private func score(in report: Report) -> Double? {
        guard let scope else { return report.score }
        if let group = report.groups.first(where: { scope.matches($0.name) }) { return group.score }
        return report.tests.first { scope.matches($0.name) }?.score
    }
}

extension Set<Verdict> {
    /// The verdicts' codes, as in `WA or TLE`.
    var words: String {
        Verdict.allCases.filter(contains).map(\.rawValue).joined(separator: " or ")
    }
}
