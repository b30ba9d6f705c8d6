internal import Core
internal import Problems

/// A program of a package, ready to be run.
enum PreparedProgram: Sendable {
    /// One that a language's profile has compiled.
    case compiled(Program)
    /// One that has a script to start it.
    case scripts(ScriptProgram)

    /// The command that runs it, with nothing on standard input yet.
    ///
    /// - Throws: `.badInput` when it cannot be told what to start.
    func command(arguments: [String], limits: Limits) throws(GradingError) -> Command {
        switch self {
        case .compiled(let program): try program.command(arguments: arguments, limits: limits)
        case .scripts(let program): program.command(arguments: arguments, limits: limits)
        }
    }

    /// Whether one of its sources is called `file`.
    func has(file: String) -> Bool {
        guard case .compiled(let program) = self else { return false }
        return program.sources.files.contains { $0.path == file }
    }

    /// What is seen of a run of `command`, which was made under `limits`.
    func seen(_ outcome: Outcome, of command: Command, limits: Limits) -> Judgement.Run {
        switch self {
        case .compiled(let program): program.seen(outcome, of: command, limits: limits)
        case .scripts: Judgement.Run(outcome: outcome, limits: command.limits, isOutOfMemory: false)
        }
    }
}

extension Workshop {
    /// `program`, compiled or built, which is done once for all who want it.
    ///
    /// - Throws: `.badInput` when that fails, `.machinery` when the executor failed.
    func prepare(_ program: PackageProgram, limits: ProblemLimits) async throws(GradingError) -> PreparedProgram {
        // Two programs that look the same here wait for each other, and nothing worse.
        let key = ([program.name] + program.files.map { "\($0.path) \($0.content.byteCount)" }).joined(separator: "\n")
        return try await boxes.makers.pass(key) { () async throws(GradingError) in try await make(program, limits) }
    }

    private func make(_ program: PackageProgram, _ limits: ProblemLimits) async throws(GradingError) -> PreparedProgram
    {
        guard let language = program.language else {
            return .scripts(try await ScriptProgram(program, limits: limits, in: self))
        }
        let toolchain = try toolchain(for: language)
        let sources = SourceTree(files: program.files, entry: program.entry)
        let compilation = try await compile(sources, with: toolchain, limits: limits)
        guard let artifact = compilation.artifact else {
            let said = BoundedText(compilation.note.diagnostics, limit: BoundedText.messageLimit).text
            throw .badInput("it does not compile\n\(said)")
        }
        return .compiled(Program(toolchain: toolchain, artifact: artifact, sources: sources))
    }
}
