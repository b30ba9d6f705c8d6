package import Core
internal import Glibc
internal import Linux
internal import Synchronization

/// Compiles hostile programs on the host, which harms nobody, into one directory of the test process.
package enum HostileCompiler {
    private static let tests: String = {
        let path: String = #filePath
        return path.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()
    }()

    /// Where the sources are.
    package static let sources = tests + "/EscapeSuite/Programs"

    /// Where those are that only the tests of single parts use.
    private static let otherSources = tests + "/SandboxingTests/Hostile"

    private static func path(of source: String) -> String {
        let path = "\(sources)/\(source).c"
        return HostDirectory.kind(of: path) == .file ? path : "\(otherSources)/\(source).c"
    }

    /// Where they were compiled before, for a machine on which that would take too long; a file each, with dashes for slashes.
    private static let ready = HostEnvironment.variables()["ASSAY_HOSTILE_COMPILED"]

    /// A word by which the processes of this test run can be told from all others on the host.
    package static let mark = "hostile-\(getpid())"

    private static let compiled = Atomic<Int>(0)

    /// The executable of `source`, statically linked.
    ///
    /// - Throws: `ExecutorFailure` when there is no compiler, or it refuses the source.
    @available(*, noasync)
    package static func executable(of source: String) throws(ExecutorFailure) -> [UInt8] {
        if let ready {
            do throws(Errno) {
                return try HostFile.read("\(ready)/" + source.replacing("/", with: "-"))
            } catch {
                throw ExecutorFailure(operation: "read what was compiled before", subject: source, cause: "\(error)")
            }
        }
        // Two of the same may be compiled at once.
        let number = compiled.wrappingAdd(1, ordering: .relaxed).newValue
        let result = try ScratchDirectory.shared.get() + "/\(number)-" + source.replacing("/", with: "-")
        do throws(Errno) {
            defer { unlink(result) }
            guard let compiler = HostDirectory.resolve("/usr/bin/cc") else { throw .missing }
            let null = try Descriptor.open("/dev/null", O_RDWR)
            let executable = try Descriptor.open(compiler)
            let child = try ChildProcess(
                executable: executable.number,
                arguments: [
                    compiler, "-std=c17", "-D_GNU_SOURCE", "-O1", "-static", "-pthread", "-s", "-I", sources,
                    "-o", result, path(of: source),
                ],
                environment: ["PATH=/usr/bin:/bin"],
                input: null.number,
                output: null.number,
                error: STDERR_FILENO
            )
            guard try child.wait() == .exited(0) else { throw .invalid }
            return try HostFile.read(result)
        } catch {
            throw ExecutorFailure(operation: "compile", subject: source, cause: "\(error)")
        }
    }
}

extension ArtifactKey {
    /// A key that looks like a digest: the store is this test run's alone, so the name itself is enough.
    package init(named name: String) {
        let digits = Array("0123456789abcdef".utf8)
        let text = name.utf8.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        self.init(rawValue: String(decoding: text + Array(repeating: digits[0], count: 64 - text.count), as: UTF8.self))
    }
}

extension HostileProgram {
    /// Keeps the compiled program as an artifact, under a name that marks its processes as ours.
    package func kept(by executor: any Executor) async throws(ExecutorFailure) -> ArtifactKey {
        let key = ArtifactKey(named: source)
        if try await executor.note(ofArtifact: key) != nil { return key }
        let bytes = try Self.compile(source)
        let file = BoxFile(path: HostileCompiler.mark, content: MemoryBytes(bytes), isExecutable: true)
        try await executor.keep(Bundle(files: [file]), as: key, note: [])
        return key
    }

    package static func compile(_ source: String) throws(ExecutorFailure) -> [UInt8] {
        try HostileCompiler.executable(of: source)
    }

    /// The command that runs it.
    package func command(_ artifact: ArtifactKey) -> Command {
        Command(
            arguments: ["/box/" + HostileCompiler.mark] + arguments,
            root: Root(entries: []),
            policy: "native",
            workspace: .artifact(artifact),
            input: MemoryBytes(input),
            limits: limits
        )
    }
}

extension HostileProgram {
    /// The command that runs it like a compiler: in a directory of its own, from which `out` is taken at the end.
    package func collectingCommand() throws(ExecutorFailure) -> Command {
        let name = HostileCompiler.mark
        return Command(
            arguments: ["/box/" + name] + arguments,
            root: Root(entries: []),
            policy: "compiler",
            workspace: .scratch,
            files: [BoxFile(path: name, content: MemoryBytes(try Self.compile(source)), isExecutable: true)],
            directories: ["/box/out"],
            limits: limits,
            collection: .init(directory: "/box/out", maximumFiles: 1100, maximumSize: .mebibytes(16))
        )
    }
}
