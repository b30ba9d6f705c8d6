internal import Core
internal import Dispatch
internal import Linux
internal import Synchronization

/// One place to run a box in: a jailer, and a thread of ours that speaks with it, one run after the other.
final class Slot: Sendable {
    /// What all slots of a sandbox have in common.
    struct Surroundings: Sendable {
        let cgroups: WorkerCgroups
        let store: ArtifactStore
        let policies: PolicyShelf
        let jailer: JailerFile
        let ids: HostIDs
        /// The processor of each slot; none where slots are not bound.
        let processors: [Int]
        let landlock: Int
    }

    private struct State {
        /// The job that is with this slot, and who can end it once it has begun.
        var ticket: Int?
        var jailers: [JailerProcess] = []
    }

    private let number: Int
    private let surroundings: Surroundings
    private let queue: JobQueue
    private let state = Mutex(State())
    private let stopped = DispatchSemaphore(value: 0)

    /// A slot whose jailer is started with its first run.
    ///
    /// - Throws: `ExecutorFailure` when there can be no more threads.
    init(number: Int, queue: JobQueue, _ surroundings: Surroundings) throws(ExecutorFailure) {
        self.number = number
        self.queue = queue
        self.surroundings = surroundings
        do throws(Errno) {
            try Thread.start { [self] in work() }
        } catch {
            throw ExecutorFailure("start a slot", "slot \(number)", error, of: .process)
        }
    }

    /// Ends the run with that ticket when it is with this slot.
    ///
    /// Harmless otherwise.
    func cancel(ticket: Int) {
        state.withLock { state in
            guard state.ticket == ticket else { return }
            // Sent under the lock: it comes behind its own run, and before the next one.
            for jailer in state.jailers { jailer.cancel(ticket) }
        }
    }

    /// Waits until the slot is gone, after its queue was closed.
    func waitUntilGone() {
        stopped.wait()
    }

    // MARK: - On the slot's thread

    /// A job that this slot has taken, and what has come of asking the jailer for its run; nil: not asked yet.
    private struct Taken {
        let job: Job
        var flight: Result<Workbench.Flight, ExecutorFailure>?
        /// Whether it was taken while the one before it went on.
        var isAhead = false
    }

    private func work() {
        var bench = Workbench(Place(slot: number), surroundings)
        var partner = Workbench(Place(slot: number, isPartner: true), surroundings)
        let bed = JobQueue.Bed()
        var ahead: Taken?
        while let taken = ahead ?? queue.next(bed, settle: { bench.settle() }).map({ Taken(job: $0) }) {
            ahead = nil
            let isTold = taken.isAhead && !queue.begins(taken.job.ticket)
            switch taken.job.work {
            // Called off before its turn, which nothing has been asked of a jailer for.
            case _ where isTold && taken.flight == nil: forget(taken.job)
            case .run(let command, let finish):
                ahead = carryOut(taken, command, isTold ? { _ in } : finish, &bench)
            case .converse(let conversation, let finish):
                let result = Result { () throws(ExecutorFailure) -> Conversation.Outcome in
                    try carryOut(conversation, taken.job.ticket, &bench, &partner)
                }
                forget(taken.job)
                finish(result)
            }
        }
        bench.close()
        partner.close()
        stopped.signal()
    }

    /// Sees a run through to its end.
    ///
    /// - Returns: the next job, when there was one to take meanwhile.
    private func carryOut(
        _ taken: Taken,
        _ command: Command,
        _ finish: (Result<Outcome, ExecutorFailure>) -> Void,
        _ bench: inout Workbench
    ) -> Taken? {
        var ahead: Taken?
        let result = Result { () throws(ExecutorFailure) -> Outcome in
            let flight = try flight(of: taken, command, &bench)
            bench.advance()
            announce(taken.job.ticket, [flight.jailer])
            ahead = takeAhead(&bench)
            if ahead == nil { bench.expectAnother() }
            return try bench.finish(flight).outcome
        }
        .flatMapError { failure in
            // Before its jailer has heard of it: that is no failure.
            failure.cause == RevocableInput.reason ? .success(.calledOff) : .failure(failure)
        }
        forget(taken.job)
        finish(result)
        return ahead
    }

    private func flight(
        of taken: Taken,
        _ command: Command,
        _ bench: inout Workbench
    ) throws(ExecutorFailure) -> Workbench.Flight {
        // Asked for ahead. When the jailer was lost since, with the run before it, it has not begun: it is asked for again.
        if let flight = try taken.flight?.get(), bench.has(flight) { return flight }
        return try bench.begin(revocable(command, taken.job.ticket), number: taken.job.ticket)
    }

    private func revocable(_ command: Command, _ ticket: Int) -> Command {
        command.revocable { [queue] in queue.isCalledOff(ticket) }
    }

    /// Lets those who may call a job off know whom to tell.
    private func announce(_ ticket: Int, _ jailers: [JailerProcess]) {
        // Whoever calls it off from here on finds the jailers; whoever did so before has told the queue.
        state.withLock { $0 = State(ticket: ticket, jailers: jailers) }
        if queue.isCalledOff(ticket) {
            for jailer in jailers { jailer.cancel(ticket) }
        }
    }

    private func forget(_ job: Job) {
        state.withLock { $0 = State() }
        queue.finished(job.ticket)
    }

    /// Takes the next job while the jailer is busy, so that its box can be made meanwhile.
    private func takeAhead(_ bench: inout Workbench) -> Taken? {
        guard let job = queue.nextAhead() else { return nil }
        guard case .run(let command, _) = job.work, bench.canBeginAhead(command) else {
            return Taken(job: job, isAhead: true)
        }
        let flight = Result { () throws(ExecutorFailure) in
            try bench.begin(revocable(command, job.ticket), number: job.ticket)
        }
        // The jailer is lost with the run that is going on, and this one has not begun: the next jailer has it.
        if case .failure = flight, !bench.hasUsableJailer { return Taken(job: job, isAhead: true) }
        return Taken(job: job, flight: flight, isAhead: true)
    }

    /// Sees two runs that speak with each other through to their end.
    private func carryOut(
        _ conversation: Conversation,
        _ ticket: Int,
        _ bench: inout Workbench,
        _ partner: inout Workbench
    ) throws(ExecutorFailure) -> Conversation.Outcome {
        let flights = try Dialogue.begin(conversation, ticket, team: &bench, judge: &partner)
        announce(ticket, [flights.team.jailer, flights.judge.jailer])
        return try Dialogue.finish(conversation, flights, team: &bench, judge: &partner)
    }
}
