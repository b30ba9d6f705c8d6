import Core
import Glibc
import Linux
import SandboxTesting
import Testing

extension HostileSuites {
    /// Figures that can be believed: each is the box's own, whatever ran before it and whatever the kernel keeps.
    @Suite
    struct HostileTestsMetering {
        private func run(
            _ program: HostileProgram,
            on sandbox: any Executor,
            change: (inout Command) -> Void = { _ in }
        ) async throws -> Outcome {
            var command = program.command(try await program.kept(by: sandbox))
            change(&command)
            let outcome = try await sandbox.run(command)
            let output = String(decoding: try outcome.standardOutput.bytes(), as: UTF8.self)
            #expect(Fate(outcome, output: output) == program.fate, "\(program)")
            return outcome
        }

        private func crowd(_ processes: Int, _ threads: Int) -> HostileProgram {
            HostileProgram("Metering/crowd", ["\(processes)", "\(threads)"], meets: .says("here"))
        }

        @Test
        func `the peak of processes is that of this run, and counts threads`() async throws {
            let sandbox = try await SandboxUnderTest.ready()
            // Without this file no kernel tells, and neither do we.
            let isCounted = SandboxUnderTest.cgroups().flatMap(ScratchDirectory.contents).contains {
                $0.hasSuffix("/pids.peak")
            }
            for (processes, threads) in [
                (1, 0), (7, 0), (1, 0), (1, 4), (3, 2), (1, 0), (2, 0), (1, 0), (1, 0), (1, 0),
            ] {
                // As often as there are slots, and each of them has two cgroups.
                for _ in 0..<4 {
                    let outcome = try await run(crowd(processes, threads), on: sandbox)
                    #expect(outcome.usage.peakProcesses == (isCounted ? processes + threads : nil))
                }
            }
        }

        @Test
        func `the largest resident set is the largest process's, and nothing where it is below our own`() async throws {
            let sandbox = try await SandboxUnderTest.ready()
            // More than the jailer, unoptimised as the tests have it, ever held itself.
            for size in [48, 1, 44, 1] {
                let program = HostileProgram("Leftovers/memory", ["heap", "\(size)"], meets: .says("held \(size)"))
                let resident = try await run(program, on: sandbox).usage.peakResidentSet
                if size == 1 {
                    #expect(resident == nil)
                } else {
                    let told = try #require(resident)
                    #expect(told >= .mebibytes(size) && told < .mebibytes(size + 8))
                }
            }
        }

        @Test
        func `a box that is stopped still tells of its largest resident set`() async throws {
            let sandbox = try await SandboxUnderTest.ready()
            let program = HostileProgram(
                "Metering/holder",
                ["32"],
                limits: .hostile.with { $0.wallTime = .seconds(1) * Limits.slowness },
                meets: .isStopped(.wallTime, saying: "held 32\n")
            )
            let resident = try #require(try await run(program, on: sandbox).usage.peakResidentSet)
            #expect(resident >= .mebibytes(32) && resident < .mebibytes(40))
        }

        /// On a machine with nothing else to do it is a few milliseconds, as `assay bench stops` shows; here it is held that
        /// nobody looks for the limit a tenth of a second too late for each processor.
        @Test(arguments: ["Time/spin", "Time/spin_threads", "Time/spin_children", "Time/spin_kernel"])
        func `little CPU time is used beyond the stop`(_ source: String) async throws {
            let sandbox = try await SandboxUnderTest.ready()
            let program = HostileProgram(source, limits: .brief, meets: .isStopped(.cpuTime))
            for _ in 0..<4 {
                let outcome = try await run(program, on: sandbox)
                let beyond = outcome.usage.cpuTime - program.limits.cpuStop
                #expect(beyond >= .zero)
                #expect(beyond < .milliseconds(100) * Processes.processorCount * Limits.slowness)
            }
        }

        @Test(arguments: [16, 64])
        func `a file that is read is nobody's memory, however it comes into the box`(_ size: Int) async throws {
            let sandbox = try await SandboxUnderTest.ready()
            let limits = Limits.hostile.with { $0.memory = .mebibytes(512) }
            let says = Fate.says("read \(size) sum \(size << 8)")
            let content = [UInt8](repeating: 1, count: size << 20)
            let little = ByteCount.mebibytes(4)

            let input = HostileProgram("Metering/reader", limits: limits, meets: says)
            let first = try await run(input, on: sandbox) { $0.input = MemoryBytes(content) }
            #expect(first.usage.peakMemory < little)

            // A file of the host that nobody has in memory: the box is the first to read it.
            let path = try ScratchDirectory.shared.get() + "/large-\(size)"
            try Self.write(content, to: path)
            let file = HostileProgram("Metering/reader", ["/large"], limits: limits, meets: says)
            for _ in 0..<4 {
                try Self.dropFromMemory(path)
                let outcome = try await run(file, on: sandbox) {
                    $0.root = Root(entries: [.bind(host: path, box: "/large")])
                }
                #expect(outcome.usage.peakMemory < little)
                // Neither is it the next one's.
                let next = try await run(crowd(1, 0), on: sandbox)
                #expect(next.usage.peakMemory < little)
            }
        }

        @Test
        func `an artifact that is read is nobody's memory`() async throws {
            let sandbox = try await SandboxUnderTest.ready()
            let program = HostileProgram("Metering/reader", ["/box/data"], meets: .says("read 40 sum 10240"))
            let executable = BoxFile(
                path: HostileCompiler.mark,
                content: MemoryBytes(try HostileProgram.compile(program.source)),
                isExecutable: true
            )
            let data = BoxFile(path: "data", content: MemoryBytes([UInt8](repeating: 1, count: 40 << 20)))
            let key = ArtifactKey(named: "Metering/reader with data")
            try await sandbox.keep(Bundle(files: [executable, data]), as: key, note: [])
            let outcome = try await run(program, on: sandbox) { $0.workspace = .artifact(key) }
            #expect(outcome.usage.peakMemory < .mebibytes(4))
        }

        @Test
        func `meeting the memory limit is counted, and using less is not`() async throws {
            let sandbox = try await SandboxUnderTest.ready()
            let greedy = HostileProgram("Memory/heap", meets: .isStopped(.memory))
            #expect(try await run(greedy, on: sandbox).usage.memoryRefusals > 0)
            let modest = HostileProgram("Leftovers/memory", ["heap", "48"], meets: .says("held 48"))
            #expect(try await run(modest, on: sandbox).usage.memoryRefusals == 0)
        }

        private static func write(_ content: [UInt8], to path: String) throws {
            let file = try HostWriting.makeFile(path, mode: 0o644)
            try file.write(content)
            let number = file.number
            try checked { fsync(number) }
        }

        private static func dropFromMemory(_ path: String) throws {
            let file = try Descriptor.open(path)
            guard posix_fadvise(file.number, 0, 0, POSIX_FADV_DONTNEED) == 0 else { throw Errno.last }
        }
    }
}
