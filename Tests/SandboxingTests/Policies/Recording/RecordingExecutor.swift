import Core
import Sandboxing

/// Runs every command as another executor does, with a recorder as the box's first process that writes down which
/// system calls are made.
struct RecordingExecutor: Executor {
    /// Boxes with a policy under which the recorder may trace, and which is otherwise the one that is delivered.
    let sandbox: any Executor
    /// The recorder's executable on the host.
    let recorder: String
    /// The language that is recorded.
    let language: String
    let log: CallLog

    var slotCount: Int { sandbox.slotCount }

    func run(_ command: Command) async throws(ExecutorFailure) -> Outcome {
        var command = command
        command.arguments.insert("/recorder", at: 0)
        command.root.entries.append(.bind(host: recorder, box: "/recorder"))
        // To be traced takes many times as long, and one process more.
        command.limits.processes += 1
        command.limits.cpuTime *= 100
        command.limits.wallTime *= 100
        var outcome = try await sandbox.run(command)
        do {
            outcome.standardError = MemoryBytes(try takeRecord(outcome.standardError.bytes(), of: command))
        } catch {
            throw ExecutorFailure(operation: "read the record", subject: language, cause: "\(error)")
        }
        return outcome
    }

    /// Conversations are not recorded: what is recorded has none.
    func converse(_ conversation: Conversation) async throws(ExecutorFailure) -> Conversation.Outcome {
        try await sandbox.converse(conversation)
    }

    /// Writes down what the recorder has said at the end.
    ///
    /// - Returns: what the program itself has said.
    private func takeRecord(_ bytes: [UInt8], of command: Command) throws -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let start = text.firstRange(of: "\n#call ") else {
            // The recorder was stopped before its end: whoever asked for the record hears of it.
            log.lose("\(language): \(command.arguments.prefix(4)): \(text.suffix(200))")
            return bytes
        }
        for line in text[start.lowerBound...].split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 4, words[0] == "#call", let number = Int(words[1]), let detail = UInt64(words[2])
            else { throw MissingRecord(said: String(line)) }
            try log.add(number: number, detail: detail, language: language, policy: command.policy)
        }
        return Array(text[..<start.lowerBound].utf8)
    }

    func files(ofArtifact key: ArtifactKey) async throws(ExecutorFailure) -> [BoxFile] {
        try await sandbox.files(ofArtifact: key)
    }

    func note(ofArtifact key: ArtifactKey) async throws(ExecutorFailure) -> [UInt8]? {
        try await sandbox.note(ofArtifact: key)
    }

    func keep(_ files: Bundle, as key: ArtifactKey, note: [UInt8]) async throws(ExecutorFailure) {
        try await sandbox.keep(files, as: key, note: note)
    }

    /// The recorder was stopped before its end.
    private struct MissingRecord: Error {
        let said: String
    }
}
