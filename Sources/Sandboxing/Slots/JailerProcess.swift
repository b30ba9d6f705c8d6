internal import Core
internal import JailProtocol
internal import Linux
internal import Synchronization

/// A running jailer, and the conversation with it.
///
/// Used by its slot's thread only, but for `cancel`.
final class JailerProcess: Sendable {
    private let process: ChildProcess
    private let control: MessageSocket
    /// Whether it has said that it ends, or has ended.
    private let isLost = Atomic(false)

    /// Starts a jailer and sees it through until it is ready for its first request.
    init(
        executable: CInt,
        cgroups: SlotCgroups,
        identity: SlotIdentity,
        _ configuration: SlotConfiguration
    ) throws(ExecutorFailure) {
        let pair = try Self.doing("make the control socket") { () throws(Errno) in try MessageSocket.pair() }
        let theirs = pair.theirs.number
        let started = try Self.doing("start the jailer") { () throws(Errno) in
            let null = try Descriptor.open("/dev/null", Descriptor.readWrite)
            let directory = try cgroups.openJailerDirectory()
            return try ChildProcess(
                executable: executable,
                arguments: ["assay-jailer", "enter", identity.word],
                input: null.number,
                output: null.number,
                error: 2,
                extra: theirs,
                cgroup: directory.number
            )
        }
        process = started
        control = pair.takeOurs()
        do throws(ExecutorFailure) {
            try mapIDs(identity)
            try configure(cgroups, configuration)
        } catch {
            // It would end by itself, but nobody would ever ask for its end: a zombie for each attempt.
            stop()
            throw error
        }
    }

    private func mapIDs(_ identity: SlotIdentity) throws(ExecutorFailure) {
        // The jailer maps a single id by itself.
        if identity == .single { return }
        switch try answer(to: "enter the slot's namespaces") {
        case .unshared: break
        case .lost(let failure): throw ExecutorFailure(failure)
        default:
            throw ExecutorFailure(operation: "map the slot's ids", subject: "jailer", cause: "it gave another answer")
        }
        let pid = process.pid
        switch identity {
        case .own(let jailer, let program):
            let map = "0 \(jailer) 1\n\(SlotIdentity.programID) \(program) 1\n"
            try Self.doing("map the slot's ids") { () throws(Errno) in
                try Descriptor.open("/proc/\(pid)/gid_map", Descriptor.writeOnly).set(map)
                try Descriptor.open("/proc/\(pid)/uid_map", Descriptor.writeOnly).set(map)
            }
        case .subordinate(let user, let group, let helpers):
            try helpers.map(pid: pid, programID: SlotIdentity.programID, user: user, group: group)
        case .single: break
        }
        try send(.mapped, [])
    }

    private func configure(
        _ cgroups: SlotCgroups,
        _ configuration: SlotConfiguration
    ) throws(ExecutorFailure) {
        let files = try Self.doing("open the slot's cgroups") { () throws(Errno) in try cgroups.openDirectories() }
        defer { Descriptor.close(files) }
        try ask(.configure(configuration), files)
    }

    /// Whether it can be asked for anything: it lives, and has not said that it ends.
    var isUsable: Bool {
        var poll = Poll()
        poll.add(process.pidfd.number)
        // What cannot be found out now shows with the next request.
        return !isLost.load(ordering: .relaxed) && (try? poll.wait(nanoseconds: 0)) != true
    }

    // MARK: - Asking

    /// Sends a request that is answered by `ready`.
    func ask(_ request: Request, _ descriptors: [CInt]) throws(ExecutorFailure) {
        try send(request, descriptors)
        switch try answer(to: "be ready") {
        case .ready: return
        case .failed(let failure), .lost(let failure): throw ExecutorFailure(failure)
        default: throw ExecutorFailure(operation: "ask the jailer", subject: "slot", cause: "it gave another answer")
        }
    }

    /// What a jailer answered to a run, with the descriptor that came along.
    struct RunAnswer: ~Copyable {
        var result: BoxResult
        var bundle: Descriptor?
    }

    /// Asks for one run.
    ///
    /// The answer comes when those that were asked for before are answered.
    func begin(_ box: BoxPlan, _ descriptors: [CInt]) throws(ExecutorFailure) {
        try send(.run(box), descriptors)
    }

    /// Waits until one of two jailers has something to say.
    ///
    /// - Returns: whether it is the first one.
    static func firstToAnswer(_ first: JailerProcess, _ second: JailerProcess) throws(Errno) -> Bool {
        var poll = Poll()
        poll.add(first.control.descriptor.number)
        poll.add(second.control.descriptor.number)
        while try !poll.wait(nanoseconds: nil) {}
        return poll.isReady(0)
    }

    /// Says that a run of `box` may come; its standard input is still to be filled.
    func expect(_ box: BoxPlan, _ descriptors: [CInt]) throws(ExecutorFailure) {
        try send(.expect(box), descriptors)
    }

