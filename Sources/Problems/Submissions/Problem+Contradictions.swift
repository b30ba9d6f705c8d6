internal import Core

/// What `submissions.yaml` and the directories ask for of one submission, and no submission can do.
public struct Contradiction: Hashable, Sendable {
    /// The submission's path below `submissions`.
    public let submission: String
    /// What cannot be, as a phrase.
    public let reason: String
}

extension Problem {
    /// What is asked of `submissions` that contradicts itself: the first thing for each.
    public func contradictions(among submissions: [ReferenceSubmission]) -> [Contradiction] {
        submissions.compactMap { submission in
            contradiction(in: submission.expectations).map { Contradiction(submission: submission.path, reason: $0) }
        }
    }

    private func contradiction(in expectations: [Expectation]) -> String? {
        guard expectations.count > 1 else { return nil }
        var allowed: [String: Set<Verdict>] = [:]
        for test in tests {
            let sets = expectations.filter { $0.scope?.matches(test.name) ?? true }.compactMap(\.permitted)
            guard let first = sets.first else { continue }
            let common = sets.dropFirst().reduce(first) { $0.intersection($1) }
            if common.isEmpty { return "no verdict is permitted on \(test.name) by all of them" }
            allowed[test.name] = common
        }
        for expectation in expectations {
            guard let required = expectation.required else { continue }
            let names = tests.map(\.name).filter { expectation.scope?.matches($0) ?? true }
            let isPossible = names.contains { name in allowed[name].map { !$0.isDisjoint(with: required) } ?? true }
            if !names.isEmpty, !isPossible {
                let place = expectation.scope.map { " in \($0.text)" } ?? ""
                return "\(required.words) is required\(place) and not permitted"
            }
        }
        let scores = expectations.filter { $0.scope == nil }.compactMap(\.score)
        if let low = scores.map(\.lowerBound).max(), let high = scores.map(\.upperBound).min(), low > high {
            return "the score must be at least \(low) and at most \(high)"
        }
        return nil
    }
}
