internal import Core
public import Problems

/// By which a time limit follows from the times of submissions.
public struct TimeRules: Hashable, Sendable {
    /// The time limit is at least this many times the slowest time that must be allowed.
    public var acceptedToTimeLimit: Double
    /// What is too slow takes at least this many times the time limit.
    public var timeLimitToTooSlow: Double
    /// An inferred time limit is a multiple of this.
    public var resolution: Duration

    /// Rules with these parts.
    public init(acceptedToTimeLimit: Double, timeLimitToTooSlow: Double, resolution: Duration) {
        self.acceptedToTimeLimit = acceptedToTimeLimit
        self.timeLimitToTooSlow = timeLimitToTooSlow
        self.resolution = resolution
    }

    /// The rules of a problem.
    public init(_ limits: ProblemLimits) {
        self.init(
            acceptedToTimeLimit: limits.acceptedToTimeLimit,
            timeLimitToTooSlow: limits.timeLimitToTooSlow,
            resolution: limits.timeResolution
        )
    }

    /// The smallest time limit that allows what takes `slowest` seconds: a multiple of the resolution, and at least one.
    public func inferred(from slowest: Double) -> Duration {
        let step = Double(resolution.inMicroseconds)
        // A microsecond is less than any clock tells: what comes out even must not be rounded up.
        let steps = ((slowest * 1_000_000 * acceptedToTimeLimit - 1) / step).rounded(.up)
        return resolution * Int(max(1, min(steps, 1e9)))
    }

    /// The least time in seconds that a time limit of `limit` must allow for.
    public func least(for slowest: Double) -> Double { slowest * acceptedToTimeLimit }

    /// Whether `limit` is enough for what takes `slowest` seconds.
    public func allows(_ slowest: Double, in limit: Duration) -> Bool {
        least(for: slowest) <= limit.inSeconds + 0.000_001
    }

    /// The limit under which what is too slow must still be too slow.
    public func extended(_ limit: Duration) -> Duration {
        .microseconds(Int((Double(limit.inMicroseconds) * timeLimitToTooSlow).rounded(.up)))
    }
}
