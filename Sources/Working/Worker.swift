internal import Core
public import Linux
public import Queueing
internal import Synchronization

/// Keeps its slots busy with jobs from a queue until it is told to stop.
///
/// `run` takes jobs on the thread that calls it; each job has a thread of its own, and so have heartbeats, requests to
/// cancel and tidying up, so that none of them waits for another. The other calls come from any thread.
public final class Worker: Sendable {
    /// How a worker ended.
    public enum Ending: Hashable, Sendable {
        /// It was told to stop, and has finished or handed back all that it had.
        case drained
        /// It took itself out of service, for that reason; it has handed back all that it had.
        case broken(String)
    }

    enum Phase: Sendable {
        case working
        /// It finishes what it has; at that moment it hands back what is left.
        case draining(until: ContinuousClock.Instant)
        /// It hands back everything, and waits for nothing.
        case hurried
        case ended
    }

    struct State {
        var phase = Phase.working
        var id = WorkerID.random()
        var isRegistered = false
        var labels: LabelSet
        var held: [JobID: HeldJob] = [:]
        var breaker: CircuitBreaker
        var broken: String?
        /// When it looked for jobs last.
        var turned = ContinuousClock.now

        /// Whether it looks for jobs.
        var isTaking: Bool {
            if case .working = phase { return broken == nil }
            return false
        }
    }

    let queue: any JobQueue
    let judge: any JobJudge
    let settings: WorkerSettings
    let log: WorkerLog
    let service: ServiceManager?
    let state: Mutex<State>
    /// Rung when a job has ended, and when there is something new to think of.
    let bell = Bell()

    /// A worker that takes nothing yet.
    public init(
        queue: any JobQueue,
        judge: any JobJudge,
        settings: WorkerSettings,
        log: WorkerLog,
        service: ServiceManager? = nil
    ) {
        self.queue = queue
        self.judge = judge
        self.settings = settings
        self.log = log
        self.service = service
        state = Mutex(State(labels: settings.labels, breaker: CircuitBreaker(limit: settings.failures)))
    }

    /// Works until it is told to stop, or takes itself out of service.
    ///
    /// - Parameter onReady: Called once, when the queue knows of the worker.
    /// - Returns: How it ended.
    /// - Throws: What the queue says that waiting does not mend; everything was handed back as far as that was possible.
    @available(*, noasync)
    public func run(onReady: () throws -> Void = {}) throws -> Ending {
        do {
            try register()
            try onReady()
            service?.tell("READY=1", "STATUS=taking jobs")
            try startThreads()
            try takeJobs()
        } catch {
            state.withLock { $0.phase = .hurried }
            finish(detail: "\(error)")
            throw error
        }
        let broken = state.withLock(\.broken)
        finish(detail: broken ?? "")
        return broken.map(Ending.broken) ?? .drained
    }

    // MARK: Being told

    /// Takes no more jobs; `run` returns when those in hand are finished, or the time to drain is over.
    public func drain() {
        let isNew = state.withLock { state in
            guard case .working = state.phase else { return false }
            state.phase = .draining(until: .now + settings.drain)
            return true
        }
        guard isNew else { return }
        service?.tell("STOPPING=1", "STATUS=finishing jobs")
        log.say("draining", ["jobs": .number(state.withLock(\.held.count)), "seconds": .seconds(settings.drain)])
        queue.wake()
        bell.ring()
    }

    /// Hands back at once what it has.
    public func stopNow() {
        state.withLock { state in
            if case .ended = state.phase { return }
            state.phase = .hurried
        }
        service?.tell("STOPPING=1", "STATUS=handing jobs back")
        handBackAll("the worker was told to stop at once")
        queue.wake()
        bell.ring()
    }

    /// Offers these labels from the next job on.
    public func offer(_ labels: LabelSet) {
        state.withLock { state in
            guard state.labels != labels else { return }
            state.labels = labels
            // The queue is told who we are once more, with what we offer now.
            state.isRegistered = false
        }
        queue.wake()
        bell.ring()
    }

    /// How many jobs it has in hand.
    public var jobCount: Int { state.withLock(\.held.count) }

    func handBackAll(_ reason: String) {
        for job in state.withLock({ Array($0.held.values) }) { job.stop(.handBack(reason)) }
    }

    var isWorking: Bool { state.withLock(\.isTaking) }

    var isHurried: Bool {
        state.withLock { state in
            switch state.phase {
            case .hurried, .ended: true
            case .working, .draining: false
            }
        }
    }

    var isEnded: Bool {
        state.withLock { state in
            if case .ended = state.phase { return true }
            return false
        }
    }
}
