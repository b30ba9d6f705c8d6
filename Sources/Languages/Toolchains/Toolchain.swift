public import Core

/// A profile whose tools were found on this host.
public struct Toolchain: Sendable {
    /// The profile.
    public let profile: LanguageProfile
    /// The absolute path of each tool, the same on the host and in the box.
    public let tools: [String: String]
    /// A text that changes when one of the tools or the profile changes.
    public let fingerprint: String
    /// The file system of a compile box.
    public let compileRoot: Root
    /// The file system of a run box.
    public let runRoot: Root

    /// The command that compiles or checks `files`; nil when the language has no such step.
    ///
    /// What it leaves in `/box` is the artifact.
    ///
    /// - Parameters:
    ///   - files: The sources, with the problem's files for this language.
    ///   - entry: The file or class to start, where the author named one.
    ///   - limits: The problem's limits for compiling.
    /// - Throws: `EntryError` when `entry` names nothing that is there.
    public func compileCommand(files: [BoxFile], entry: String?, limits: Limits) throws(EntryError) -> Command? {
        nil
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
    /// - Throws: `EntryError` when it cannot be told what to start.
    public func runCommand(
        artifact: ArtifactKey,
        files: [BoxFile],
        entry: String?,
        arguments: [String],
        input: any ByteSource,
        limits: Limits
    ) throws(EntryError) -> Command {
        throw EntryError("")
    }

    /// The command that prints the version of the toolchain.
    public func versionCommand() -> Command {
        Command(arguments: [], root: compileRoot, policy: "", workspace: .scratch, limits: Limits())
    }

    /// The version in what `versionCommand` printed; nil when there is none.
    public func parseVersion(_ output: String) -> String? { nil }

    /// Whether the run-time system itself said that memory ran out, and the peak bears it out.
    ///
    /// - Parameters:
    ///   - outcome: What became of the run.
    ///   - limit: The problem's memory limit, as given to `runCommand`.
    public func isOutOfMemory(_ outcome: Outcome, limit: ByteCount) -> Bool { false }
}
