internal import Linux
internal import Queueing
internal import Synchronization

/// Who wants to know what happens to a job.
protocol JobWatcher: AnyObject, Sendable {
    /// Something has happened; called by the feed's thread, and must not block.
    func arrived(_ event: JobEvent)
}

/// Reads what happens to all jobs, on one thread, and tells whoever wants to know.
final class EventFeed: Sendable {
    private struct State {
        var watchers: [JobID: [ObjectIdentifier: any JobWatcher]] = [:]
        var isOver = false
    }

    private let queue: any JobQueue
    private let state = Mutex(State())
    /// When the queue was last heard of, in nanoseconds; 0: not yet, or not any more.
    private let heard = Atomic<UInt64>(0)
    private let observe: @Sendable (JobEvent) -> Void
    private let pause = Monitor(false)

    /// A feed of `queue`; `observe` is told of everything before any watcher, on the feed's thread.
    init(queue: any JobQueue, observe: @escaping @Sendable (JobEvent) -> Void) {
        self.queue = queue
        self.observe = observe
    }

    /// Starts to read, with what happens from now on.
    ///
    /// - Throws: `QueueError`, or the error of starting a thread.
    func start() throws {
        let last = try LastEvent.number(in: queue)
        heard.store(Clock.nanoseconds, ordering: .relaxed)
        try Thread.start { [self] in read(from: last) }
    }

    /// Stops reading; the thread ends within a moment.
    func stop() {
        state.withLock { $0.isOver = true }
        pause.change { $0 = true }
    }

    func watch(_ job: JobID, _ watcher: any JobWatcher) {
        state.withLock { $0.watchers[job, default: [:]][ObjectIdentifier(watcher)] = watcher }
    }

    func leave(_ job: JobID, _ watcher: any JobWatcher) {
        state.withLock { state in
            state.watchers[job]?[ObjectIdentifier(watcher)] = nil
            if state.watchers[job]?.isEmpty == true { state.watchers[job] = nil }
        }
    }

    /// Whether what was heard of is what there is, give or take a moment.
    var isCurrent: Bool {
        let heard = heard.load(ordering: .relaxed)
        return heard > 0 && Clock.nanoseconds - heard < 3_000_000_000
    }

    private var isOver: Bool { state.withLock(\.isOver) }

    private func read(from start: Int) {
        var last = start
        while !isOver {
            do throws(QueueError) {
                if try queue.waitForEvents(of: nil, after: last, timeout: .seconds(1)) {
                    for event in try queue.events(of: nil, after: last, limit: 500) {
                        last = max(last, event.number)
                        tell(event)
                    }
                }
                heard.store(Clock.nanoseconds, ordering: .relaxed)
            } catch {
                heard.store(0, ordering: .relaxed)
                // It comes back, or somebody ends us.
                _ = pause.wait(until: Clock.nanoseconds + 500_000_000) { $0 ? () : nil }
            }
        }
    }

    private func tell(_ event: JobEvent) {
        observe(event)
        for watcher in state.withLock({ $0.watchers[event.job].map { Array($0.values) } ?? [] }) {
            watcher.arrived(event)
        }
    }
}
