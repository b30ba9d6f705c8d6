internal import Core
internal import Languages

/// Something compiled, with what is needed to run it.
struct Program: Sendable {
    let toolchain: Toolchain
    let artifact: ArtifactKey
    let sources: SourceTree

    /// The command that runs it, with nothing on standard input yet.
    ///
    /// - Throws: `.badInput` when it cannot be told what to start.
    func command(arguments: [String], limits: Limits) throws(GradingError) -> Command {
        do throws(EntryError) {
            return try toolchain.runCommand(
                artifact: artifact,
                files: sources.files,
                entry: sources.entry,
                arguments: arguments,
                input: MemoryBytes.empty,
                limits: limits
            )
        } catch {
            throw .badInput(error.description)
        }
    }

    /// What is seen of a run of `command`, which was made under `limits`.
    func seen(_ outcome: Outcome, of command: Command, limits: Limits) -> Judgement.Run {
        let isOutOfMemory = toolchain.isOutOfMemory(outcome, limit: limits.memory)
        return Judgement.Run(outcome: outcome, limits: command.limits, isOutOfMemory: isOutOfMemory)
    }
}
