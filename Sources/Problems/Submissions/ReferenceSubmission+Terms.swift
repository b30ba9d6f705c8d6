internal import Core

extension ReferenceSubmission {
    /// Everything that is expected of it, in texts that are the same when all of that is.
    public var terms: [String] {
        let own = [
            "expected \(expectedVerdicts.words)", "language \(language?.rawValue ?? "")", "entry \(entry ?? "")",
            "partial \(isPartial)", "least \(leastScore.map { "\($0)" } ?? "")",
            "tagged \(isTagged) \(taggedScore.map { "\($0)" } ?? "")", "ruled \(isRuled)",
            "graded \(isGraded)",
        ]
        return own + expectations.flatMap(\.terms)
    }
}

extension Expectation {
    /// Everything that it asks for.
    fileprivate var terms: [String] {
        [
            "scope \(scope?.text ?? "*")", "permitted \(permitted?.words ?? "any")",
            "required \(required?.words ?? "none")",
            "score \(score.map { "\($0.lowerBound) \($0.upperBound)" } ?? "any")", "message \(message ?? "")",
        ]
    }
}
