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

        /// After three runs of the same kind a box stands ready for the fourth.
        @Test(arguments: [1, 2])
        func `a box that stands ready serves the run that it was made for, and no other`(_ slots: Int) async throws {
            let directory = try ScratchDirectory.shared.get() + "/ahead-ready-\(slots)"
            let sandbox = try SandboxUnderTest.make(state: directory, slots: slots)
            defer { SandboxUnderTest.stop(sandbox) }
            let copying = HostileProgram("CrossRun/input_twice", meets: .says(""))
            let large = HostileProgram("Leftovers/memory", ["heap", "24"], meets: .says("held 24"))
            let small = HostileProgram("Leftovers/memory", ["heap", "1"], meets: .says("held 1"))
            let endless = HostileProgram("Time/spin", limits: .brief, meets: .isStopped(.cpuTime))
            let copy = try await copying.kept(by: sandbox)
            var outputs: Set<[UInt8]> = []
            for round in 0..<24 {
                // Each has an input of its own, although its box was made before that was known.
                var command = copying.command(copy)
                command.input = MemoryBytes("input \(round)\n")
                let outcome = try await sandbox.run(command)
                #expect(outcome.termination == .exited(code: 0) && outcome.stop == nil)
                outputs.insert(try outcome.standardOutput.bytes())
                guard round % 6 == 5 else { continue }
                for program in [large, small, small, small, small, endless, endless, endless, endless, small] {
                    let outcome = try await sandbox.run(program.command(try await program.kept(by: sandbox)))
                    let output = String(decoding: try outcome.standardOutput.bytes(), as: UTF8.self)
                    #expect(Fate(outcome, output: output) == program.fate)
                }
            }
            #expect(outputs.count == 24)
        }
    }
}
