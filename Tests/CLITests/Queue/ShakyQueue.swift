import Queueing
import Synchronization

/// A queue of which every call fails once, as when its server is restarted, before it is made.
final class ShakyQueue: JobQueue {
    private let queue: any JobQueue
    private let failed = Mutex<Set<String>>([])

    init(_ queue: any JobQueue) { self.queue = queue }

    var settings: QueueSettings { queue.settings }
    var name: String { queue.name }

    /// The calls that have failed.
    var failures: Set<String> { failed.withLock { $0 } }

    private func fail(_ call: String = #function) throws(QueueError) {
        if failed.withLock({ $0.insert(call).inserted }) { throw .unavailable(database: name, detail: "restarting") }
    }

    // MARK: What a follower asks

    func waitForEvents(of job: JobID?, after number: Int, timeout: Duration) throws(QueueError) -> Bool {
        try fail()
        return try queue.waitForEvents(of: job, after: number, timeout: timeout)
    }

    func events(of job: JobID?, after number: Int, limit: Int) throws(QueueError) -> [JobEvent] {
        try fail()
        return try queue.events(of: job, after: number, limit: limit)
    }

    func job(_ id: JobID) throws(QueueError) -> Job? {
        try fail()
        return try queue.job(id)
    }

    func result(of job: JobID) throws(QueueError) -> JobResult? {
        try fail()
        return try queue.result(of: job)
    }

    // MARK: The rest

    func enqueue(_ jobs: [NewJob]) throws(QueueError) -> [Enqueued] { try queue.enqueue(jobs) }
    func lease(_ count: Int, for worker: WorkerID, labels: LabelSet) throws(QueueError) -> [Lease] {
        try queue.lease(count, for: worker, labels: labels)
    }
    func heartbeat(_ worker: WorkerID, _ leases: [Lease]) throws(QueueError) -> [HeartbeatAnswer] {
        try queue.heartbeat(worker, leases)
    }
    func record(_ progress: [Progress], under lease: Lease) throws(QueueError) {
        try queue.record(progress, under: lease)
    }
    func complete(_ lease: Lease, _ result: JobResult, after progress: [Progress]) throws(QueueError) {
        try queue.complete(lease, result, after: progress)
    }
    func fail(_ lease: Lease, reason: String, isFinal: Bool) throws(QueueError) -> Afterwards {
        try queue.fail(lease, reason: reason, isFinal: isFinal)
    }
    func release(_ lease: Lease, reason: String) throws(QueueError) -> Afterwards {
        try queue.release(lease, reason: reason)
    }
    func confirmCancellation(_ lease: Lease) throws(QueueError) { try queue.confirmCancellation(lease) }
    func register(_ worker: WorkerRecord) throws(QueueError) { try queue.register(worker) }
    func report(_ worker: WorkerID, _ state: WorkerRecord.State, detail: String) throws(QueueError) {
        try queue.report(worker, state, detail: detail)
    }
    func excuse(_ worker: WorkerID) throws(QueueError) { try queue.excuse(worker) }
    func cancel(_ job: JobID) throws(QueueError) -> Cancellation { try queue.cancel(job) }
    func retry(_ job: JobID) throws(QueueError) { try queue.retry(job) }
    func retry(_ filter: JobFilter, limit: Int) throws(QueueError) -> Int { try queue.retry(filter, limit: limit) }
    func list(_ filter: JobFilter, after cursor: JobCursor?, limit: Int) throws(QueueError) -> JobPage {
        try queue.list(filter, after: cursor, limit: limit)
    }
    func statistics() throws(QueueError) -> QueueStatistics { try queue.statistics() }
    func workers() throws(QueueError) -> [WorkerRecord] { try queue.workers() }
    func purge(_ filter: JobFilter, limit: Int) throws(QueueError) -> Int { try queue.purge(filter, limit: limit) }
    func tidy() throws(QueueError) -> Removed { try queue.tidy() }
    func waitForWork(labels: LabelSet, timeout: Duration) throws(QueueError) -> Bool {
        try queue.waitForWork(labels: labels, timeout: timeout)
    }
    func waitForCancellations(
        of worker: WorkerID,
        besides known: Set<JobID>,
        timeout: Duration
    ) throws(QueueError) -> Set<JobID> {
        try queue.waitForCancellations(of: worker, besides: known, timeout: timeout)
    }
    func wake() { queue.wake() }
    func push(_ name: String, content: ContentDigest) throws(QueueError) { try queue.push(name, content: content) }
    func packages() throws(QueueError) -> [PushedPackage] { try queue.packages() }
    func package(_ name: String) throws(QueueError) -> PushedPackage? { try queue.package(name) }
    func records(of digests: [ContentDigest]) throws(QueueError) -> [ContentDigest: ContentRecord] {
        try queue.records(of: digests)
    }
    func storeChunk(_ packed: [UInt8], number: Int, of digest: ContentDigest) throws(QueueError) {
        try queue.storeChunk(packed, number: number, of: digest)
    }
    func finishContent(_ record: ContentRecord) throws(QueueError) { try queue.finishContent(record) }
    func storeSmall(_ packed: [UInt8], as record: ContentRecord) throws(QueueError) {
        try queue.storeSmall(packed, as: record)
    }
    func chunk(_ number: Int, of digest: ContentDigest) throws(QueueError) -> [UInt8]? {
        try queue.chunk(number, of: digest)
    }
}
