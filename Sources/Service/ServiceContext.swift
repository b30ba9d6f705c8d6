internal import Access
internal import Core
internal import HTTPServing
internal import Linux
public import Queueing
internal import Synchronization

/// What the routes work with.
public final class ServiceContext: Sendable {
    /// What the service is made of.
    public let settings: ServiceSettings
    let feed: EventFeed
    let shelf: ReportShelf
    let statuses = StatusCache()
    let figures = ServiceFigures()
    let helpers: WorkPool
    private let waiters = Mutex<[ObjectIdentifier: EndWaiter]>([:])
    private let draining = Atomic(false)
    private let ticks = Atomic(0)
    private let server = Mutex<Server?>(nil)

    /// The streams that there are.
    let streams: StreamRoll
    /// What the server bounds.
    let limits: ServerLimits

    init(_ settings: ServiceSettings, limits: ServerLimits) throws(Errno) {
        self.settings = settings
        self.limits = limits
        // One key must not be able to take them all; where there are no keys everybody is the same one.
        streams = StreamRoll(limit: settings.isOpen ? limits.streams : max(1, limits.streams / 2))
        helpers = try WorkPool(threads: 4, room: 16_384)
        shelf = ReportShelf(queue: settings.queue)
        feed = EventFeed(queue: settings.queue) { [statuses, figures] event in
            statuses.forget(event.job)
            figures.note(event)
        }
    }

    /// The queue.
    public var queue: any JobQueue { settings.queue }

    // MARK: Submissions

    /// Enqueues submissions, all of them or none.
    ///
    /// - Throws: `Fault`, or what the queue throws.
    public func submit(_ orders: [SubmissionOrder], by caller: Call) throws -> [Enqueued] {
        let made = try Intake(self).enqueue(orders, for: caller.identity)
        for enqueued in made where enqueued.isNew { figures.count(.accepted) }
        return made
    }

    /// A submission that the caller may know of.
    ///
    /// - Throws: `Fault` where there is none, or it is another tenant's, which is the same to whoever asks.
    public func job(_ id: String, for call: Call) throws -> Job {
        guard let job = try queue.job(JobID(rawValue: id)), call.identity.sees(tenant: job.submitted.tenant) else {
            throw Fault(.notFound, "there is no submission '\(id)'")
        }
        return job
    }

    /// A submission's report as the caller may see it; nil: it has none.
    public func report(of job: JobID, for call: Call) throws -> JSONValue? {
        try shelf.report(of: job).map { Visibility.report($0, for: Viewer(call.identity)) }
    }

    /// Calls `then`, on a thread that may block, when a submission has come to its end, or the time is over.
    ///
    /// - Parameters:
    ///   - id: The submission.
    ///   - patience: How long it is waited for.
    ///   - then: Gets the job as it is then; nil when it could not be read.
    public func whenEnded(_ id: JobID, within patience: Duration, then: @escaping @Sendable (Job?) -> Void) {
        let waiter = EndWaiter(until: ContinuousClock.now + patience) { [self] waiter in
            waiters.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(waiter)) }
            feed.leave(id, waiter)
            let isTaken = helpers.run { [self] in then((try? queue.job(id)) ?? nil) }
            if !isTaken { then(nil) }
        }
        waiters.withLock { $0[ObjectIdentifier(waiter)] = waiter }
        feed.watch(id, waiter)
        // It may have ended before anybody watched, and who does not wait need not wait for the next tick.
        if patience <= .zero || ((try? queue.job(id)) ?? nil)?.state.isEnd ?? true { waiter.fire() }
    }

    // MARK: Being up

    /// Whether the service takes no more requests.
    public var isDraining: Bool { draining.load(ordering: .relaxed) }

    func drain() { draining.store(true, ordering: .relaxed) }

    func attach(_ server: Server?) { self.server.withLock { $0 = server } }

    var serverFigures: Server.Figures? { server.withLock { $0 }?.figures }

    func tick() {
        let now = ContinuousClock.now
        for waiter in waiters.withLock({ Array($0.values) }) where isDraining || waiter.deadline <= now {
            waiter.fire()
        }
        _ = helpers.run { [streams, settings] in streams.check(settings.keys) }
        // Workers do this, too; but a queue may be without any.
        if ticks.add(1, ordering: .relaxed).newValue % 30 == 0 {
            _ = helpers.run { [queue] in _ = try? queue.tidy() }
        }
    }
}

/// Waits for the end of one submission.
private final class EndWaiter: JobWatcher {
    let deadline: ContinuousClock.Instant
    private let body: Mutex<(@Sendable (EndWaiter) -> Void)?>

    init(until deadline: ContinuousClock.Instant, _ body: @escaping @Sendable (EndWaiter) -> Void) {
        self.deadline = deadline
        self.body = Mutex(body)
    }

    func arrived(_ event: JobEvent) {
        if event.kind.isEnd { fire() }
    }

    /// Happens once.
    func fire() {
        let body = self.body.withLock { body in
            defer { body = nil }
            return body
        }
        body?(self)
    }
}
