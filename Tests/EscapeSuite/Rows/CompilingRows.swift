import Core
import Linux
import SandboxTesting

/// A source that is an attack on whoever compiles it; the compiler is the host's, in a box of its own.
struct HostileSource: Sendable {
    var name: String
    var fate: Fate
    /// What the diagnostics say.
    var diagnostics: String
    /// How long the compiler may take.
    var cpuTime: Duration
    /// How much memory it may have.
    var memory: ByteCount

    init(
        _ name: String,
        _ fate: Fate,
        _ diagnostics: String = "",
        within cpuTime: Duration = .seconds(30),
        _ memory: ByteCount = .mebibytes(256)
    ) {
        self.name = name
        self.fate = fate
        self.diagnostics = diagnostics
        self.cpuTime = cpuTime
        self.memory = memory
    }

    private static let refused = Fate.exits(1, saying: "")

    static let all = [
        HostileSource("plain.c", .exits(0, saying: "")),
        HostileSource("plain.cpp", .exits(0, saying: "")),
        HostileSource("has_include.c", .exits(0, saying: "")),
        HostileSource("include_zero.c", .isStopped(.memory)),
        HostileSource("include_random.c", .isStopped(.memory)),
        HostileSource("include_urandom.cpp", .isStopped(.memory)),
        HostileSource("include_shadow.c", refused, "/etc/shadow: No such file or directory"),
        HostileSource("include_upwards.c", refused, "shadow: No such file or directory"),
        HostileSource("include_init.c", refused, "/proc/1/environ: No such file or directory"),
        HostileSource("include_input.c", refused, "#include nested depth"),
        HostileSource("include_itself.c", refused, "#include nested depth"),
        HostileSource("include_itself_twice.c", .isStopped(.output)),
        HostileSource("binary_shadow.c", refused, "file not found: /etc/shadow"),
        HostileSource("macro_bomb.c", .isStopped(.memory)),
        HostileSource("huge_array.c", .exits(4, saying: ""), "File size limit exceeded signal terminated program"),
        HostileSource("assembler_repeat.c", refused, "out of memory"),
        HostileSource("assembler_fill.c", .exits(4, saying: ""), "File size limit exceeded signal terminated program"),
        // It takes memory as well, but in so little time never so much.
        HostileSource("template_bomb.cpp", .isStopped(.cpuTime), within: .milliseconds(500), .mebibytes(1024)),
        HostileSource("template_names.cpp", .exits(0, saying: "")),
        HostileSource("constant_loop.cpp", refused, "constexpr"),
        HostileSource("constant_work.cpp", .isStopped(.cpuTime), within: .seconds(1)),
        HostileSource("error_flood.cpp", .isStopped(.output)),
        HostileSource("pragma_flood.c", .isStopped(.output)),
        HostileSource("deep_brackets.c", .exits(4, saying: ""), "Segmentation fault signal terminated program"),
    ]

    /// Has it compiled.
    ///
    /// - Returns: what was otherwise than expected.
    func carryOut(in arena: Arena) async throws -> [String] {
        var outcome = try await arena.sandbox.run(try command())
        let errors = String(decoding: try outcome.standardError.bytes(), as: UTF8.self)
        let output = String(decoding: try outcome.standardOutput.bytes(), as: UTF8.self)
        // The kernel's first victim is the compiler proper; whether its driver gets to its own end before it is stopped,
        // too, is a matter of moments.
        if outcome.stop == .memory { outcome.termination = .signaled(name: "KILL") }
        var deviations = try fate.deviations(of: outcome)
        if !diagnostics.isEmpty, !errors.contains(diagnostics) {
            deviations.append("the diagnostics are without \(diagnostics): \(errors.prefix(2000))")
        }
        // The first field of every line of the file that the diagnostics must not show.
        if errors.contains("root:") || output.contains("root:") { deviations.append("a secret is in the diagnostics") }
        let made = outcome.collected?.files.map(\.path) ?? []
        if made != (fate == .exits(0, saying: "") ? ["program"] : []) { deviations.append("made: \(made)") }
        return deviations
    }

    private func command() throws -> Command {
        let compiler = name.hasSuffix(".cpp") ? "/usr/bin/g++" : "/usr/bin/gcc"
        return Command(
            arguments: [compiler, "-O1", "-o", "/box/out/program", "/box/" + name],
            root: Self.root,
            policy: "compiler",
            workspace: .scratch,
            files: [BoxFile(path: name, content: MemoryBytes(try SourceText.bytes(of: "CompileTime/" + name)))],
            directories: ["/box/out"],
            // For the one source that includes its compiler's input: that includes itself.
            input: MemoryBytes("#include \"/dev/stdin\"\n"),
            limits: Limits(
                cpuTime: cpuTime * max(1, Limits.slowness / 4),
                wallTime: .seconds(120) * max(1, Limits.slowness / 4),
                memory: memory,
                processes: 32,
                stack: .mebibytes(64),
                output: .mebibytes(4),
                scratch: .mebibytes(128)
            ),
            collection: .init(directory: "/box/out")
        )
    }

    /// What the host's compilers need.
    static let root = Root(entries: [
        .bind(host: "/usr/bin", box: "/usr/bin"),
        .bind(host: "/usr/lib", box: "/usr/lib"),
        .bind(host: "/usr/lib64", box: "/usr/lib64"),
        .bind(host: "/usr/include", box: "/usr/include"),
        .link(box: "/lib", target: "usr/lib"),
        .link(box: "/lib64", target: "usr/lib64"),
    ])
}

extension Row {
    /// Sources for the host's compilers.
    static let compiling: [Row] = HostileSource.all.map { source in
        Row(
            name: "CompileTime/" + source.name,
            kind: .compileTime,
            language: source.name.hasSuffix(".cpp") ? "C++" : "C",
            attempt: SourceText.summary(of: "CompileTime/" + source.name),
            outcome: "the compiler: " + source.fate.words
                + (source.diagnostics.isEmpty ? "" : "; it says: " + source.diagnostics),
            incident: source.incident,
            carryOut: { try await source.carryOut(in: $0) }
        )
    }
}

extension HostileSource {
    fileprivate var incident: String? {
        switch name {
        case "include_random.c", "include_urandom.cpp", "include_zero.c": "Judge0 #64"
        case "include_shadow.c", "include_upwards.c", "binary_shadow.c": "QingdaoU/OnlineJudge #165"
        default: nil
        }
    }
}
