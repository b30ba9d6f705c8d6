/// How a group's verdict and score come out of those of its members.
public enum GroupGrading: Hashable, Sendable {
    /// Accepted when all members are; no score.
    case passFail
    /// As the format 2025-09 has it.
    case newer(NewerGrading)
    /// As the legacy format has it, by the standard grader.
    case standardGrader(StandardGrader, LegacyScores)
    /// As the legacy format has it, by the package's own grader, with these flags.
    case customGrader(flags: [String], LegacyScores)
}

/// `max_score` and `score_aggregation` of the format 2025-09.
public struct NewerGrading: Hashable, Sendable {
    /// How the members' scores become the group's.
    public enum Aggregation: String, Hashable, Sendable {
        /// The maximum when all members are accepted, else 0.
        case passFail = "pass-fail"
        /// Their sum.
        case sum
        /// The smallest of them.
        case minimum = "min"
    }

    /// How the members' scores become the group's.
    public var aggregation: Aggregation
    /// The best score that there is; nil: unbounded.
    public var maximum: Int?

    /// A grading with these parts.
    public init(aggregation: Aggregation, maximum: Int?) {
        self.aggregation = aggregation
        self.maximum = maximum
    }
}

/// `accept_score`, `reject_score` and `range` of the legacy format.
public struct LegacyScores: Hashable, Sendable {
    /// What an accepted test is worth, where its validator gives no score.
    public var accept = 1.0
    /// What a rejected test is worth, where its validator gives no score.
    public var reject = 0.0
    /// Within which the group's score must be.
    public var range: ClosedRange<Double> = -.infinity ... .infinity

    /// The format's defaults.
    public init() {}
}
