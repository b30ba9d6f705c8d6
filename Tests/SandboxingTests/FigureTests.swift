import Core
import SandboxTesting
import Testing

extension HostileSuites {
    /// What a run is told to have used is what it has used, and nothing that the run before it has left to be cleaned up.
    @Suite
    struct FigureTests {
        private static let limits = Limits.roomy.with { $0.scratch = .mebibytes(56) }

        @Test(arguments: ["/tmp/file", "/dev/shm/file", "heap"])
        func `what the last run held is not charged to the next`(_ place: String) async throws {
            let sandbox = try await SandboxUnderTest.ready()
            let large = HostileProgram("Leftovers/memory", [place, "48"], limits: Self.limits, meets: .says("held 48"))
            let small = HostileProgram("Leftovers/memory", ["heap", "1"], limits: Self.limits, meets: .says("held 1"))
            let artifact = try await large.kept(by: sandbox)
            for _ in 0..<20 {
                // On every slot, so that each of them is the one that has just been used.
                let first = try await run(large, artifact, on: sandbox)
                #expect(first.map(\.usage.peakMemory).allSatisfy { $0 > .mebibytes(48) && $0 < .mebibytes(56) })
                let second = try await run(small, artifact, on: sandbox)
                #expect(second.map(\.usage.peakMemory).allSatisfy { $0 < .mebibytes(6) })
                _ = try await run(large, artifact, on: sandbox)
            }
        }

        @Test(arguments: ["/tmp/file", "/dev/shm/file", "heap"])
        func `a small limit can follow a large one that was used up`(_ place: String) async throws {
            let sandbox = try await SandboxUnderTest.ready()
            let wide = Limits.roomy.with {
                $0.memory = .mebibytes(512)
                $0.scratch = .mebibytes(512)
            }
            let narrow = Limits.hostile.with { $0.memory = .mebibytes(8) }
            let large = HostileProgram("Leftovers/memory", [place, "400"], limits: wide, meets: .says("held 400"))
            let small = HostileProgram("Leftovers/memory", ["heap", "1"], limits: narrow, meets: .says("held 1"))
            let artifact = try await large.kept(by: sandbox)
            for _ in 0..<3 {
                _ = try await run(large, artifact, on: sandbox)
                _ = try await run(small, artifact, on: sandbox)
            }
        }

        /// Runs it on every slot at once.
        private func run(
            _ program: HostileProgram,
            _ artifact: ArtifactKey,
            on sandbox: any Executor
        ) async throws -> [Outcome] {
            let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
                for _ in 0..<sandbox.slotCount {
                    group.addTask { try await sandbox.run(program.command(artifact)) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for outcome in outcomes {
                let output = String(decoding: try outcome.standardOutput.bytes(), as: UTF8.self)
                #expect(Fate(outcome, output: output) == program.fate)
            }
            return outcomes
        }

        @Test
        func `a run that ends at once has its files taken, every time`() async throws {
            let sandbox = try await SandboxUnderTest.ready()
            let program = HostileProgram("CompileTime/good_beside_bad", limits: .collecting, meets: .says("4000"))
            let command = try program.collectingCommand()
            for _ in 0..<100 {
                let outcome = try await sandbox.run(command)
                #expect(outcome.collected?.files.map(\.path) == ["good"])
            }
        }

        @Test
        func `CPU time is that of all processes, however they ended`() async throws {
            let sandbox = try await SandboxUnderTest.ready()
            let program = HostileProgram("Time/spin_children", limits: .brief, meets: .isStopped(.cpuTime))
            let outcome = try await sandbox.run(program.command(try await program.kept(by: sandbox)))
            #expect(outcome.usage.cpuTime >= program.limits.cpuTime)
            let quiet = HostileProgram.quiet
            let next = try await sandbox.run(quiet.command(try await quiet.kept(by: sandbox)))
            #expect(next.usage.cpuTime < program.limits.cpuTime)
        }
    }
}
