public import Core

/// The queue could not do what was asked of it.
///
/// What was asked for has then not happened, with one exception: after `unavailable` it may have, and asking once more,
/// with the same idempotency key or lease, does no harm.
public enum QueueError: Error, Hashable, Sendable {
    /// As many jobs wait as may: of that tenant, or (nil) in all. Nothing was dropped; it may be tried again later.
    case full(of: String?, limit: Int, retryAfter: Duration)
    /// The tenant has used the key for a job with another body.
    case idempotencyConflict(key: String, job: JobID)
    /// The lease ran out, or was given up, and the job is not ours any more.
    case lostLease(JobID)
    /// There is no such job.
    case unknownJob(JobID)
    /// The job is in a state in which that cannot be asked of it.
    case wrongState(JobID, JobState, needed: String)
    /// There is no such content.
    case missingContent(ContentDigest)
    /// Stored content is not what it should be.
    case damagedContent(ContentDigest, detail: String)
    /// Content is larger than whoever asked for it would take.
    case contentTooLarge(ContentDigest, limit: ByteCount)
    /// What was to be stored could not be read.
    case unreadable(String)
    /// What was asked for makes no sense; the text says what is wrong with it.
    case invalid(String)
    /// The database was made by a newer Assay.
    case schemaNewer(database: String, found: Int, known: Int)
    /// The database is damaged.
    case damaged(database: String, detail: String)
    /// The database can only be read.
    case readOnly(database: String)
    /// There is no room left for the database.
    case diskFull(database: String)
    /// The database cannot be opened or logged in to, and trying again will not help.
    case denied(database: String, detail: String)
    /// The database cannot be reached, or has been busy for too long; it may be tried again.
    case unavailable(database: String, detail: String)
    /// The engine reported what it never should.
    case machinery(operation: String, detail: String)

    /// Whether the same may well succeed a little later.
    public var isTransient: Bool {
        switch self {
        case .full, .unavailable, .diskFull: true
        default: false
        }
    }
}

extension QueueError: CustomStringConvertible {
    /// The error in one line: what, on what, and the mend.
    public var description: String {
        switch self {
        case .full(let tenant, let limit, let wait):
            let whose = tenant.map { "tenant '\($0)' has \(limit) jobs waiting" } ?? "\(limit) jobs are waiting"
            return "the queue is full: \(whose), and no more may; come back in \(wait.components.seconds) s"
        case .idempotencyConflict(let key, let job):
            return
                "idempotency key '\(key)' belongs to job \(job), which was asked for with another body; use a new key"
        case .lostLease(let job):
            return "job \(job) is not under this lease any more: it ran out, or the job was taken back"
        case .unknownJob(let job):
            return "there is no job '\(job)' in this queue; `assay queue list` shows what there is"
        case .wrongState(let job, let state, let needed):
            return "job \(job) is \(state.rawValue); only \(needed) jobs can be asked for that"
        case .missingContent(let digest):
            return "content \(digest) is not in the queue's database; push it first"
        case .damagedContent(let digest, let detail):
            return "content \(digest) is damaged in the queue's database: \(detail); push it once more"
        case .contentTooLarge(let digest, let limit): return "content \(digest) is larger than \(limit)"
        case .unreadable(let detail): return "cannot store content: \(detail)"
        case .invalid(let detail): return detail
        case .schemaNewer(let database, let found, let known):
            return "\(database): its schema has version \(found), this Assay knows up to \(known); use a newer Assay"
        case .damaged(let database, let detail):
            return "\(database): the database is damaged (\(detail)); restore it from a backup, or move it away"
        case .readOnly(let database):
            return
                "\(database): the database can only be read; a file has to be writable with its directory, a server"
                + " must be no standby"
        case .diskFull(let database):
            return "\(database): no room is left; nothing that was acknowledged is lost, make room and try again"
        case .denied(let database, let detail): return "\(database): \(detail)"
        case .unavailable(let database, let detail): return "\(database): cannot be reached now: \(detail)"
        case .machinery(let operation, let detail): return "could not \(operation): \(detail)"
        }
    }
}
