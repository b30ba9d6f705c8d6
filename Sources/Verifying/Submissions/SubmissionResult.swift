public import Core

/// What became of one of the package's submissions.
public struct SubmissionResult: Sendable {
    /// Its path below `submissions`.
    public var path: String
    /// The verdicts that are as expected; empty where the package does not say.
    public var expected: Set<Verdict>
    /// Its report under the time limit; nil where it was not judged.
    public var report: Report?
    /// The verdict that it has under the time limit that is extended by `time_limit_to_tle`.
    public var extended: Verdict?
    /// Why it was not judged.
    public var skipped: String?
    /// The time of its slowest test, as if its language were granted nothing; nil where there is none.
    public var time: MeasuredTime?
    /// Whether that test was stopped: then it may have needed any time.
    public var isStopped = false
    /// In what it is not as expected, each as a phrase.
    public var surprises: [String] = []

    /// A result of which nothing is known yet.
    public init(path: String, expected: Set<Verdict>) {
        self.path = path
        self.expected = expected
    }
}

/// The time limit that a package was verified with, and what it follows from.
public struct TimeLimitResult: Sendable {
    /// The limit.
    public var limit: Duration
    /// `option`, `package`, `inferred` or `default`.
    public var source: String
    /// The slowest time that the limit must allow, in seconds, and whose it is.
    public var lower: (seconds: Double, submission: String, test: String)?
    /// The fastest of those times that must be too slow, in seconds, where it is known, and whose it is.
    public var upper: (seconds: Double, submission: String, test: String)?
    /// How many times `lower` the limit must be at least.
    public var acceptedToTimeLimit: Double
    /// How many times the limit `upper` must be at least.
    public var timeLimitToTooSlow: Double
}
