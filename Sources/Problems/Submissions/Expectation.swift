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
        if let score {
            let wanted = score.lowerBound == score.upperBound ? "" : " to \(score.upperBound)"
            for (what, reached) in scores(in: report) where score.score(sameAs: reached) == nil {
                let whose = what.map { " of \($0)" } ?? ""
                surprises.append(
                    "the score\(whose) is \(reached), and \(score.lowerBound)\(wanted) is expected\(place)"
                )
            }
        }
        return surprises
    }

    /// The scores of what it is about, with the name of the group or test where it is not about the whole.
    ///
    /// A pattern also stands for what is in a directory of its name, whose scores make up that of the directory: of these
    /// the outermost count.
    private func scores(in report: Report) -> [(name: String?, score: Double)] {
        guard let scope else { return report.score.map { [(nil, $0)] } ?? [] }
        var found: [(name: String?, score: Double)] = []
        var groups: [String] = []
        let all = report.groups.map { ($0.name, $0.score as Double?) } + report.tests.map { ($0.name, $0.score) }
        for case (let name, let score?) in all where scope.matches(name) {
            if groups.contains(where: { name.hasPrefix($0 + "/") }) { continue }
            groups.append(name)
            found.append((name, score))
        }
        return found
    }
}

extension Set<Verdict> {
    /// The verdicts' codes, as in `WA or TLE`.
    var words: String {
        Verdict.allCases.filter(contains).map(\.rawValue).joined(separator: " or ")
    }
}
