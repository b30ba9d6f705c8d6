public import Core
import Linux
public import Roots

/// A profile whose tools were found on this host.
public struct Toolchain: Sendable {
    /// The profile.
    public let profile: LanguageProfile
    /// The absolute path of each tool in the box; without a prepared root also on the host.
    public let tools: [String: String]
    /// A text that changes when one of the tools or the profile changes.
    public let fingerprint: String
    /// The file system of a compile box.
    public internal(set) var compileRoot: Root
    /// The file system of a run box.
    public internal(set) var runRoot: Root
    let paths: [String: String]
    /// The prepared root in which the tools are; nil when they are the host's.
    ///
    /// It is not removed as long as this is there.
    public let preparedRoot: PreparedRoot?
    /// How it stands with what the profile has prepared.
    public internal(set) var preparations: [PreparationState] = []
    /// Where that is kept; nil when nothing is.
    var prepared: PreparedStore?
}

extension Toolchain {
    /// Compiles or checks `files`; nil when the language has no such step.
    ///
    /// What it leaves in `/box` is the artifact. Its limits are the problem's with room for what compilers write.
    ///
    /// - Parameters:
    ///   - files: The sources, with the problem's files for this language.
    ///   - entry: The file or class to start, where the author named one.
    ///   - limits: The problem's limits for compiling.
    /// - Returns: The command, with a collection of `/box`.
    /// - Throws: `EntryError` when `entry` names no file that is there.
    public func compileCommand(files: [BoxFile], entry: String?, limits: Limits) throws(EntryError) -> Command? {
        guard let step = profile.compile else { return nil }
        let layout = try SourceLayout(profile: profile, files: files, entry: entry)
        var command = command(step, root: compileRoot, workspace: .scratch, layout: layout, limits: limits)
        command.files = layout.files
        command.collection = Command.Collection(directory: "/box")
        return command
    }

    /// The command that runs the compiled program.
    ///
    /// Its limits are the problem's with the language's allowances added; the ones in the command are those that hold.
    ///
    /// - Parameters:
    ///   - artifact: What compiling left in `/box`; the sources where there is no such step.
    ///   - files: The sources, as for `compileCommand`.
    ///   - entry: The file or class to start, where the author named one.
    ///   - arguments: What the program gets as arguments.
    ///   - input: What the program reads.
    ///   - limits: The problem's limits.
    /// - Returns: The command, without files of its own.
    /// - Throws: `EntryError` when it cannot be told what to start.
    public func runCommand(
        artifact: ArtifactKey,
        files: [BoxFile],
        entry: String?,
        arguments: [String],
        input: any ByteSource,
        limits: Limits
    ) throws(EntryError) -> Command {
        let layout = try SourceLayout(profile: profile, files: files, entry: entry)
        var values = TemplateValues()
        values.lists["arguments"] = arguments
        if profile.entryRule.startsClass {
            values.texts["mainclass"] = try JavaEntry(profile.entryRule).mainClass(of: layout.given, entry: entry)
        }
        var command = command(
            profile.run,
            root: runRoot,
            workspace: .artifact(artifact),
            layout: layout,
            limits: limits,
            values: values
        )
        command.input = input
        return command
    }

    /// The files as they lie in `/box`, under the names that the language asks for: the artifact of a language without a
    /// compile step.
    ///
    /// - Throws: `EntryError` when `entry` names no file that is there.
    public func laidOut(_ files: [BoxFile], entry: String?) throws(EntryError) -> [BoxFile] {
        try SourceLayout(profile: profile, files: files, entry: entry).files
    }

    /// What is started of `files`: the name of a file or, in Java, of a class.
    ///
    /// - Throws: `EntryError` when that cannot be told.
    public func entryPoint(of files: [BoxFile], entry: String?) throws(EntryError) -> String {
        let layout = try SourceLayout(profile: profile, files: files, entry: entry)
        if profile.entryRule.startsClass {
            return try JavaEntry(profile.entryRule).mainClass(of: layout.given, entry: entry)
        }
        return layout.main
    }

    /// The command that prints the version of the toolchain, on standard output or standard error.
    public func versionCommand() -> Command {
        let step = profile.compile ?? profile.run
        var values = TemplateValues()
        values.texts.merge(tools) { own, _ in own }
        values.texts.merge(paths) { own, _ in own }
        values.texts.merge(profile.variables) { own, _ in own }
        var environment: [String: String] = [:]
        for (name, value) in step.environment {
            environment[name] = value.joined(with: values)
        }
        return Command(
            arguments: profile.version.command.flatMap { $0.expanded(with: values) },
            environment: environment,
            root: compileRoot,
            policy: step.policy,
            workspace: .scratch,
            limits: step.allowance.applied(to: Limits(memory: .mebibytes(1024)))
        )
    }

    /// The version in what `versionCommand` printed; nil when there is none.
    public func parseVersion(_ output: String) -> String? { profile.version.version(in: output) }

    /// Whether the run-time system itself said that memory ran out, and the peak bears it out as far as the profile asks.
    ///
    /// - Parameters:
    ///   - outcome: What became of the run.
    ///   - limit: The problem's memory limit, as given to `runCommand`.
    /// - Returns: Whether both are so.
    public func isOutOfMemory(_ outcome: Outcome, limit: ByteCount) -> Bool {
        profile.outOfMemory?.isGiven(by: outcome, limit: limit) ?? false
    }

    private func command(
        _ step: Step,
        root: Root,
        workspace: Command.Workspace,
        layout: SourceLayout,
        limits: Limits,
        values given: TemplateValues = TemplateValues()
    ) -> Command {
        let applied = step.allowance.applied(to: limits)
        var values = values(limits: applied, memory: limits.memory, given)
        values.texts["main"] = layout.main
        values.texts["stem"] = FileName(layout.main).directory + FileName(layout.main).stem
        values.texts["binary"] = layout.binary
        values.lists["files"] = layout.sources
        let uses = uses(by: step, of: layout)
        values.lists["prepared"] = uses.flatMap { $0.arguments.flatMap { $0.expanded(with: values) } }
        var environment: [String: String] = [:]
        for (name, value) in step.environment + uses.flatMap(\.environment) {
            environment[name] = value.joined(with: values)
        }
        let template = uses.last { $0.command != nil }?.command ?? step.command
        var command = Command(
            arguments: template.flatMap { $0.expanded(with: values) },
            environment: environment,
            root: root,
            policy: step.policy,
            workspace: workspace,
            limits: applied
        )
        command.copiesInput = step.copiesInput
        return command
    }

    /// What placeholders stand for that are the same for every submission.
    func values(limits: Limits, memory: ByteCount, _ given: TemplateValues = TemplateValues()) -> TemplateValues {
        var values = given
        values.texts.merge(tools) { own, _ in own }
        values.texts.merge(paths) { own, _ in own }
        values.texts.merge(profile.variables) { own, _ in own }
        for preparation in profile.prepare {
            values.texts[preparation.name] = Preparation.directory(preparation.name)
        }
        // The program's own share: what the run-time system takes beyond it is not for the program to fill.
        values.numbers["memory"] = memory.bytes >> 20
        values.numbers["stack"] = limits.stack.bytes >> 10
        values.numbers["processes"] = limits.processes
        // A run-time system that starts some threads for each processor of a large host would meet the limit of processes.
        values.numbers["threads"] = max(1, min(Processes.processorCount, limits.processes / 16))
        return values
    }
}
