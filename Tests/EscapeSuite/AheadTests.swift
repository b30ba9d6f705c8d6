import Core
import SandboxTesting
import Sandboxing
import Testing

extension EscapeSuites {
    /// In a sandbox of one slot the next box is furnished while a run is going on: no run may feel what stands behind it.
    @Suite
    struct AheadTests {
        @Test
        func `each of many programs in one queue meets its own fate`() async throws {
            let directory = try ScratchDirectory.shared.get() + "/ahead-fates"
            let sandbox = try SandboxUnderTest.make(state: directory, slots: 1)
            defer { SandboxUnderTest.stop(sandbox) }
            // Every fifth: of each kind some, and in an order in which neighbours differ.
            let programs = HostileProgram.alone.enumerated().filter { $0.offset.isMultiple(of: 5) }.map(\.element)
                .filter { $0.runs == 1 }
            #expect(programs.count > 30)
            try await withThrowingTaskGroup { group in
                for program in programs {
                    let artifact = try await program.kept(by: sandbox)
                    group.addTask {
                        let outcome = try await sandbox.run(program.command(artifact))
                        let expected = program.expectedFate
                        let output = try outcome.standardOutput.bytes()
                        let text = expected.knowsOutput ? String(decoding: output, as: UTF8.self) : nil
                        #expect(Fate(outcome, output: text) == expected, "\(program)")
                    }
                }
                try await group.waitForAll()
            }
        }

        @Test
        func `a run can be taken back wherever it stands in the queue, and only that one`() async throws {
            let directory = try ScratchDirectory.shared.get() + "/ahead-cancel"
            let sandbox = try SandboxUnderTest.make(state: directory, slots: 1)
            defer { SandboxUnderTest.stop(sandbox) }
            let endless = HostileProgram(
                "Time/sleep_silently",
                limits: .hostile.with { $0.wallTime = .seconds(60) },
                meets: .isStopped(.cancelled)
            )
            let quiet = HostileProgram.quiet
            let sleeping = try await endless.kept(by: sandbox)
            let exiting = try await quiet.kept(by: sandbox)
            for taken in 0..<4 {
                var runs: [Task<Outcome, any Error>] = []
                for _ in 0..<4 {
                    runs.append(Task { try await sandbox.run(endless.command(sleeping)) })
                }
                let last = Task { try await sandbox.run(quiet.command(exiting)) }
                runs[taken].cancel()
                #expect(try await runs[taken].value.stop == .cancelled)
                for run in runs { run.cancel() }
                for run in runs { #expect(try await run.value.stop == .cancelled) }
                #expect(Fate(try await last.value, output: "") == quiet.fate)
            }
        }

        @Test
        func `a run behind one whose jailer is killed is done by the next jailer`() async throws {
            let directory = try ScratchDirectory.shared.get() + "/ahead-killed"
            let sandbox = try SandboxUnderTest.make(state: directory, slots: 1)
            defer { SandboxUnderTest.stop(sandbox) }
            let endless = HostileProgram("Time/sleep_silently", meets: .isStopped(.cancelled))
            let quiet = HostileProgram.quiet
            let sleeping = try await endless.kept(by: sandbox)
            let exiting = try await quiet.kept(by: sandbox)
            let run = Task { try await sandbox.run(endless.command(sleeping)) }
            let participants = try await Participant.eventually(in: sandbox, program: "/box/" + HostileCompiler.mark)
            let behind = Task { try await sandbox.run(quiet.command(exiting)) }
            for participant in participants where participant.role == .jailer { participant.kill() }
            await #expect(throws: ExecutorFailure.self) { try await run.value }
            #expect(Fate(try await behind.value, output: "") == quiet.fate)
        }
    }
}
