internal import Core
internal import Problems

/// What a group came to.
struct GroupResult: Hashable, Sendable {
    var verdict: Verdict
    var reason: Reason?
    var score: Double
    /// What the package's own grader, or its scores, did wrong.
    var failure: String?
}

extension GroupResult {
    /// What a group comes to whose members came to `members`, where no program of the package has a say.
    ///
    /// Members that were not run are `SK`.
    init(_ members: [GroupResult], of group: TestGroup) {
        if let broken = members.first(where: { $0.verdict == .judgeError }) {
            self = broken
            return
        }
        switch group.grading {
        // So is a group without members, such as that of the secret tests where the samples alone are judged: it must not
        // be one that is accepted among others.
        case .standardGrader where members.allSatisfy { $0.verdict == .skipped },
            .customGrader where members.isEmpty:
            self = .skipped
        case .passFail, .customGrader: self.init(firstFailureOf: members)
        case .newer(let grading): self.init(members, grading)
        case .standardGrader(let grader, let scores):
            let graded = grader.grade(members.map { StandardGrader.Result(verdict: $0.verdict, score: $0.score) })
            let run = members.filter { $0.verdict != .skipped }
            let counted = grader.ignoresSample ? run.suffix(1) : run[...]
            let reason = counted.first { $0.verdict == graded.verdict }?.reason
            self.init(verdict: graded.verdict, reason: reason, score: graded.score)
            checkRange(scores, group)
        }
    }

    private init(firstFailureOf members: [GroupResult]) {
        let deciding = members.first { $0.verdict != .accepted && $0.verdict != .skipped }
        let isRun = members.isEmpty || members.contains { $0.verdict != .skipped }
        self.init(
            verdict: deciding?.verdict ?? (isRun ? .accepted : .skipped),
            reason: deciding?.reason,
            score: 0
        )
    }

    private init(_ members: [GroupResult], _ grading: NewerGrading) {
        self.init(firstFailureOf: members)
        let scores = members.map { $0.verdict == .accepted || $0.score > 0 ? $0.score : 0 }
        switch grading.aggregation {
        case .passFail: score = verdict == .accepted ? Double(grading.maximum ?? 0) : 0
        case .sum: score = scores.reduce(0, +)
        case .minimum: score = scores.min() ?? 0
        }
        // Sums of fractions may be off by what the last bits are worth, above and below.
        guard let maximum = grading.maximum.map(Double.init) else { return }
        if score.isSameScore(as: maximum) {
            score = maximum
        } else if score > maximum {
            self = GroupResult(failure: "the score \(score) is above the max_score \(Int(maximum))")
        }
    }

    /// A judge error, for the reason given.
    init(failure: String) {
        self.init(verdict: .judgeError, reason: nil, score: 0, failure: failure)
    }

    /// A score outside of the group's range is a judge error.
    mutating func checkRange(_ scores: LegacyScores, _ group: TestGroup) {
        guard verdict != .judgeError, verdict != .skipped else { return }
        if let score = scores.range.score(sameAs: score) {
            self.score = score
            return
        }
        let range = "\(scores.range.lowerBound) to \(scores.range.upperBound)"
        self = GroupResult(
            failure: "the score \(score) of \(group.name.isEmpty ? "data" : group.name) is not in \(range)"
        )
    }

    /// The result of one test.
    init(_ test: Report.Test) {
        self.init(verdict: test.verdict, reason: test.reason, score: test.score ?? 0)
    }
}
