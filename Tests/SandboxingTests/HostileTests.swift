import Core
import Testing

/// All suites that look at one sandbox and at what is left of it.
///
/// One test after the other, so that whatever is left behind is known to be the last program's.
@Suite(.serialized, .timeLimit(.minutes(10)))
enum HostileSuites {}

extension HostileSuites {
    /// What a judge is for: programs that want to get out, to stay, to use everything up or to look like something else.
    @Suite
    struct HostileTests {
        @Test(arguments: HostileProgram.all)
        func `a hostile program meets exactly its fate, and nothing of it is left`(
            _ program: HostileProgram
        ) async throws {
            let sandbox = try await SandboxUnderTest.ready()
            let artifact = try await program.kept(by: sandbox)
            let expected = program.expectedFate
            let before = Traces.ofSandbox()
            for run in 1...program.runs {
                let outcome = try await sandbox.run(program.command(artifact))
                let output = try outcome.standardOutput.bytes()
                let text = expected.knowsOutput ? String(decoding: output, as: UTF8.self) : nil
                #expect(Fate(outcome, output: text) == expected, "run \(run)")
                #expect(output.count + outcome.standardError.byteCount <= program.limits.output.bytes)
                #expect(outcome.collected == nil)
                if outcome.stop == .cpuTime { #expect(outcome.usage.cpuTime >= program.limits.cpuTime) }
                if outcome.stop == .wallTime { #expect(outcome.usage.wallTime >= program.limits.wallTime) }
                if outcome.stop == .memory { #expect(outcome.usage.peakMemory <= program.limits.memory) }
            }
            #expect(Traces.ofSandbox(expecting: before) == before)
        }

        /// Two programs at once, on two slots, cannot see or hurt each other, and their figures are their own.
        @Test
        func `a bomb in one slot does not change what happens in another`() async throws {
            let sandbox = try await SandboxUnderTest.ready()
            let bomb = HostileProgram("Processes/fork_bomb", limits: .brief, meets: .isStopped(.cpuTime))
            let others = [
                HostileProgram("Processes/fork_count", meets: .says("refused EAGAIN at 16")),
                HostileProgram("Signals/kill_all", meets: .says("kill worked, gone 3")),
                HostileProgram("Leaving/segments", meets: .says("found 0 made 0")),
                HostileProgram("Memory/processes", meets: .isStopped(.memory)),
                HostileProgram("Looking/answers", meets: .says("found 0")),
            ]
            for other in others {
                let first = try await bomb.kept(by: sandbox)
                let second = try await other.kept(by: sandbox)
                async let loud = sandbox.run(bomb.command(first))
                async let quiet = sandbox.run(other.command(second))
                let outcomes = try await (loud, quiet)
                #expect(Fate(outcomes.0, output: "") == bomb.fate)
                let output = String(decoding: try outcomes.1.standardOutput.bytes(), as: UTF8.self)
                #expect(Fate(outcomes.1, output: output) == other.fate)
            }
        }

        /// A program that has been asked to go is gone, whatever it does about signals.
        @Test(arguments: ["Time/ignore_signals", "Time/stop", "Processes/fork_chain", "Time/sleep_silently"])
        func `taking a run back ends the box`(_ source: String) async throws {
            let sandbox = try await SandboxUnderTest.ready()
            let program = HostileProgram(
                source,
                limits: .hostile.with { $0.cpuTime = .seconds(60) },
                meets: .isStopped(.cancelled)
            )
            let artifact = try await program.kept(by: sandbox)
            let before = Traces.ofSandbox()
            let run = Task { try await sandbox.run(program.command(artifact)) }
            run.cancel()
            let outcome = try await run.value
            #expect(outcome.stop == .cancelled)
            #expect(Traces.ofSandbox(expecting: before) == before)
        }
    }
}
