import Core
import Glibc
import Linux
import SandboxTesting
import Sandboxing
import Testing

extension HostileSuites {
    /// What becomes of a run, and of everything around it, when one of us is killed in the middle.
    @Suite
    struct CrashTests {
        /// Who is killed, all at the same time.
        struct Killing: Sendable, CustomStringConvertible {
            var victims: Set<Participant.Role>
            /// Whether somebody is left who removes the cgroups; else the next start does.
            var isCleanedUpAfter: Bool
            var description: String { victims.map(\.rawValue).sorted().joined(separator: ", ") }

            init(_ victims: Participant.Role..., isCleanedUpAfter: Bool) {
                self.victims = Set(victims)
                self.isCleanedUpAfter = isCleanedUpAfter
            }
        }

        static let killings = [
            Killing(.worker, isCleanedUpAfter: true),
            Killing(.worker, .jailer, isCleanedUpAfter: true),
            Killing(.worker, .sweeper, isCleanedUpAfter: false),
            Killing(.worker, .jailer, .sweeper, isCleanedUpAfter: false),
        ]

        @Test(arguments: killings)
        func `a killed worker leaves no process, and the next one removes what else there is`(
            _ killing: Killing
        ) async throws {
            let directory = try ScratchDirectory.shared.get() + "/crash-\(Clock.nanoseconds)"
            try HostDirectory.make(directory)
            let program = try Descriptor.open(directory + "/program", O_WRONLY | O_CREAT, mode: 0o600)
            try program.write(try HostileProgram.compile("Time/sleep_silently"))
            try #require(mkfifo(directory + "/report", 0o600) == 0)

            async let crashed = CrashedWorker.kill(killing.victims, in: directory)
            await #expect(processExitsWith: .signal(SIGKILL)) { [directory = directory as String] in
                try await CrashedWorker.work(in: directory)
            }
            let worker = try await crashed
            // Everybody is gone, the program, its init, and those who were not killed by us.
            #expect(worker.roles.isSuperset(of: [.worker, .jailer, .sweeper, .initial, .program]))
            #expect(worker.survivors.isEmpty)
            let remaining = worker.cgroups.filter { HostDirectory.kind(of: $0) != nil }
            #expect(remaining.isEmpty == killing.isCleanedUpAfter)

            // The next worker with the same state directory.
            let next = try SandboxUnderTest.make(state: directory + "/state", slots: 1)
            #expect(worker.cgroups.filter { HostDirectory.kind(of: $0) != nil }.isEmpty)
            #expect(try HostDirectory.entries(of: directory + "/state/running").count == 1)
            #expect(ScratchDirectory.contents(of: directory + "/state").filter(SandboxUnderTest.isTemporary).isEmpty)
            SandboxUnderTest.stop(next)
            #expect(try HostDirectory.entries(of: directory + "/state/running").isEmpty)
        }

        /// A worker is known under a draft's name for some microseconds, and may die within them.
        @Test func `the draft of a lock file stays as long as its worker lives`() throws {
            let directory = try ScratchDirectory.shared.get() + "/drafts-\(Clock.nanoseconds)"
            try HostDirectory.make(directory + "/running")
            for name in ["dead", "alive"] {
                try HostFile.replace(directory + "/running/new-assay-1-\(name)", with: [])
            }
            let lock = try FileLock(path: directory + "/running/new-assay-1-alive")
            SandboxUnderTest.stop(try SandboxUnderTest.make(state: directory, slots: 1))
            #expect(try HostDirectory.entries(of: directory + "/running").map(\.name) == ["new-assay-1-alive"])
            #expect(lock.file.number >= 0)
        }

        /// A worker that is killed while it starts its sweeper leaves the locked descriptor with the unborn sweeper.
        @Test func `a lock that outlives its process for a moment does not keep what that process left`() throws {
            let directory = try ScratchDirectory.shared.get() + "/lingering-\(Clock.nanoseconds)"
            try HostDirectory.make(directory + "/running")
            // No process has a number that is as high.
            let file = try Descriptor.open(directory + "/running/assay-4194305-1", O_RDWR | O_CREAT, mode: 0o600)
            try #require(flock(file.number, LOCK_EX | LOCK_NB) == 0)
            let sleep = try Descriptor.open("/bin/sleep")
            let null = try Descriptor.open("/dev/null", O_RDWR)
            let child = try ChildProcess(
                executable: sleep.number,
                arguments: ["sleep", "0.3"],
                input: null.number,
                output: null.number,
                error: null.number,
                extra: file.number
            )
            _ = consume file
            SandboxUnderTest.stop(try SandboxUnderTest.make(state: directory, slots: 1))
            #expect(try HostDirectory.entries(of: directory + "/running").map(\.name) == [])
            #expect(try child.wait() == .exited(0))
        }

        @Test(arguments: [Participant.Role.jailer, .initial, .program, .sweeper])
        func `a worker whose helper is killed goes on, and leaves nothing in the end`(
            _ victim: Participant.Role
        ) async throws {
            let directory = try ScratchDirectory.shared.get() + "/crash-\(Clock.nanoseconds)"
            let sandbox = try SandboxUnderTest.make(state: directory, slots: 1)
            defer { SandboxUnderTest.stop(sandbox) }
            let endless = HostileProgram("Time/sleep_silently", meets: .isStopped(.cancelled))
            let artifact = try await endless.kept(by: sandbox)
            let run = Task { try await sandbox.run(endless.command(artifact)) }
            let participants = try await Participant.eventually(in: sandbox, program: "/box/" + HostileCompiler.mark)
            try #require(participants.count == 5)
            for participant in participants where participant.role == victim { participant.kill() }

            switch victim {
            case .jailer, .initial:
                // Nobody can say what became of the program: that is our failure, and not the program's.
                await #expect(throws: ExecutorFailure.self) { try await run.value }
            case .program:
                let outcome = try await run.value
                #expect(outcome.stop == nil && outcome.termination == .signaled(name: "KILL"))
            case .sweeper, .worker:
                run.cancel()
                #expect(try await run.value.stop == .cancelled)
            }
            for participant in participants where participant.role == .initial || participant.role == .program {
                #expect(participant.isGone, "\(participant)")
            }

            let quiet = HostileProgram.quiet
            let next = try await sandbox.run(quiet.command(try await quiet.kept(by: sandbox)))
            #expect(Fate(next, output: "") == quiet.fate)
            SandboxUnderTest.stop(sandbox)
            #expect(sandbox.cgroupDirectories.filter { HostDirectory.kind(of: $0) != nil }.isEmpty)
            #expect(try HostDirectory.entries(of: directory + "/running").isEmpty)
            for participant in participants where participant.role != .worker {
                #expect(participant.isGone, "\(participant)")
            }
        }
    }
}
