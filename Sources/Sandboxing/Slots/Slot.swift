internal import Core
internal import Dispatch
internal import JailProtocol
internal import Linux
internal import Synchronization

/// One place to run a box in: a jailer, and a thread of ours that speaks with it. Requests come one at a time.
final class Slot: Sendable {
    /// What all slots of a sandbox have in common.
    struct Surroundings: Sendable {
        let cgroups: WorkerCgroups
        let store: ArtifactStore
        let policies: PolicyShelf
        let jailer: JailerFile
        let isRoot: Bool
    }

    /// One run that was asked for.
    private struct Job: Sendable {
        let number: Int
        let command: Command
        let finish: @Sendable (Result<Outcome, ExecutorFailure>) -> Void
    }

    private struct State {
        var waiting: Job?
        var isStopped = false
        /// The run that the jailer is working on, and who can end it.
        var running: (number: Int, jailer: JailerProcess)?
        var cancelled: Set<Int> = []
        var nextNumber = 0
    }

    private let number: Int
    private let surroundings: Surroundings
    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    private let stopped = DispatchSemaphore(value: 0)

    /// A slot whose jailer is started with its first run.
    ///
    /// - Throws: `ExecutorFailure` when there can be no more threads.
    init(number: Int, _ surroundings: Surroundings) throws(ExecutorFailure) {
        self.number = number
        self.surroundings = surroundings
        try WorkerCgroups.doing("start a slot", "slot \(number)") { [self] () throws(Errno) in
            try Thread.start { [self] in work() }
        }
    }

    /// A ticket for one run.
    func ticket() -> Int {
        state.withLock { state in
            state.nextNumber += 1
            return state.nextNumber
        }
    }

    /// Runs `command`; `finish` is called once, on the slot's thread.
    func run(_ command: Command, ticket: Int, finish: @escaping @Sendable (Result<Outcome, ExecutorFailure>) -> Void) {
        state.withLock { $0.waiting = Job(number: ticket, command: command, finish: finish) }
        wake.signal()
    }

    /// Ends the run with that ticket, now or before it starts. Harmless when it has ended.
    func cancel(ticket: Int) {
        state.withLock { state in
            state.cancelled.insert(ticket)
            // Sent under the lock, so that it can never overtake its own run and hit the next one.
            if let running = state.running, running.number == ticket { running.jailer.cancel() }
        }
    }

    /// Ends the slot and everything in it, and waits until it is gone.
    func stop() {
        state.withLock { $0.isStopped = true }
        wake.signal()
        stopped.wait()
    }

    // MARK: - On the slot's thread

    private func work() {
        var bench = Workbench(number: number, surroundings)
        while true {
            wake.wait()
            let (job, isStopped) = state.withLock { state in
                defer { state.waiting = nil }
                return (state.waiting, state.isStopped)
            }
            if let job { carryOut(job, &bench) }
            if isStopped { break }
        }
        bench.close()
        stopped.signal()
    }

    private func carryOut(_ job: Job, _ bench: inout Workbench) {
        let result = Result { () throws(ExecutorFailure) in
            try bench.run(job.command) { jailer in
                state.withLock { state in
                    guard !state.cancelled.contains(job.number) else { return false }
                    state.running = (job.number, jailer)
                    return true
                }
            }
        }
        state.withLock { state in
            state.running = nil
            state.cancelled.remove(job.number)
        }
        job.finish(result)
    }
}
