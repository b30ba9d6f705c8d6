import Core
import Linux
import Testing

extension HostileSuites {
    /// Sources that are attacks on whoever compiles them; the compiler is the host's, in a box of its own.
    @Suite
    struct HostileTestsCompiling {
        /// A source and what becomes of compiling it.
        struct Source: Sendable, CustomStringConvertible {
            var name: String
            var fate: Fate
            /// What the diagnostics say.
            var diagnostics: String
            /// What else may become of it: a compiler that takes memory slowly has its own pages dropped and read again
            /// before the kernel gives it up, and that takes CPU time.
            var otherFate: Fate?
            var description: String { name }

            init(_ name: String, _ fate: Fate, _ diagnostics: String = "", orElse otherFate: Fate? = nil) {
                self.name = name
                self.fate = fate
                self.diagnostics = diagnostics
                self.otherFate = otherFate
            }
        }

        private static let refused = Fate.exits(1, saying: "")

        static let sources = [
            Source("plain.c", .exits(0, saying: "")),
            Source("plain.cpp", .exits(0, saying: "")),
            Source("has_include.c", .exits(0, saying: "")),
            Source("include_zero.c", .isStopped(.memory)),
            Source("include_random.c", .isStopped(.memory)),
            Source("include_urandom.cpp", .isStopped(.memory)),
            Source("include_shadow.c", refused, "/etc/shadow: No such file or directory"),
            Source("include_upwards.c", refused, "shadow: No such file or directory"),
            Source("include_init.c", refused, "/proc/1/environ: No such file or directory"),
            Source("include_input.c", refused, "#include nested depth"),
            Source("include_itself.c", refused, "#include nested depth"),
            Source("include_itself_twice.c", .isStopped(.output)),
            Source("binary_shadow.c", refused, "file not found: /etc/shadow"),
            Source("macro_bomb.c", .isStopped(.memory)),
            Source("huge_array.c", .exits(4, saying: ""), "File size limit exceeded signal terminated program"),
            Source("assembler_repeat.c", refused, "out of memory"),
            Source("assembler_fill.c", .exits(4, saying: ""), "File size limit exceeded signal terminated program"),
            Source("template_bomb.cpp", .isStopped(.memory), orElse: .isStopped(.cpuTime)),
            Source("template_names.cpp", .exits(0, saying: "")),
            Source("constant_loop.cpp", refused, "constexpr"),
            Source("constant_work.cpp", .isStopped(.cpuTime)),
            Source("error_flood.cpp", .isStopped(.output)),
            Source("pragma_flood.c", .isStopped(.output)),
            Source("deep_brackets.c", .exits(4, saying: ""), "Segmentation fault signal terminated program"),
        ]

        @Test(arguments: sources)
        func `a hostile source meets exactly its fate, and nothing of it is left`(_ source: Source) async throws {
            let sandbox = try await SandboxUnderTest.ready()
            // The slot keeps the compiler's root from its first run on.
            _ = try await sandbox.run(try command(Source("plain.c", .exits(0, saying: ""))))
            let before = Traces.ofSandbox()
            let outcome = try await sandbox.run(try command(source))
            let output = String(decoding: try outcome.standardOutput.bytes(), as: UTF8.self)
            let errors = String(decoding: try outcome.standardError.bytes(), as: UTF8.self)
            var ended = outcome
            // The kernel's first victim is the compiler proper; whether its driver gets to its own end before it is
            // stopped, too, is a matter of moments.
            if ended.stop == .memory { ended.termination = .signaled(name: "KILL") }
            let fate = Fate(ended, output: output)
            #expect(fate == source.fate || fate == source.otherFate, "\(errors.prefix(2000))")
            #expect(errors.contains(source.diagnostics) || source.diagnostics.isEmpty, "\(errors.prefix(2000))")
            // The first field of every line of the file that the diagnostics must not show.
            #expect(!errors.contains("root:") && !output.contains("root:"))
            let isCompiled = source.fate == .exits(0, saying: "")
            #expect((outcome.collected?.files.map(\.path) ?? []) == (isCompiled ? ["program"] : []))
            #expect(Traces.ofSandbox(expecting: before) == before)
        }

        private func command(_ source: Source) throws -> Command {
            let name = source.name
            let text = try HostFile.read("\(HostileCompiler.sources)/Compiling/\(name)")
            let compiler = name.hasSuffix(".cpp") ? "/usr/bin/g++" : "/usr/bin/gcc"
            return Command(
                arguments: [compiler, "-O1", "-o", "/box/out/program", "/box/" + name],
                root: Root(entries: [
                    .bind(host: "/usr/bin", box: "/usr/bin"),
                    .bind(host: "/usr/lib", box: "/usr/lib"),
                    .bind(host: "/usr/lib64", box: "/usr/lib64"),
                    .bind(host: "/usr/include", box: "/usr/include"),
                    .link(box: "/lib", target: "usr/lib"),
                    .link(box: "/lib64", target: "usr/lib64"),
                ]),
                policy: "compiler",
                workspace: .scratch,
                files: [BoxFile(path: name, content: MemoryBytes(text))],
                directories: ["/box/out"],
                // For the one source that includes its compiler's input: that includes itself.
                input: MemoryBytes("#include \"/dev/stdin\"\n"),
                limits: Limits(
                    cpuTime: .seconds(3),
                    wallTime: .seconds(120),
                    memory: .mebibytes(256),
                    processes: 32,
                    stack: .mebibytes(64),
                    output: .mebibytes(4),
                    scratch: .mebibytes(128)
                ),
                collection: .init(directory: "/box/out")
            )
        }
    }
}
