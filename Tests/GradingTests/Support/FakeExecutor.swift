import Core
import Synchronization

/// An executor without boxes: a script says what becomes of every command, and everything is written down.
final class FakeExecutor: Executor {
    typealias Script = @Sendable (Command) async throws(ExecutorFailure) -> Outcome
    typealias Dialogue = @Sendable (Conversation) -> Conversation.Outcome

    private struct State {
        var commands: [Command] = []
        var artifacts: [ArtifactKey: (files: Bundle, note: [UInt8])] = [:]
        var running = 0
        var mostRunning = 0
    }

    /// The executor whose script is running.
    @TaskLocal static var current: FakeExecutor?

    let slotCount: Int
    private let script: Script
    private let dialogue: Dialogue?
    private let state = Mutex(State())

    init(slotCount: Int = 1, dialogue: Dialogue? = nil, script: @escaping Script) {
        self.slotCount = slotCount
        self.script = script
        self.dialogue = dialogue
    }

    /// The commands that were run, in the order in which they began.
    var commands: [Command] { state.withLock(\.commands) }
    /// What is kept.
    var artifacts: [ArtifactKey: (files: Bundle, note: [UInt8])] { state.withLock(\.artifacts) }
    /// How many commands are running.
    var running: Int { state.withLock(\.running) }
    /// How many commands ran at the same time at most.
    var mostRunning: Int { state.withLock(\.mostRunning) }

    func run(_ command: Command) async throws(ExecutorFailure) -> Outcome {
        state.withLock { state in
            state.commands.append(command)
            state.running += 1
            state.mostRunning = max(state.mostRunning, state.running)
        }
        defer { state.withLock { $0.running -= 1 } }
        return try await FakeExecutor.$current.withValue(self) { await result(of: command) }.get()
    }

    func converse(_ conversation: Conversation) async throws(ExecutorFailure) -> Conversation.Outcome {
        state.withLock { $0.commands += [conversation.judge, conversation.team] }
        guard let dialogue else {
            throw ExecutorFailure(operation: "converse", subject: "test", cause: "the test has no dialogue")
        }
        return dialogue(conversation)
    }

    private func result(of command: Command) async -> Result<Outcome, ExecutorFailure> {
        do throws(ExecutorFailure) {
            return .success(try await script(command))
        } catch {
            return .failure(error)
        }
    }

    func note(ofArtifact key: ArtifactKey) async throws(ExecutorFailure) -> [UInt8]? {
        state.withLock { $0.artifacts[key]?.note }
    }

    func files(ofArtifact key: ArtifactKey) async throws(ExecutorFailure) -> [BoxFile] {
        state.withLock { $0.artifacts[key]?.files.files ?? [] }
    }

    func keep(_ files: Bundle, as key: ArtifactKey, note: [UInt8]) async throws(ExecutorFailure) {
        state.withLock { $0.artifacts[key] = (files, note) }
    }
}

extension Outcome {
    /// A program that ended well with `output`.
    static func wrote(_ output: String, cpu: Duration = .milliseconds(10)) -> Outcome {
        Outcome(
            termination: .exited(code: 0),
            usage: Usage(cpuTime: cpu, wallTime: cpu * 2, peakMemory: .mebibytes(8)),
            standardOutput: MemoryBytes(output)
        )
    }

    /// A program that ended with `code`, and `feedback` as the files that were taken out of its box.
    static func exited(_ code: Int, error: String = "", feedback: [String: String] = [:]) -> Outcome {
        let files = feedback.sorted { $0.key < $1.key }.map { BoxFile(path: $0.key, content: MemoryBytes($0.value)) }
        return Outcome(
            termination: .exited(code: code),
            usage: Usage(cpuTime: .milliseconds(10), wallTime: .milliseconds(20), peakMemory: .mebibytes(8)),
            standardError: MemoryBytes(error),
            collected: Bundle(files: files)
        )
    }

    /// A run that was taken back.
    static let cancelled = Outcome(termination: .signaled(name: "KILL"), stop: .cancelled)
}
