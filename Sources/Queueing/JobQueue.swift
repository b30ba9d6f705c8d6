/// Jobs that are never lost: what is acknowledged is on disk, and ends exactly once.
///
/// Any thread may call anything. Calls block, for the time of a transaction mostly, and so belong on threads of one's
/// own and not on Swift's. An engine is opened by its own type; a database may be open as often as one likes, in any
/// number of processes.
///
/// Engines store and find; what becomes of a job is decided by `RetryRule`, `FairTurn`, `DepthRule`, `LabelSet`,
/// `NewJob.bodyDigest` and `RetentionRule`, which are the same for all of them.
public protocol JobQueue: ContentStore {
    /// What holds for this queue.
    var settings: QueueSettings { get }
    /// What the database is called where people read it; never with a password in it.
    var name: String { get }

    // MARK: Enqueueing

    /// Enqueues jobs, all of them or none; they are on disk when this returns.
    ///
    /// A job whose tenant, idempotency key and body are those of an earlier one is that earlier one, whatever its state.
    ///
    /// - Throws: `full`, `idempotencyConflict`, `missingContent` for a file or package that is not stored; `invalid` for
    ///   a job with a flaw, or one that rejudges a job that has not ended; `unknownJob` when it rejudges none.
    func enqueue(_ jobs: [NewJob]) throws(QueueError) -> [Enqueued]

    // MARK: Working

    /// Gives out up to `count` jobs that a worker with these labels can take, the ones whose turn it is.
    ///
    /// Jobs whose leases have run out, or whose workers are known to have ended, come back first. The worker must have
    /// been registered; one that is gone is given nothing.
    ///
    /// - Throws: `invalid` when the worker was not registered, or is gone.
    func lease(_ count: Int, for worker: WorkerID, labels: LabelSet) throws(QueueError) -> [Lease]

    /// Says that the worker lives, and still has these leases; gives an answer for each, in the same order.
    ///
    /// - Throws: `invalid` when the worker was not registered.
    func heartbeat(_ worker: WorkerID, _ leases: [Lease]) throws(QueueError) -> [HeartbeatAnswer]

    /// Tells what goes on with a job, in order.
    ///
    /// - Throws: `lostLease`; nothing is then told.
    func record(_ progress: [Progress], under lease: Lease) throws(QueueError)

    /// Ends a job with its result, and tells `progress` before that, in one step: either both are on disk or nothing is.
    ///
    /// It happens once: a lease that was lost changes nothing. To complete once more under the lease that has completed
    /// the job is no error and has no effect, so that it can be repeated when an answer got lost. A result goes before a
    /// wish to cancel that came too late.
    ///
    /// - Throws: `lostLease`.
    func complete(_ lease: Lease, _ result: JobResult, after progress: [Progress]) throws(QueueError)

    /// Ends an attempt without a result; the job waits for the next one, or is dead.
    ///
    /// - Parameters:
    ///   - lease: The job.
    ///   - reason: Why, in one line; of longer ones the first 2000 bytes are kept.
    ///   - isFinal: Whether no other attempt can do better.
    /// - Returns: What became of the job.
    /// - Throws: `lostLease`.
    func fail(_ lease: Lease, reason: String, isFinal: Bool) throws(QueueError) -> Afterwards

    /// Hands a job back without counting the attempt; it is there for the next worker at once.
    ///
    /// - Throws: `lostLease`.
    func release(_ lease: Lease, reason: String) throws(QueueError) -> Afterwards

    /// Says that a job was stopped because somebody wanted it stopped; it is cancelled then.
    ///
    /// - Throws: `lostLease`; `wrongState` when nobody wanted that.
    func confirmCancellation(_ lease: Lease) throws(QueueError)

    // MARK: Workers

    /// Makes a worker known; the lock by which its end is noticed at once, where the engine has one, is held from now on
    /// until this process ends or the worker is reported gone.
    func register(_ worker: WorkerRecord) throws(QueueError)

    /// Says how it is with a worker.
    ///
    /// A worker that is gone has its leases taken away: as `released` when `detail` is empty, and else as `lost`, with
    /// `detail` as the reason.
    func report(_ worker: WorkerID, _ state: WorkerRecord.State, detail: String) throws(QueueError)

    /// Says that something outside of its jobs has ended a worker: what it lost does not count against them.
    func excuse(_ worker: WorkerID) throws(QueueError)

    // MARK: Operating

    /// Takes a job back: at once when it waits, through its worker when it runs.
    ///
    /// - Throws: `unknownJob`.
    func cancel(_ job: JobID) throws(QueueError) -> Cancellation

    /// Enqueues a dead job once more, with all its attempts before it and as if it had had none.
    ///
    /// - Throws: `unknownJob`; `wrongState` when it is not dead; `full`.
    func retry(_ job: JobID) throws(QueueError)

    /// Enqueues dead jobs once more, up to `limit` of those to which `filter` applies, the oldest ones first.
    ///
    /// - Returns: How many; fewer than `limit` where there are no more, or the queue is full.
    func retry(_ filter: JobFilter, limit: Int) throws(QueueError) -> Int

