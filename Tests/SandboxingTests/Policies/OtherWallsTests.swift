import Core
import Linux
import SandboxTesting
import Sandboxing
import Testing

/// What the delivered policies refuse stays within a box all the same: the filter is not the only wall.
@Suite(.serialized, .timeLimit(.minutes(60))) struct OtherWallsTests {
    /// The delivered policies, and one that allows what they refuse.
    private static func directory() throws -> String {
        let directory = try ScratchDirectory.shared.get() + "/other-walls"
        try HostDirectory.make(directory + "/policies", mode: 0o755)
        let common = try HostFile.read(Families.directory + "/common.yaml")
        try HostFile.replace(directory + "/policies/common.yaml", with: common)
        let native = """
            include: common
            allow:
              System V IPC: [shmget, shmat, shmctl, shmdt, semget, semctl, msgget, msgsnd, msgctl]
            """
        try HostFile.replace(directory + "/policies/native.yaml", with: Array(native.utf8))
        return directory
    }

    private static let programs = [
        HostileProgram("CrossRun/segments", runs: 2, meets: .says("found 0 made 3")),
        HostileProgram("Memory/segments", meets: .isStopped(.memory)),
        HostileProgram("Memory/messages", meets: .isStopped(.memory)),
    ]

    @Test func `System V objects end with their box, and are charged to it`() async throws {
        let directory = try Self.directory()
        let sandbox = try Sandbox(
            .init(slots: 1, jailer: SandboxUnderTest.jailer, sandboxes: directory, state: directory + "/state")
        )
        defer { SandboxUnderTest.stop(sandbox) }
        for program in Self.programs {
            let artifact = try await program.kept(by: sandbox)
            for _ in 1...program.runs {
                let outcome = try await sandbox.run(program.command(artifact))
                let output = String(decoding: try outcome.standardOutput.bytes(), as: UTF8.self)
                #expect(Fate(outcome, output: output) == program.fate, "\(program)")
            }
        }
    }
}
