/// Where a job stands.
public enum JobState: String, Sendable, CaseIterable {
    /// It waits for a worker, or for its time.
    case queued
    /// A worker has it under lease.
    case running
    /// It has its result.
    case done
    /// It was given up: it failed too often, or took too many workers with it. It can be retried.
    case dead
    /// It was taken back.
    case cancelled

    /// Whether nothing more happens to it unless somebody asks for it.
    public var isEnd: Bool { self != .queued && self != .running }
}

/// What somebody wants to have judged, and how it is to wait for that.
public struct NewJob: Hashable, Sendable {
    /// What is judged.
    public var request: JudgingRequest
    /// Whose job it is: tenants take turns.
    public var tenant: String
    /// Jobs of a higher priority go first, whosever they are; from -100 to 100.
    public var priority: Int
    /// By which the same request that comes twice is known for the same one: unique among the tenant's jobs.
    public var idempotencyKey: String?
    /// What a worker must have to be given the job.
    public var labels: LabelSet
    /// It is not given out before; nil: at once.
    public var notBefore: Timestamp?
    /// The finished job that this one judges again.
    public var rejudges: JobID?
    /// The public id of the API key under which it came; nil: it came under none.
    public var apiKey: String?
    /// The webhook endpoint that is told of its end, besides those of its tenant.
    public var webhook: String?

    /// The tenant of those who name none.
    public static let defaultTenant = "default"

    /// A job for that request; what is not said is as for anybody.
    public init(
        _ request: JudgingRequest,
        tenant: String = NewJob.defaultTenant,
        priority: Int = 0,
        idempotencyKey: String? = nil,
        labels: LabelSet = [],
        notBefore: Timestamp? = nil,
        rejudges: JobID? = nil,
        apiKey: String? = nil,
        webhook: String? = nil
    ) {
        self.request = request
        self.tenant = tenant
        self.priority = priority
        self.idempotencyKey = idempotencyKey
        self.labels = labels
        self.notBefore = notBefore
        self.rejudges = rejudges
        self.apiKey = apiKey
        self.webhook = webhook
    }
}

/// What became of a request to enqueue.
public struct Enqueued: Hashable, Sendable {
    /// The job.
    public var id: JobID
    /// False when a job with that idempotency key and the same body was there already: this is it.
    public var isNew: Bool

    /// The job that was made, or found.
    public init(id: JobID, isNew: Bool) {
        self.id = id
        self.isNew = isNew
    }
}

/// A job as the queue has it.
public struct Job: Hashable, Sendable {
    /// What it is called.
    public var id: JobID
    /// Its place in the order in which jobs came; of use for `JobCursor` only.
    public var number: Int
    /// What is judged, and how it waits.
    public var submitted: NewJob
    /// Where it stands.
    public var state: JobState
    /// When it came.
    public var createdAt: Timestamp
    /// When the attempt under way, or the last one, began; nil: never.
    public var startedAt: Timestamp?
    /// When it came to its end; nil: not yet.
    public var endedAt: Timestamp?
    /// The worker that has it, or had it last.
    public var worker: WorkerID?
    /// Whether it is running, and somebody wants it stopped.
    public var isCancellationRequested: Bool
    /// The attempts that have ended, the first one first.
    public var attempts: [Attempt]
    /// What it came to, in short; the report is read by `JobQueue.result(of:)`.
    public var verdict: String?
    /// Why it is dead, in one line.
    public var deathReason: String?

    /// A job with these parts.
    public init(
        id: JobID,
        number: Int,
        submitted: NewJob,
        state: JobState,
        createdAt: Timestamp,
        startedAt: Timestamp? = nil,
        endedAt: Timestamp? = nil,
        worker: WorkerID? = nil,
        isCancellationRequested: Bool = false,
        attempts: [Attempt] = [],
        verdict: String? = nil,
        deathReason: String? = nil
    ) {
        self.id = id
        self.number = number
        self.submitted = submitted
        self.state = state
        self.createdAt = createdAt
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.worker = worker
        self.isCancellationRequested = isCancellationRequested
        self.attempts = attempts
        self.verdict = verdict
        self.deathReason = deathReason
    }
}
