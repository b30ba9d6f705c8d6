internal import Core
internal import Digest
internal import Languages
internal import Problems

/// A program of a package that brings scripts: `build` makes of its directory what it wants, `run` is started.
///
/// Which tools the scripts need nobody says. They find those of the languages that programs of packages are written in.
struct ScriptProgram: Sendable {
    private let artifact: ArtifactKey
    private let root: Root

    private static let buildPolicy = "compiler"
    private static let runPolicy = "managed"
    /// For what compilers and virtual machines start.
    private static let processes = 256

    /// Builds `program`, unless that was done before.
    ///
    /// - Throws: `.badInput` when its scripts cannot be used, `.machinery` when the executor failed.
    init(_ program: PackageProgram, limits: ProblemLimits, in workshop: Workshop) async throws(GradingError) {
        let toolchains = PackageProgram.languages.compactMap { try? workshop.toolchain(for: $0).unprepared }
        root = Root(union: toolchains.flatMap { [$0.compileRoot, $0.runRoot] })
        let fingerprint = toolchains.map(\.fingerprint).joined(separator: " ")
        guard program.kind == .scripts(hasBuild: true) else {
            artifact = try await ScriptProgram.keep(program, fingerprint, workshop)
            return
        }
        let command = Command(
            arguments: ["/box/build"],
            root: root,
            policy: ScriptProgram.buildPolicy,
            workspace: .scratch,
            files: program.files,
            limits: Limits(
                cpuTime: limits.compilationTime,
                memory: limits.compilationMemory,
                processes: ScriptProgram.processes,
                output: .mebibytes(64),
                openFiles: 4096
            ),
            collection: Command.Collection(directory: "/box")
        )
        let key = try ScriptProgram.key(of: program, fingerprint, command)
        if try await workshop.boxes.note(ofArtifact: key) == nil {
            let outcome = try await workshop.boxes.run(command)
            if let refusal = Refusal(outcome, isOutOfMemory: false, command.limits) {
                let said = try ScriptProgram.words(of: outcome)
                throw .badInput("its script build failed: \(refusal.line ?? said)")
            }
            try await workshop.boxes.keep(outcome.collected ?? Bundle(files: []), as: key, note: [])
        }
        artifact = key
    }

    /// The command that runs it.
    func command(arguments: [String], limits: Limits) -> Command {
        var limits = limits
        limits.processes = max(limits.processes, ScriptProgram.processes)
        return Command(
            arguments: ["/box/run"] + arguments,
            root: root,
            policy: ScriptProgram.runPolicy,
            workspace: .artifact(artifact),
            limits: limits
        )
    }

    private static func keep(
        _ program: PackageProgram,
        _ fingerprint: String,
        _ workshop: Workshop
    ) async throws(GradingError) -> ArtifactKey {
        let key = try key(of: program, fingerprint, nil)
        try await workshop.boxes.keep(Bundle(files: program.files), as: key, note: [])
        return key
    }

    private static func key(
        of program: PackageProgram,
        _ fingerprint: String,
        _ command: Command?
    ) throws(GradingError) -> ArtifactKey {
        do throws(ByteSourceFailure) {
            return try ArtifactKey(
                files: program.files,
                entry: "run",
                language: "scripts",
                fingerprint: fingerprint,
                command: command
            )
        } catch {
            throw GradingError(reading: "the files of \(program.name)", error)
        }
    }

    private static func words(of outcome: Outcome) throws(GradingError) -> String {
        do {
            return try BoundedText(
                [outcome.standardError, outcome.standardOutput],
                limit: BoundedText.messageLimit
            ).text
        } catch {
            throw GradingError(reading: "what a build script wrote", error)
        }
    }
}

extension Root {
    /// Everything that is in one of `roots`; where several have something at the same place, the first counts.
    init(union roots: [Root]) {
        var places: Set<String> = []
        var entries: [Entry] = []
        for entry in roots.flatMap(\.entries) {
            let place =
                switch entry {
                case .bind(_, let box): box
                case .link(let box, _): box
                case .hide(let box): "hidden \(box)"
                }
            if places.insert(place).inserted { entries.append(entry) }
        }
        // What lies in a part must come after it.
        self.init(entries: entries.filter { !$0.isCover } + entries.filter(\.isCover))
    }
}

extension Root.Entry {
    fileprivate var isCover: Bool { if case .hide = self { true } else { false } }
}
