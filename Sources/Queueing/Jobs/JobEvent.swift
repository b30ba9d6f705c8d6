/// A step of a job.
///
/// The numbers of a job's events ascend in the order in which they happened.
public struct JobEvent: Hashable, Sendable {
    /// What happened.
    public enum Kind: String, Sendable, CaseIterable {
        /// It was enqueued, or is to be tried once more after having been dead. Told by the queue.
        case queued
        /// A worker was given it. Told by the queue.
        case started
        /// It was compiled, or refused. Told by the worker.
        case compiled
        /// A test was judged. Told by the worker.
        case test
        /// An attempt came to nothing, and it waits for the next one. Told by the queue.
        case requeued
        /// Somebody wants it stopped, and its worker does not know yet. Told by the queue.
        case cancelling
        /// It has its result: the end. Told by the queue.
        case finished
        /// It was given up: the end, unless it is retried. Told by the queue.
        case dead
        /// It was taken back: the end. Told by the queue.
        case cancelled

        /// Whether nothing follows it, unless the job is retried.
        public var isEnd: Bool { self == .finished || self == .dead || self == .cancelled }
    }

    /// Its number: higher than that of everything before it in the same job.
    ///
    /// Reading on from a number never misses what is told later, in one job or in all of them.
    public var number: Int
    /// The job.
    public var job: JobID
    /// What happened.
    public var kind: Kind
    /// When.
    public var at: Timestamp
    /// The attempt in which it happened, counted from 1; 0 before the first one.
    public var attempt: Int
    /// More about it: JSON of whoever told it for `compiled` and `test`; one line of text, or nothing, for all others.
    public var detail: [UInt8]

    /// An event with these parts.
    public init(number: Int, job: JobID, kind: Kind, at: Timestamp, attempt: Int, detail: [UInt8]) {
        self.number = number
        self.job = job
        self.kind = kind
        self.at = at
        self.attempt = attempt
        self.detail = detail
    }
}

/// What a worker tells of a job that it has under lease.
public struct Progress: Hashable, Sendable {
    /// `compiled` or `test`; all others are the queue's to tell.
    public var kind: JobEvent.Kind
    /// JSON, as the service hands it on.
    public var detail: [UInt8]

    /// The given step.
    public init(_ kind: JobEvent.Kind, detail: [UInt8]) {
        self.kind = kind
        self.detail = detail
    }
}
