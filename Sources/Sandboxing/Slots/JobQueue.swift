internal import Core
internal import Dispatch
internal import Synchronization

/// One run that was asked for, or two that speak with each other.
struct Job: Sendable {
    /// What is to be done, and whom to tell, which happens once.
    enum Work: Sendable {
        case run(Command, finish: @Sendable (Result<Outcome, ExecutorFailure>) -> Void)
        case converse(Conversation, finish: @Sendable (Result<Conversation.Outcome, ExecutorFailure>) -> Void)
    }

    let ticket: Int
    let work: Work

    /// Tells that it was called off before it began.
    func callOff() {
        switch work {
        case .run(_, let finish): finish(.success(.calledOff))
        case .converse(_, let finish):
            finish(.success(Conversation.Outcome(judge: .calledOff, team: .calledOff, judgeEndedFirst: false)))
        }
    }
}

/// What is to be run, first come first served, and the slots that wait for it.
///
/// A slot that has finished takes the next job at once, on its own thread: between two runs nobody has to be woken up.
final class JobQueue: Sendable {
    /// Where a slot without work is woken up: with a job, or with nil when it is to end.
    final class Bed: Sendable {
        private let job = Mutex<Job?>(nil)
        private let semaphore = DispatchSemaphore(value: 0)

        fileprivate func wake(with job: Job?) {
            self.job.withLock { $0 = job }
            semaphore.signal()
        }

        fileprivate func sleep(_ settle: () -> Void) -> Job? {
            if semaphore.wait(timeout: .now() + .milliseconds(JobQueue.restlessness)) == .timedOut {
                settle()
                semaphore.wait()
            }
            return job.withLock { $0.take() }
        }
    }

    private struct State {
        var jobs: [Job] = []
        /// The last one to lie down is the first one woken up: its jailer has the roots of what ran last.
        var asleep: [Bed] = []
        var isClosed = false
        var nextTicket = 0
        /// The jobs that slots have taken and not finished, and those of them that were called off.
        var taken: Set<Int> = []
        var calledOff: Set<Int> = []
        /// Taken while the one before it goes on, and not begun.
        var ahead: Job?
    }

    /// How long a slot without work stays as it is, in milliseconds: the next run of the same kind may come.
    private static let restlessness = 100

    private let state = Mutex(State())
    private let isForOneSlot: Bool

    /// A queue for so many slots.
    init(slotCount: Int) {
        isForOneSlot = slotCount == 1
    }

    /// A name for one job, by which it can be called off.
    func ticket() -> Int {
        state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
    }

    /// Has `job` run by the next slot that is free.
    func add(_ job: Job) {
        let bed = state.withLock { state -> Bed? in
            precondition(!state.isClosed, "no run may follow stop()")
            guard let bed = state.asleep.popLast() else {
                state.jobs.append(job)
                return nil
            }
            state.taken.insert(job.ticket)
            return bed
        }
        bed?.wake(with: job)
    }

    /// Calls a job off: takes it back when none has begun it yet, else lets its slot know.
    ///
    /// - Returns: the job, whose end is then the caller's affair; nil when it has begun, or is over.
    func callOff(ticket: Int) -> Job? {
        state.withLock { state in
            if state.taken.contains(ticket) { state.calledOff.insert(ticket) }
            // It waits as it did before, though its box may be there: its slot hears of it when its turn comes.
            if let job = state.ahead, job.ticket == ticket {
                state.ahead = nil
                return job
            }
            guard let index = state.jobs.firstIndex(where: { $0.ticket == ticket }) else { return nil }
            return state.jobs.remove(at: index)
        }
    }

    /// Whether a job that a slot has taken was called off since.
    func isCalledOff(_ ticket: Int) -> Bool {
        state.withLock { $0.calledOff.contains(ticket) }
    }

    /// A slot is done with a job.
    func finished(_ ticket: Int) {
        state.withLock { state in
            state.taken.remove(ticket)
            state.calledOff.remove(ticket)
        }
    }

    /// The next job for the slot that sleeps in `bed` when there is none; nil when there will be none any more.
    ///
    /// When there has been none for a while it does `settle`.
    func next(_ bed: Bed, settle: () -> Void) -> Job? {
        let job = state.withLock { state -> Job?? in
            if !state.jobs.isEmpty {
                let job = state.jobs.removeFirst()
                state.taken.insert(job.ticket)
                return .some(job)
            }
            if state.isClosed { return .some(nil) }
            state.asleep.append(bed)
            return .none
        }
        if let job { return job }
        return bed.sleep(settle)
    }

    /// A job that waits, for a slot that is busy with another one.
    ///
    /// Only where there is a single slot: among several the next one that is free is to have it.
    func nextAhead() -> Job? {
        guard isForOneSlot else { return nil }
        return state.withLock { state in
            guard !state.jobs.isEmpty else { return nil }
            let job = state.jobs.removeFirst()
            state.taken.insert(job.ticket)
            state.ahead = job
            return job
        }
    }

    /// The turn of the job has come that was taken ahead.
    ///
    /// - Returns: false when it was called off meanwhile, and its end is told.
    func begins(_ ticket: Int) -> Bool {
        state.withLock { state in
            guard state.ahead?.ticket == ticket else { return false }
            state.ahead = nil
            return true
        }
    }

    /// Ends all slots once they have nothing more to do.
    func close() {
        let beds = state.withLock { state in
            state.isClosed = true
            defer { state.asleep = [] }
            return state.asleep
        }
        for bed in beds { bed.wake(with: nil) }
    }
}