    /// Says that no run is expected any more.
    func settle() throws(ExecutorFailure) {
        try send(.settle, [])
    }

    /// Asks for the run that is expected.
    func beginExpected(number: Int) throws(ExecutorFailure) {
        try send(.begin(number: number), [])
    }

    /// Waits for the next answer to a run.
    func runAnswer() throws(RunFailure) -> RunAnswer {
        do {
            guard var message = try control.receive() else {
                throw ExecutorFailure(operation: "run a box", subject: "slot", cause: "the jailer has died")
            }
            switch try Answer(bytes: message.bytes) {
            case .lost(let failure):
                throw ExecutorFailure(failure)
            case .finished(let result):
                return RunAnswer(result: result, bundle: message.take(0))
            case .failed(let failure):
                throw failure.isCommandsFault ? RunFailure.unexecutable(failure) : .failed(ExecutorFailure(failure))
            default:
                throw ExecutorFailure(operation: "run a box", subject: "slot", cause: "the jailer gave another answer")
            }
        } catch let failure as RunFailure {
            throw failure
        } catch {
            throw .jailerLost(
                error as? ExecutorFailure
                    ?? ExecutorFailure(operation: "run a box", subject: "slot", cause: "\(error)")
            )
        }
    }

    /// Why there is no result of a run.
    enum RunFailure: Error {
        /// The jailer said so, and goes on.
        case failed(ExecutorFailure)
        /// The box was there, and the kernel would not execute the program; the jailer goes on.
        case unexecutable(JailFailure)
        /// The jailer is of no more use.
        case jailerLost(ExecutorFailure)
    }

    /// Asks for the end of the run with that number, when it is the one that is going on.
    ///
    /// From any thread: a packet is sent as a whole.
    func cancel(_ number: Int) {
        try? control.send(Request.cancel(number: number).bytes)
    }

    /// Ends the jailer, and waits until it is gone.
    func stop() {
        var poll = Poll()
        poll.add(process.pidfd.number)
        // Said again while it is not heard, but not for ever: whoever waits for us must not wait for what never comes.
        for _ in 0..<100 {
            process.send(signal: Signal.kill)
            if (try? poll.wait(nanoseconds: 100_000_000)) == true { break }
        }
        if (try? poll.wait(nanoseconds: 0)) == true { _ = try? process.wait() }
    }

    private func send(_ request: Request, _ descriptors: [CInt]) throws(ExecutorFailure) {
        do throws(Errno) {
            try control.send(request.bytes, descriptors: descriptors)
        } catch {
            // The first means that it has read everything, the second that it has not.
            if [.brokenPipe, .connectionReset].contains(error), let failure = lastWords() { throw failure }
            throw WorkerCgroups.failure("ask the jailer", "slot", error)
        }
    }

    /// What a jailer that has ended has said why; nil when it has said nothing.
    private func lastWords() -> ExecutorFailure? {
        isLost.store(true, ordering: .relaxed)
        while let message = (try? control.receive()) ?? nil {
            if case .lost(let failure)? = try? Answer(bytes: message.bytes) { return ExecutorFailure(failure) }
        }
        return nil
    }

    private func answer(to purpose: String) throws(ExecutorFailure) -> Answer {
        do {
            guard let message = try control.receive() else {
                isLost.store(true, ordering: .relaxed)
                throw ExecutorFailure(operation: purpose, subject: "jailer", cause: "it has died")
            }
            let answer = try Answer(bytes: message.bytes)
            if case .lost = answer { isLost.store(true, ordering: .relaxed) }
            return answer
        } catch let failure as ExecutorFailure {
            throw failure
        } catch {
            throw ExecutorFailure(operation: purpose, subject: "jailer", cause: "\(error)")
        }
    }

    private static func doing<Value: ~Copyable>(
        _ operation: String,
        _ body: () throws(Errno) -> Value
    ) throws(ExecutorFailure) -> Value {
        try WorkerCgroups.doing(operation, "slot", of: .process, body)
    }
}

extension MessageSocket.Pair {
    /// Our end; theirs is closed, now that they have it.
    consuming func takeOurs() -> MessageSocket { ours }
}

extension ExecutorFailure {
    /// What a jailer could not do, in our words.
    init(_ failure: JailFailure) {
        // Without an error number the subject is all that there is to say.
        guard failure.errno != 0 else {
            self.init(operation: failure.operation, subject: "slot", cause: failure.subject)
            return
        }
        let request: Mend.Request =
            switch failure.operation {
            case "enter the slot's namespaces", "clone the box": .process
            case "make the cgroup", "renew the box's cgroup": .cgroup
            default: .box
            }
        self.init(failure.operation, failure.subject, Errno(CInt(truncatingIfNeeded: failure.errno)), of: request)
    }
}
