import Core
import Glibc
import Linux
import Testing

/// The whole host before and after.
///
/// Other suites change the host, too: this one is to be run alone, after all others.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct HostileTestsHostWide {
    @Test
    func `the worst programs one after the other leave the host as it was`() async throws {
        let sandbox = try await SandboxUnderTest.ready()
        // Once before counting, so that what a slot keeps from its first run on is there.
        try await run(sandbox)
        let before = HostTraces.now()
        for _ in 0..<3 { try await run(sandbox) }
        let after = HostTraces.now()
        #expect(after == before)
        #expect(HostProcess.all().filter(\.isMarked).isEmpty)
    }

    private func run(_ sandbox: any Executor) async throws {
        for program in HostileProgram.leavings + HostileProgram.processes {
            let artifact = try await program.kept(by: sandbox)
            _ = try await sandbox.run(program.command(artifact))
        }
    }
}

/// What programs could leave on a host, wherever they came from.
struct HostTraces: Equatable, Sendable {
    var sharedMemory: [String]
    var temporary: [String]
    var segments: Int
    var queues: Int
    var semaphores: Int
    var mounts: [Substring]
    var cores: Int
    var descriptors: Int
    var sandbox: Traces

    /// What there is now.
    static func now() -> HostTraces {
        func names(_ directory: String) -> [String] {
            ((try? HostDirectory.entries(of: directory)) ?? []).map(\.name)
        }
        return HostTraces(
            sharedMemory: names("/dev/shm"),
            temporary: names("/tmp").filter { $0.contains("left") || $0.contains("core") || $0.contains("hostile") },
            segments: HostProcess.lines(of: "/proc/sysvipc/shm").count,
            queues: HostProcess.lines(of: "/proc/sysvipc/msg").count,
            semaphores: HostProcess.lines(of: "/proc/sysvipc/sem").count,
            mounts: HostProcess.lines(of: "/proc/self/mountinfo"),
            cores: names(".").filter { $0.hasPrefix("core") }.count,
            descriptors: names("/proc/self/fd").count,
            sandbox: Traces.ofSandbox()
        )
    }
}
