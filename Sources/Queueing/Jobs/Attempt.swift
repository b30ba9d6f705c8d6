/// One go at a job that has ended, in whatever way.
public struct Attempt: Hashable, Sendable {
    /// How it ended.
    public enum Ending: String, Sendable, CaseIterable {
        /// With a result.
        case done
        /// The worker gave it up, for a reason that lies with us or with the problem.
        case failed
        /// The worker was gone, or was not heard of any more.
        case lost
        /// The worker was gone, and something outside the job is known to have ended it.
        case excused
        /// The worker handed it back, as it does when it is told to stop.
        case released
        /// Somebody took the job back.
        case cancelled

        /// Whether it is one of those of which there may be only so many.
        public var counts: Bool { self == .failed || self == .lost || self == .done }
    }

    /// Which one it was, counted from 1; those that do not count have numbers, too.
    public var number: Int
    /// The worker.
    public var worker: WorkerID
    /// The name of the worker, which stays the same when it is started anew.
    public var workerName: String
    /// When the worker was given the job.
    public var startedAt: Timestamp
    /// When it ended.
    public var endedAt: Timestamp
    /// How it ended.
    public var ending: Ending
    /// Why, in one line; empty for `done`.
    public var reason: String

    /// An attempt with these parts.
    public init(
        number: Int,
        worker: WorkerID,
        workerName: String,
        startedAt: Timestamp,
        endedAt: Timestamp,
        ending: Ending,
        reason: String
    ) {
        self.number = number
        self.worker = worker
        self.workerName = workerName
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.ending = ending
        self.reason = reason
    }
}
