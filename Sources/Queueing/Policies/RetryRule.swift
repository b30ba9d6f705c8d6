/// When a job is tried again whose attempt came to nothing, and when it is given up.
public struct RetryRule: Hashable, Sendable {
    /// How many attempts there are that count.
    public var attempts: Int
    /// How often a job may take its worker with it before it is given up: so many losses that nobody excused.
    public var losses: Int
    /// What the first wait lasts; each further one is twice as long.
    public var firstDelay: Duration
    /// No wait is longer, but for the jitter.
    public var longestDelay: Duration
    /// By which part of itself a wait is longer or shorter, at most, so that jobs that failed together do not come back together.
    public var jitter: Double

    /// A rule with these parts.
    public init(
        attempts: Int = 5,
        losses: Int = 3,
        firstDelay: Duration = .seconds(1),
        longestDelay: Duration = .seconds(60),
        jitter: Double = 0.5
    ) {
        self.attempts = attempts
        self.losses = losses
        self.firstDelay = firstDelay
        self.longestDelay = longestDelay
        self.jitter = jitter
    }

    /// The wait after so many attempts that count, the first wait being that after one.
    ///
    /// - Parameters:
    ///   - counted: The attempts that count so far.
    ///   - chance: A random number from 0 to 1; 0.5 is no jitter at all.
    /// - Returns: The wait, with its jitter.
    public func delay(after counted: Int, chance: Double) -> Duration {
        // Doubling ends where it reaches the longest wait, so that no number of attempts overflows.
        var milliseconds = firstDelay.inMilliseconds
        var step = 1
        while step < counted, milliseconds < longestDelay.inMilliseconds {
            milliseconds *= 2
            step += 1
        }
        let wait = Double(min(milliseconds, longestDelay.inMilliseconds))
        return .milliseconds(Int(wait * (1 + jitter * (2 * chance - 1))))
    }

    /// What becomes of a job whose last attempt has just ended without a result.
    ///
    /// - Parameters:
    ///   - attempts: All its attempts since it was enqueued, or retried, the last one included.
    ///   - isFinal: Whether whoever ended the attempt says that no other can do better.
    ///   - isCancelled: Whether somebody wants the job stopped.
    ///   - now: When the attempt ended.
    ///   - chance: A random number from 0 to 1.
    ///   - waits: Whether there is a wait before the next attempt; false where the worker is known to have ended: nothing
    ///     gets better by waiting, and losses are bounded by their number.
    /// - Returns: Whether it waits, is dead, or is cancelled.
    public func afterwards(
        _ attempts: [Attempt],
        isFinal: Bool,
        isCancelled: Bool,
        now: Timestamp,
        chance: Double,
        waits: Bool = true
    ) -> Afterwards {
        guard let last = attempts.last else { return .queued(notBefore: now) }
        if isCancelled || last.ending == .cancelled { return .cancelled }
        if isFinal { return .dead(reason: last.reason) }
        let lost = attempts.filter { $0.ending == .lost }
        if lost.count >= losses {
            let names = Set(lost.map(\.workerName)).sorted().joined(separator: ", ")
            return .dead(reason: "it took its worker with it \(lost.count) times (\(names)); last: \(last.reason)")
        }
        let counted = attempts.count { $0.ending.counts }
        if counted >= self.attempts {
            return .dead(reason: "\(counted) attempts came to nothing; last: \(last.reason)")
        }
        // Handing back is nobody's failure: the job is there for the next worker at once.
        if !last.ending.counts || !waits { return .queued(notBefore: now) }
        return .queued(notBefore: now + delay(after: counted, chance: chance))
    }
}
