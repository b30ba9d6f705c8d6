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
        let isRoot: Bool
    }

    private struct State {
        /// The run that is with this slot, and who can end it once it has begun.
        var ticket: Int?
        var jailer: JailerProcess?
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
        try WorkerCgroups.doing("start a slot", "slot \(number)") { [self] () throws(Errno) in
            try Thread.start { [self] in work() }
        }
    }

    /// Ends the run with that ticket when it is with this slot.
    ///
    /// Harmless otherwise.
    func cancel(ticket: Int) {
        state.withLock { state in
            guard state.ticket == ticket else { return }
            // Sent under the lock: it comes behind its own run, and before the next one.
            state.jailer?.cancel()
        }
    }

    /// Waits until the slot is gone, after its queue was closed.
    func waitUntilGone() {
        stopped.wait()
    }

    // MARK: - On the slot's thread

    private func work() {
        var bench = Workbench(number: number, surroundings)
        let bed = JobQueue.Bed()
        while let job = queue.next(bed) {
            carryOut(job, &bench)
        }
        bench.close()
        stopped.signal()
    }

    private func carryOut(_ job: Job, _ bench: inout Workbench) {
        let result = Result { () throws(ExecutorFailure) in
            if queue.isCalledOff(job.ticket) { return Outcome.calledOff }
            return try bench.run(job.command) { jailer in
                // Whoever calls it off from here on finds the jailer; whoever did so before has told the queue.
                state.withLock { $0 = State(ticket: job.ticket, jailer: jailer) }
                if queue.isCalledOff(job.ticket) { jailer.cancel() }
            }
        }
        state.withLock { $0 = State() }
        queue.finished(job.ticket)
        job.finish(result)
    }
}
