import Core
import Linux
import SandboxTesting
import Testing

extension HostileSuites {
    /// What toolchains do that means no harm and has brought down judges.
    @Suite
    struct HostileTestsTraps {
        /// gcc's driver does not fail when it may not fork: it sleeps and tries again, and uses no CPU time.
        @Test
        func `a compiler that waits for a process that it never gets is stopped by the clock`() async throws {
            let sandbox = try await SandboxUnderTest.ready()
            let outcome = try await sandbox.run(
                Command(
                    arguments: ["/usr/bin/gcc", "-o", "/box/program", "/box/plain.c"],
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
                    files: [BoxFile(path: "plain.c", content: MemoryBytes("int main(void) { return 0; }\n"))],
                    limits: Limits(cpuTime: .seconds(5), wallTime: .milliseconds(1500), processes: 1)
                )
            )
            #expect(Fate(outcome, output: nil) == .isStopped(.wallTime, saying: nil))
            #expect(outcome.usage.cpuTime < .seconds(1))
            #expect(HostProcess.all().filter(\.isMarked).isEmpty)
        }

        /// The kernel hands the largest resident set on from the process that executes to the one that is executed.
        @Test
        func `a program is not told of memory that others have held`() async throws {
            let sandbox = try await SandboxUnderTest.ready()
            let limits = Limits.roomy.with { $0.memory = .mebibytes(128) }
            let large = HostileProgram("Leftovers/memory", ["heap", "100"], limits: limits, meets: .says("held 100"))
            let small = HostileProgram(
                "Leftovers/largest_memory",
                input: String(repeating: "x", count: 32 << 20),
                meets: .says("little")
            )
            for program in [large, small, large, small] {
                let outcome = try await sandbox.run(program.command(try await program.kept(by: sandbox)))
                let output = String(decoding: try outcome.standardOutput.bytes(), as: UTF8.self)
                #expect(Fate(outcome, output: output) == program.fate)
                if program.source == small.source { #expect(outcome.usage.peakMemory < .mebibytes(8)) }
            }
        }
    }
}
