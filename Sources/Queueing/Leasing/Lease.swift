/// A job in the hands of one worker, until the lease is given up or runs out.
public struct Lease: Hashable, Sendable {
    /// The job.
    public var job: Job
    /// What proves the lease.
    public var token: LeaseToken
    /// The worker.
    public var worker: WorkerID
    /// Which attempt this is, counted from 1.
    public var attempt: Int
    /// When the lease runs out, unless a heartbeat comes.
    public var expiresAt: Timestamp

    /// A lease with these parts.
    public init(job: Job, token: LeaseToken, worker: WorkerID, attempt: Int, expiresAt: Timestamp) {
        self.job = job
        self.token = token
        self.worker = worker
        self.attempt = attempt
        self.expiresAt = expiresAt
    }
}

/// What a heartbeat came to, for one lease.
public enum HeartbeatAnswer: Hashable, Sendable {
    /// The lease runs to `until` now; `cancel`: somebody wants the job stopped.
    case extended(until: Timestamp, cancel: Bool)
    /// The job is not ours any more: stop it, and tell nobody of it.
    case lost
}

/// What a request to cancel came to.
public enum Cancellation: Hashable, Sendable {
    /// It had not begun, and is cancelled.
    case cancelled
    /// It is running; its worker is told at once, and will stop it.
    case requested
    /// It had come to its end before, in that state; nothing has changed.
    case ended(JobState)
}

/// What became of a job whose attempt came to nothing.
public enum Afterwards: Hashable, Sendable {
    /// It waits for its next attempt, until then at least.
    case queued(notBefore: Timestamp)
    /// It was given up, for that reason.
    case dead(reason: String)
    /// Somebody had wanted it stopped: there is no next attempt.
    case cancelled
}
