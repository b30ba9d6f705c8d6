/// A command that can be called by its name.
package struct Subcommand: Sendable {
    /// What it does, in the form of a function.
    package enum Action: Sendable {
        /// At once, in the thread that asks: nothing of it waits for a box.
        case atOnce(@Sendable (Invocation) throws -> ExitCode)
        /// With boxes: signals cancel it, and it ends when the boxes are gone.
        case withBoxes(@Sendable (Invocation) async throws -> ExitCode)
    }

    /// How it is called and described.
    package let description: CommandDescription
    /// What it does.
    package let action: Action

    /// Every command.
    package static let all: [Subcommand] = [
        run, submit, grade, verify, worker, serve, queue, keys, webhooks, languages, roots, doctor, bench,
    ]
}
