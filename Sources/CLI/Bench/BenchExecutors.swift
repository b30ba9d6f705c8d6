internal import Core
internal import Synchronization

/// An executor without boxes, in which every program says hello at once: what is left is what a batch itself takes.
struct InstantExecutor: Executor {
    let slotCount = 2

    func run(_ command: Command) async throws(ExecutorFailure) -> Outcome {
        var outcome = Outcome(
            termination: .exited(code: 0),
            usage: Usage(cpuTime: .milliseconds(12), wallTime: .milliseconds(14), peakMemory: .mebibytes(8)),
            standardOutput: MemoryBytes("hello\n")
        )
        // What a compiler leaves.
        if command.collection != nil {
            outcome.collected = Bundle(files: [BoxFile(path: "main", content: MemoryBytes("hello"))])
        }
        return outcome
    }

    func converse(_ conversation: Conversation) async throws(ExecutorFailure) -> Conversation.Outcome {
        throw ExecutorFailure(operation: "converse", subject: "bench", cause: "nothing here is interactive")
    }

    func note(ofArtifact key: ArtifactKey) async throws(ExecutorFailure) -> [UInt8]? { nil }

    func files(ofArtifact key: ArtifactKey) async throws(ExecutorFailure) -> [BoxFile] { [] }

    func keep(_ files: Bundle, as key: ArtifactKey, note: [UInt8]) async throws(ExecutorFailure) {}
}

/// An executor that writes down what it is asked to run, and has another run it.
final class RecordedExecutor: Executor {
    private let other: any Executor
    private let recorded = Mutex<[Command]>([])

    init(_ other: any Executor) { self.other = other }

    /// What was run since this was asked for last.
    func takeCommands() -> [Command] {
        recorded.withLock { commands in
            defer { commands = [] }
            return commands
        }
    }

    var slotCount: Int { other.slotCount }

    func run(_ command: Command) async throws(ExecutorFailure) -> Outcome {
        recorded.withLock { $0.append(command) }
        return try await other.run(command)
    }

    func converse(_ conversation: Conversation) async throws(ExecutorFailure) -> Conversation.Outcome {
        try await other.converse(conversation)
    }

    func note(ofArtifact key: ArtifactKey) async throws(ExecutorFailure) -> [UInt8]? {
        try await other.note(ofArtifact: key)
    }

    func files(ofArtifact key: ArtifactKey) async throws(ExecutorFailure) -> [BoxFile] {
        try await other.files(ofArtifact: key)
    }

    func keep(_ files: Bundle, as key: ArtifactKey, note: [UInt8]) async throws(ExecutorFailure) {
        try await other.keep(files, as: key, note: note)
    }
}
