public import Core
internal import JailProtocol
internal import Linux
internal import Synchronization

/// The executor that isolates: every command in a box of its own, made by one of its slots' jailers.
///
/// Nothing in it forks; threads, not Swift's own, wait for the jailers. `stop` must be called to leave nothing behind at
/// once; a process that dies without it is cleaned up after by its sweeper.
public final class Sandbox: Executor {
    /// What a sandbox needs to know.
    public struct Configuration: Sendable {
        /// How many boxes at once.
        public var slots: Int
        /// The path of the `assay-jailer` executable.
        public var jailer: String
        /// The `Sandboxes` directory, of which `policies` is read.
        public var sandboxes: String
        /// A directory of ours for artifacts and locks.
        public var state: String
        /// Which ids of the host boxes may have, as `ASSAY_IDS` says it; nil: what `/etc/assay/ids` says, or the usual.
        public var ids: String?
        /// Whether each slot is bound to a processor of its own.
        public var pinsSlots: Bool
        /// The version of Landlock by which programs are restricted; nil: the newest that the kernel and we know.
        ///
        /// Only tests and benchmarks take a lower one.
        package var landlock: Int?

        /// A configuration with these parts.
        public init(
            slots: Int,
            jailer: String,
            sandboxes: String,
            state: String,
            ids: String? = nil,
            pinsSlots: Bool = false
        ) {
            self.slots = slots
            self.jailer = jailer
            self.sandboxes = sandboxes
            self.state = state
            self.ids = ids
            self.pinsSlots = pinsSlots
        }
    }

    /// How many commands run at the same time.
    public let slotCount: Int
    /// Under which conditions boxes are made.
    public let mode: SandboxMode

    private let slots: [Slot]
    private let queue: JobQueue
    private let store: ArtifactStore
    private let presence: Presence
    private let isStopped = Mutex(false)

    /// Sets everything up but the jailers, which each slot starts with its first run.
    ///
    /// - Throws: `ExecutorFailure` for whatever this host or this user cannot have: it says what to do about it.
    public init(_ configuration: Configuration) throws(ExecutorFailure) {
        precondition(configuration.slots > 0, "a sandbox has at least one slot")
        let store = try ArtifactStore(state: configuration.state)
        let jailer = try JailerFile(path: configuration.jailer)
        let landlock = try Self.landlock(at: configuration.landlock)
        let presence = try Presence(configuration, jailer: jailer, store: store)
        let surroundings = Slot.Surroundings(
            cgroups: presence.cgroups,
            store: store,
            policies: PolicyShelf(directory: configuration.sandboxes + "/policies"),
            jailer: jailer,
            ids: presence.lease.ids,
            processors: presence.lease.processors,
            landlock: landlock
        )
        let queue = JobQueue(slotCount: configuration.slots)
        var slots: [Slot] = []
        do throws(ExecutorFailure) {
            for number in 0..<configuration.slots {
                slots.append(try Slot(number: number, queue: queue, surroundings))
            }
        } catch {
            queue.close()
            for slot in slots { slot.waitUntilGone() }
            presence.end()
            throw error
        }
        self.store = store
        self.presence = presence
        self.slots = slots
        slotCount = slots.count
        self.queue = queue
        mode = SandboxMode(
            ids: SandboxMode.IDs(presence.lease.ids),
            cgroup: presence.cgroups.controllers == .v1 ? "v1" : "v2",
            landlock: landlock,
            isPinned: configuration.pinsSlots
        )
    }

    /// The version of Landlock by which programs are restricted here; 0 where the kernel has none.
    private static func landlock(at stated: Int?) throws(ExecutorFailure) -> Int {
        if let stated { return stated }
        do throws(Errno) {
            return Landlock.version(ofKernel: try Landlock.kernelVersion())
        } catch {
            throw ExecutorFailure(
                operation: "ask the kernel for Landlock",
                subject: "landlock_create_ruleset",
                cause: "\(error); start assay outside of the filter that refuses it (`assay doctor` says how)"
            )
        }
    }

    /// Runs `command` as soon as a slot is free.
    public func run(_ command: Command) async throws(ExecutorFailure) -> Outcome {
        try await result { .run(command, finish: $0) }.get()
    }

    /// Runs the two as soon as a slot is free: its jailer and that of its partner each make one of the boxes.
    public func converse(_ conversation: Conversation) async throws(ExecutorFailure) -> Conversation.Outcome {
        try await result { .converse(conversation, finish: $0) }.get()
    }

    /// What becomes of a job, which `work` makes with whom to tell.
    private func result<Value: Sendable>(
        of work: (@escaping @Sendable (Result<Value, ExecutorFailure>) -> Void) -> Job.Work
    ) async -> Result<Value, ExecutorFailure> {
        let ticket = queue.ticket()
        return await withTaskCancellationHandler {
            await withCheckedContinuation {
                (continuation: CheckedContinuation<Result<Value, ExecutorFailure>, Never>) in
                queue.add(Job(ticket: ticket, work: work { continuation.resume(returning: $0) }))
                // Cancelled before it was asked for: the handler below has run already and found nothing.
                if Task.isCancelled { cancel(ticket) }
            }
        } onCancel: {
            cancel(ticket)
        }
    }

    /// Ends a run, wherever it is.
    ///
    /// Harmless when it is over.
    private func cancel(_ ticket: Int) {
        if let job = queue.callOff(ticket: ticket) {
            job.callOff()
            return
        }
        for slot in slots { slot.cancel(ticket: ticket) }
    }

    /// What was kept with an artifact.
    public func note(ofArtifact key: ArtifactKey) async throws(ExecutorFailure) -> [UInt8]? {
        try store.note(of: key)
    }

    /// The files of an artifact.
    public func files(ofArtifact key: ArtifactKey) async throws(ExecutorFailure) -> [BoxFile] {
        try store.files(of: key)
    }

    /// Keeps an artifact.
    public func keep(_ files: Bundle, as key: ArtifactKey, note: [UInt8]) async throws(ExecutorFailure) {
        try store.keep(files, as: key, note: note)
    }

    /// Ends all boxes and removes all that this sandbox has on the host, but for its artifacts.
    ///
    /// No run may follow.
    @available(*, noasync)
    public func stop() {
        let isFirst = isStopped.withLock { isStopped in
            defer { isStopped = true }
            return !isStopped
        }
        guard isFirst else { return }
        queue.close()
        for slot in slots { slot.waitUntilGone() }
        presence.end()
    }

    /// The directories of our cgroups, in each hierarchy: what must be empty but for jailers when nothing runs.
    package var cgroupDirectories: [String] { presence.cgroups.directories }

    /// The process numbers of our jailers.
    package var jailerNumbers: [Int] {
        slots.indices.flatMap { [Place(slot: $0), Place(slot: $0, isPartner: true)] }.flatMap { place -> [Int] in
            let path = presence.cgroups.unified + "/\(place.name)/jailer/cgroup.procs"
            let text = (try? KernelText.read(path)) ?? []
            return String(decoding: text, as: UTF8.self).split(separator: "\n").compactMap { Int($0) }
        }
    }
}

extension Outcome {
    /// What becomes of a run that was called off before it began.
    static var calledOff: Outcome { Outcome(termination: .signaled(name: "KILL"), stop: .cancelled) }
}
