internal import Core
internal import Languages

/// One run of a compiled program outside of any test.
struct Trial: Sendable {
    let boxes: Boxes
    let toolchain: Toolchain
    let artifact: ArtifactKey
    let sources: SourceTree
    /// What somebody asked for; the command adds what the language is granted.
    let limits: Limits

    /// Runs the program once.
    ///
    /// - Throws: `.badInput` when it cannot be told what to start, `.machinery` when the executor failed.
    func run(arguments: [String] = [], input: any ByteSource) async throws(GradingError) -> Judgement.Run {
        let command: Command
        do throws(EntryError) {
            command = try toolchain.runCommand(
                artifact: artifact,
                files: sources.files,
                entry: sources.entry,
                arguments: arguments,
                input: input,
                limits: limits
            )
        } catch {
            throw .badInput(error.description)
        }
        let outcome = try await boxes.run(command)
        let isOutOfMemory = toolchain.isOutOfMemory(outcome, limit: limits.memory)
        return Judgement.Run(outcome: outcome, limits: command.limits, isOutOfMemory: isOutOfMemory)
    }
}
