/// Runs commands in isolation.
///
/// `Sandboxing` has the real one; grading is written against this and tested with another.
public protocol Executor: Sendable {
    /// How many commands run at the same time; further ones wait.
    var slotCount: Int { get }

    /// Runs `command` in a box of its own and tells what became of it.
    ///
    /// Cancelling the task kills the box; the outcome then says `.cancelled`.
    ///
    /// - Throws: `ExecutorFailure` when our own machinery failed; a failing program is an `Outcome`.
    func run(_ command: Command) async throws(ExecutorFailure) -> Outcome

    /// Runs two commands that speak with each other, each in a box of its own.
    ///
    /// It takes the place of one run. Neither ever meets a broken pipe: what nobody reads any more is thrown away. Each sees
    /// the end of its input when the other's box is gone. Neither's standard output is in its outcome.
    ///
    /// Cancelling the task kills both boxes; their outcomes then say `.cancelled`.
    ///
    /// - Throws: `ExecutorFailure` when our own machinery failed.
    func converse(_ conversation: Conversation) async throws(ExecutorFailure) -> Conversation.Outcome

    /// What was kept with the artifact `key`; nil when there is none.
    ///
    /// - Throws: `ExecutorFailure` when the store cannot be read.
    func note(ofArtifact key: ArtifactKey) async throws(ExecutorFailure) -> [UInt8]?

    /// The files of the artifact `key`, which stay readable also when it is given up.
    ///
    /// - Throws: `ExecutorFailure` when there is none, or it cannot be read.
    func files(ofArtifact key: ArtifactKey) async throws(ExecutorFailure) -> [BoxFile]

    /// Keeps `files` as the artifact `key`, with a note of the caller's. Keeping it twice is harmless.
    ///
    /// - Throws: `ExecutorFailure` when the store cannot be written.
    func keep(_ files: Bundle, as key: ArtifactKey, note: [UInt8]) async throws(ExecutorFailure)
}

/// Our own machinery failed: never the program's fault, always worth an operator's look.
public struct ExecutorFailure: Error, Hashable, CustomStringConvertible {
    /// What we were doing, as in `mount the root`.
    public let operation: String
    /// What it was done on: a path, a slot.
    public let subject: String
    /// Why it failed and, where there is one, the mend.
    public let cause: String

    /// A failure of `operation` on `subject`.
    public init(operation: String, subject: String, cause: String) {
        self.operation = operation
        self.subject = subject
        self.cause = cause
    }

    /// The failure in one line, whatever names are in it.
    public var description: String {
        "could not \(operation) (\(subject)): \(cause)".unicodeScalars.reduce(into: "") { line, scalar in
            if scalar.properties.generalCategory == .control {
                line += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                line.unicodeScalars.append(scalar)
            }
        }
    }
}
