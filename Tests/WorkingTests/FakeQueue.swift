import Dispatch
import Queueing
import Synchronization
import Testing

/// A queue in memory: as much of one as a worker asks for, and failures on demand.
final class FakeQueue: JobQueue {
    struct State {
        var jobs: [JobID: Job] = [:]
        var order: [JobID] = []
        var leases: [LeaseToken: JobID] = [:]
        var tokens: [JobID: LeaseToken] = [:]
        var results: [JobID: JobResult] = [:]
        var events: [JobEvent] = []
        var workers: [WorkerID: WorkerRecord] = [:]
        var chunks: [ContentDigest: [Int: [UInt8]]] = [:]
        var records: [ContentDigest: ContentRecord] = [:]
        var failures: [String: [QueueError]] = [:]
        var stuck: Set<String> = []
        var calls: [String] = []
        var bells: [ObjectIdentifier: DispatchSemaphore] = [:]
        var wakes = 0
    }

    let settings: QueueSettings
    let name = "fake"
    private let state = Mutex(State())

    init(heartbeat: Duration = .milliseconds(20)) { settings = QueueSettings(heartbeat: heartbeat) }

    /// What the queue was asked, by the names of the calls.
    var calls: [String] { state.withLock(\.calls) }
    var workerRecords: [WorkerRecord] { state.withLock { Array($0.workers.values) } }

    /// The next calls of that name fail so.
    func fail(_ call: String, _ errors: QueueError...) {
        state.withLock { $0.failures[call, default: []] += errors }
    }

    /// Calls of that name come to no end from now on, until they are let go.
    func hold(_ call: String) { change { state in _ = state.stuck.insert(call) } }
    func letGo(_ call: String) { change { state in _ = state.stuck.remove(call) } }

    /// Takes a job away from whoever has it, as when a lease runs out.
    func takeAway(_ id: JobID) {
        change { state in
            state.tokens[id].map { state.leases[$0] = nil }
            state.tokens[id] = nil
        }
    }

    /// Forgets every worker, as when they were not heard of.
    func forgetWorkers() { change { $0.workers = [:] } }

    /// Waits until `condition` holds for the job.
    func wait(for id: JobID, _ condition: @escaping @Sendable (Job) -> Bool) {
        wait { state in state.jobs[id].map(condition) ?? false }
    }

    func wait(until condition: @escaping @Sendable (borrowing State) -> Bool) {
        if !wait(.seconds(600), ignoresWake: true, { condition($0) }) {
            Issue.record("what is waited for does not come")
        }
    }

    // MARK: State

    private func change<Value: Sendable>(
        _ body: (inout State) throws(QueueError) -> Value
    ) throws(QueueError) -> Value {
        let result = state.withLock { state in
            let result = Result { () throws(QueueError) in try body(&state) }
            for bell in state.bells.values { bell.signal() }
            return result
        }
        return try result.get()
    }

    private func change(_ body: (inout State) -> Void) {
        state.withLock { state in
            body(&state)
            for bell in state.bells.values { bell.signal() }
        }
    }

    private func called(_ name: String) throws(QueueError) {
        let failure = state.withLock { state -> QueueError? in
            state.calls.append(name)
            for bell in state.bells.values { bell.signal() }
            guard let first = state.failures[name]?.first else { return nil }
            state.failures[name]?.removeFirst()
            return first
        }
        _ = wait(.seconds(600), ignoresWake: true) { !$0.stuck.contains(name) }
        if let failure { throw failure }
    }

    private func wait(_ timeout: Duration, ignoresWake: Bool = false, _ isReady: (State) -> Bool) -> Bool {
        let bell = DispatchSemaphore(value: 0)
        let wakes = state.withLock { state in
            state.bells[ObjectIdentifier(bell)] = bell
            return state.wakes
        }
        defer { state.withLock { $0.bells[ObjectIdentifier(bell)] = nil } }
        let end = DispatchTime.now() + .milliseconds(timeout.inMilliseconds)
        while true {
            let (ready, woken) = state.withLock { (isReady($0), $0.wakes != wakes) }
            if ready { return true }
            if woken, !ignoresWake { return false }
            if bell.wait(timeout: end) == .timedOut { return false }
        }
    }

    private func job(_ lease: Lease, _ state: State) throws(QueueError) -> Job {
        guard state.leases[lease.token] == lease.job.id, let job = state.jobs[lease.job.id] else {
            throw .lostLease(lease.job.id)
        }
        return job
    }

