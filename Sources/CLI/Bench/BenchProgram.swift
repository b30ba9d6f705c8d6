internal import Core
internal import Languages
internal import Linux
internal import Sandboxing

/// A program that is run both ways: by Assay from its artifact, and bare from a copy of the same files.
struct BenchProgram: Sendable {
    /// The command of one run in a box.
    let command: Command
    /// The same program outside of any box.
    let bareArguments: [String]
    /// The source file, for submitting it.
    let source: String

    /// Compiles `text` in a box, keeps it as an artifact, and copies it below `scratch`.
    init(
        _ text: String,
        file: String,
        language: LanguageID,
        invocation: Invocation,
        sandbox: Sandbox,
        scratch: String
    ) async throws {
        let catalog = try invocation.catalog()
        guard let profile = catalog.profile(language) else {
            throw Complaint.ownFailure("bench needs the language \(language), which is not in Sandboxes/languages")
        }
        let toolchain = try invocation.locator().locate(profile)
        let sources = [BoxFile(path: file, content: MemoryBytes(text))]
        let compile = try toolchain.compileCommand(files: sources, entry: nil, limits: Limits(cpuTime: .seconds(60)))
        var bundle = Bundle(files: sources)
        if let compile {
            let outcome = try await sandbox.run(compile)
            guard let collected = outcome.collected, outcome.termination == .exited(code: 0) else {
                throw Complaint.ownFailure("bench could not compile its own \(file)")
            }
            bundle = collected
        }
        let key = ArtifactKey(rawValue: "bench-\(Processes.ownNumber)-\(language)-\(Clock.nanoseconds)")
        try await sandbox.keep(bundle, as: key, note: [])
        command = try toolchain.runCommand(
            artifact: key,
            files: sources,
            entry: nil,
            arguments: [],
            input: MemoryBytes.empty,
            limits: Limits()
        )
        let directory = scratch + "/\(language)-\(file)-\(Clock.nanoseconds)"
        try HostDirectory.make(directory)
        for file in bundle.files where !file.path.contains("/") {
            let copy = try HostWriting.makeFile(directory + "/" + file.path, mode: 0o755)
            try copy.write(file.content.bytes())
        }
        source = directory + "/" + file
        if HostDirectory.kind(of: source) == nil {
            try HostWriting.makeFile(source, mode: 0o644).write(Array(text.utf8))
        }
        bareArguments = command.arguments.map { argument in
            let name = argument.hasPrefix("/box/") ? String(argument.dropFirst(5)) : argument
            return HostDirectory.kind(of: directory + "/" + name) == .file ? directory + "/" + name : argument
        }
    }

    /// Runs it bare.
    ///
    /// - Throws: `Complaint` when it fails: what is measured must be the thing itself.
    func runBare(input: String = "/dev/null") throws {
        let result = try Self.bare(bareArguments, input)
        guard result.status == 0, result.outputCount > 0 else {
            throw Complaint.ownFailure("bench: \(bareArguments[0]) failed outside of a box")
        }
    }

    /// The CPU time that it takes bare with one more argument.
    ///
    /// - Throws: `Complaint` when it fails.
    func bareTime(_ argument: String) throws -> Duration {
        let result = try Self.bare(bareArguments + [argument], "/dev/null")
        guard result.status == 0 else {
            throw Complaint.ownFailure("bench: \(bareArguments[0]) failed outside of a box")
        }
        return .microseconds(result.cpuMicroseconds)
    }

    /// The environment is clean: what an interpreter finds in ours could slow it down.
    private static func bare(_ arguments: [String], _ input: String) throws -> BareRun.Result {
        try BareRun.run(arguments, environment: ["PATH=/usr/bin:/bin", "HOME=/tmp", "LANG=C.UTF-8"], input: input)
    }
}