    /// A job; nil: there is none.
    func job(_ id: JobID) throws(QueueError) -> Job?

    /// The result of a job; nil: it has none.
    func result(of job: JobID) throws(QueueError) -> JobResult?

    /// Jobs to which `filter` applies, the newest ones first, without their attempts; at most 1000 at a time.
    func list(_ filter: JobFilter, after cursor: JobCursor?, limit: Int) throws(QueueError) -> JobPage

    /// How the queue is doing.
    func statistics() throws(QueueError) -> QueueStatistics

    /// All workers, those that are gone included as long as they are kept: for a day.
    func workers() throws(QueueError) -> [WorkerRecord]

    /// Removes up to `limit` jobs that have ended and to which `filter` applies, the oldest ones first, with all that
    /// belongs to them.
    ///
    /// - Returns: How many.
    func purge(_ filter: JobFilter, limit: Int) throws(QueueError) -> Int

    /// Does what is due: takes back what was lost, and removes some of what need not be kept; short enough to be called
    /// between two jobs. Workers and the service call it now and then, and again when there is more to remove.
    func tidy() throws(QueueError) -> Removed

    // MARK: Events

    /// Events of a job, or (nil) of all, with numbers above `number`, in ascending order, at most `limit`.
    ///
    /// Who reads on from the last number it got misses none, whatever others are doing meanwhile.
    ///
    /// - Throws: `unknownJob`.
    func events(of job: JobID?, after number: Int, limit: Int) throws(QueueError) -> [JobEvent]

    // MARK: Waiting

    /// Waits until `lease` may have something to give to a worker with these labels: at once when it has.
    ///
    /// No time of a job's goes by unnoticed: a job that was delayed, or whose lease runs out, ends the wait, too.
    ///
    /// - Returns: false when `timeout` is over, or `wake` was called. It may be true without need; then `lease` gives
    ///   nothing.
    func waitForWork(labels: LabelSet, timeout: Duration) throws(QueueError) -> Bool

    /// Waits until there are events of a job, or (nil) of any, with numbers above `number`: at once when there are.
    ///
    /// - Returns: false when `timeout` is over, or `wake` was called.
    /// - Throws: `unknownJob`.
    func waitForEvents(of job: JobID?, after number: Int, timeout: Duration) throws(QueueError) -> Bool

    /// Waits until somebody wants a job of that worker's stopped that is not in `known`, and gives all such jobs; empty
    /// when `timeout` is over, or `wake` was called.
    func waitForCancellations(
        of worker: WorkerID,
        besides known: Set<JobID>,
        timeout: Duration
    ) throws(QueueError) -> Set<JobID>

    /// Ends all waits on this object that are under way, as when the process is to end.
    func wake()

    /// Brings what is kept beside the database's main file into it, as far as others who use it let that be; nothing where
    /// the database sees to that itself.
    ///
    /// For a process that ends while parts of it still have the queue.
    func settle() throws(QueueError)

    // MARK: Packages

    /// Has a problem's name stand for stored content from now on; the content is kept as long as it does.
    ///
    /// - Throws: `missingContent`.
    func push(_ name: String, content: ContentDigest) throws(QueueError)

    /// The packages that were pushed, by name.
    func packages() throws(QueueError) -> [PushedPackage]

    /// The package that a problem's name stands for; nil: none.
    func package(_ name: String) throws(QueueError) -> PushedPackage?
}

extension JobQueue {
    /// Nothing has to be done.
    public func settle() throws(QueueError) {}

    /// Enqueues one job.
    @discardableResult
    public func enqueue(_ job: NewJob) throws(QueueError) -> Enqueued {
        let made = try enqueue([job])
        guard let first = made.first else {
            throw .machinery(operation: "enqueue a job", detail: "the engine made none")
        }
        return first
    }

    /// Ends a job with its result.
    public func complete(_ lease: Lease, _ result: JobResult) throws(QueueError) {
        try complete(lease, result, after: [])
    }

    /// Enqueues what a finished job had judged once more; the old job, and its report, stay as they are.
    ///
    /// - Parameters:
    ///   - id: The job, which has ended.
    ///   - problem: The version of the problem that is judged by; nil: the same as then.
    ///   - priority: The new job's priority.
    ///   - key: Its idempotency key.
    /// - Returns: The new job, or the earlier one with that key.
    /// - Throws: `unknownJob`; `invalid` when it has not ended; what `enqueue` throws.
    public func rejudge(
        _ id: JobID,
        problem: JudgingRequest.Problem? = nil,
        priority: Int = 0,
        idempotencyKey key: String? = nil
    ) throws(QueueError) -> Enqueued {
        guard let old = try job(id) else { throw .unknownJob(id) }
        var new = old.submitted
        new.request.problem = problem ?? new.request.problem
        new.priority = priority
        new.idempotencyKey = key
        new.notBefore = nil
        new.rejudges = id
        return try enqueue(new)
    }
}