    private func end(_ lease: Lease, _ state: inout State, _ next: JobState, _ ending: Attempt.Ending, _ reason: String)
    {
        state.leases[lease.token] = nil
        state.tokens[lease.job.id] = nil
        let now = settings.clock.now()
        state.jobs[lease.job.id]?.state = next
        state.jobs[lease.job.id]?.isCancellationRequested = false
        state.jobs[lease.job.id]?.attempts.append(
            Attempt(
                number: lease.attempt,
                worker: lease.worker,
                workerName: "w",
                startedAt: now,
                endedAt: now,
                ending: ending,
                reason: reason
            )
        )
    }

    private func tell(_ state: inout State, _ id: JobID, _ kind: JobEvent.Kind, _ detail: [UInt8] = []) {
        state.events.append(
            JobEvent(
                number: state.events.count + 1,
                job: id,
                kind: kind,
                at: settings.clock.now(),
                attempt: 1,
                detail: detail
            )
        )
    }

    // MARK: Enqueueing and working

    func enqueue(_ jobs: [NewJob]) throws(QueueError) -> [Enqueued] {
        try change { (state) throws(QueueError) in
            jobs.map { new in
                let id = JobID.random()
                let number = state.order.count + 1
                let now = settings.clock.now()
                state.jobs[id] = Job(id: id, number: number, submitted: new, state: .queued, createdAt: now)
                state.order.append(id)
                tell(&state, id, .queued)
                return Enqueued(id: id, isNew: true)
            }
        }
    }

    func lease(_ count: Int, for worker: WorkerID, labels: LabelSet) throws(QueueError) -> [Lease] {
        try called("lease")
        return try change { (state) throws(QueueError) in
            guard state.workers[worker] != nil else { throw .invalid("worker \(worker) is not registered") }
            var leases: [Lease] = []
            for id in state.order where leases.count < count {
                guard var job = state.jobs[id], job.state == .queued, job.submitted.labels.fits(labels) else {
                    continue
                }
                job.state = .running
                job.startedAt = settings.clock.now()
                state.jobs[id] = job
                let token = LeaseToken.random()
                state.leases[token] = id
                state.tokens[id] = token
                tell(&state, id, .started)
                leases.append(
                    Lease(
                        job: job,
                        token: token,
                        worker: worker,
                        attempt: job.attempts.count + 1,
                        expiresAt: settings.clock.now() + .seconds(10)
                    )
                )
            }
            return leases
        }
    }

    func heartbeat(_ worker: WorkerID, _ leases: [Lease]) throws(QueueError) -> [HeartbeatAnswer] {
        try called("heartbeat")
        return try change { (state) throws(QueueError) in
            guard state.workers[worker] != nil else { throw .invalid("worker \(worker) is not registered") }
            return leases.map { lease in
                guard state.leases[lease.token] != nil, let job = state.jobs[lease.job.id] else { return .lost }
                return .extended(until: lease.expiresAt, cancel: job.isCancellationRequested)
            }
        }
    }

    func record(_ progress: [Progress], under lease: Lease) throws(QueueError) {
        try called("record")
        try change { (state) throws(QueueError) in
            _ = try job(lease, state)
            for step in progress { tell(&state, lease.job.id, step.kind, step.detail) }
        }
    }

    func complete(_ lease: Lease, _ result: JobResult, after progress: [Progress]) throws(QueueError) {
        try called("complete")
        try change { (state) throws(QueueError) in
            _ = try job(lease, state)
            for step in progress { tell(&state, lease.job.id, step.kind, step.detail) }
            state.results[lease.job.id] = result
            state.jobs[lease.job.id]?.verdict = result.verdict
            end(lease, &state, .done, .done, "")
            tell(&state, lease.job.id, .finished)
        }
    }

    func fail(_ lease: Lease, reason: String, isFinal: Bool) throws(QueueError) -> Afterwards {
        try called("fail")
        return try change { (state) throws(QueueError) in
            _ = try job(lease, state)
            end(lease, &state, isFinal ? .dead : .queued, .failed, reason)
            tell(&state, lease.job.id, isFinal ? .dead : .requeued)
            return isFinal ? .dead(reason: reason) : .queued(notBefore: settings.clock.now())
        }
    }

    func release(_ lease: Lease, reason: String) throws(QueueError) -> Afterwards {
        try called("release")
        return try change { (state) throws(QueueError) in
            _ = try job(lease, state)
            end(lease, &state, .queued, .released, reason)
            return .queued(notBefore: settings.clock.now())
        }
    }

    func confirmCancellation(_ lease: Lease) throws(QueueError) {
        try called("confirmCancellation")
        try change { (state) throws(QueueError) in
            _ = try job(lease, state)
            end(lease, &state, .cancelled, .cancelled, "")
            tell(&state, lease.job.id, .cancelled)
        }
    }

    func register(_ worker: WorkerRecord) throws(QueueError) {
        try called("register")
        try change { (state) throws(QueueError) in state.workers[worker.id] = worker }
    }

    func report(_ worker: WorkerID, _ worksAs: WorkerRecord.State, detail: String) throws(QueueError) {
        try called("report \(worksAs.rawValue)")
        try change { (state) throws(QueueError) in
            state.workers[worker]?.state = worksAs
            state.workers[worker]?.detail = detail
        }
    }

    func excuse(_ worker: WorkerID) throws(QueueError) {}

    // MARK: Operating

    func cancel(_ job: JobID) throws(QueueError) -> Cancellation {
        try change { (state) throws(QueueError) in
            guard let known = state.jobs[job] else { throw .unknownJob(job) }
            switch known.state {
            case .queued:
                state.jobs[job]?.state = .cancelled
                return .cancelled
            case .running:
                state.jobs[job]?.isCancellationRequested = true
                return .requested
            case .done, .dead, .cancelled: return .ended(known.state)
            }
        }
    }

    func retry(_ job: JobID) throws(QueueError) {}
    func retry(_ filter: JobFilter, limit: Int) throws(QueueError) -> Int { 0 }
    func job(_ id: JobID) throws(QueueError) -> Job? { state.withLock { $0.jobs[id] } }
    func result(of job: JobID) throws(QueueError) -> JobResult? { state.withLock { $0.results[job] } }
    func list(_ filter: JobFilter, after cursor: JobCursor?, limit: Int) throws(QueueError) -> JobPage {
        JobPage(jobs: state.withLock { state in state.order.compactMap { state.jobs[$0] } }, next: nil)
    }
    func statistics() throws(QueueError) -> QueueStatistics {
        QueueStatistics(
            counts: [:],
            delayed: 0,
            oldestAge: .zero,
            waiting: [],
            enqueuedLastMinute: 0,
            endedLastMinute: 0,
            workers: workerRecords,
            contentBytes: 0
        )
    }
    func workers() throws(QueueError) -> [WorkerRecord] { workerRecords }
    func purge(_ filter: JobFilter, limit: Int) throws(QueueError) -> Int { 0 }
    func tidy() throws(QueueError) -> Removed { Removed() }

    // MARK: Events and waiting

    func events(of job: JobID?, after number: Int, limit: Int) throws(QueueError) -> [JobEvent] {
        state.withLock { $0.events.filter { $0.number > number && (job == nil || $0.job == job) } }
    }

    func waitForWork(labels: LabelSet, timeout: Duration) throws(QueueError) -> Bool {
        wait(timeout) { $0.jobs.values.contains { $0.state == .queued && $0.submitted.labels.fits(labels) } }
    }

    func waitForEvents(of job: JobID?, after number: Int, timeout: Duration) throws(QueueError) -> Bool {
        wait(timeout) { $0.events.contains { $0.number > number && (job == nil || $0.job == job) } }
    }

    func waitForCancellations(
        of worker: WorkerID,
        besides known: Set<JobID>,
        timeout: Duration
    ) throws(QueueError) -> Set<JobID> {
        func wanted(_ state: State) -> Set<JobID> {
            Set(state.jobs.values.filter { $0.isCancellationRequested && !known.contains($0.id) }.map(\.id))
        }
        _ = wait(timeout) { !wanted($0).isEmpty }
        return state.withLock { wanted($0) }
    }

    func wake() { change { $0.wakes += 1 } }

    // MARK: Content

    func push(_ name: String, content: ContentDigest) throws(QueueError) {}
    func packages() throws(QueueError) -> [PushedPackage] { [] }
    func package(_ name: String) throws(QueueError) -> PushedPackage? { nil }

    func records(of digests: [ContentDigest]) throws(QueueError) -> [ContentDigest: ContentRecord] {
        state.withLock { state in
            Dictionary(
                uniqueKeysWithValues: digests.compactMap { digest in state.records[digest].map { (digest, $0) } }
            )
        }
    }

    func storeChunk(_ packed: [UInt8], number: Int, of digest: ContentDigest) throws(QueueError) {
        change { $0.chunks[digest, default: [:]][number] = packed }
    }

    func finishContent(_ record: ContentRecord) throws(QueueError) { change { $0.records[record.digest] = record } }

    func storeSmall(_ packed: [UInt8], as record: ContentRecord) throws(QueueError) {
        change { state in
            state.chunks[record.digest] = [0: packed]
            state.records[record.digest] = record
        }
    }

    func chunk(_ number: Int, of digest: ContentDigest) throws(QueueError) -> [UInt8]? {
        try called("chunk")
        return state.withLock { $0.chunks[digest]?[number] }
    }
}
