import Core
import Linux
import SandboxTesting
import Testing

extension HostileSuites {
    /// What a slot keeps of the host, when that is replaced.
    @Suite
    struct RootPartsTests {
        /// A toolchain that is unpacked anew where the last one was, as Go's manual has it done.
        @Test
        func `a directory that is replaced is seen as it is now, in slots that have seen the one before`() async throws
        {
            let sandbox = try await SandboxUnderTest.ready()
            let place = try ScratchDirectory.shared.get() + "/toolchain"
            let program = HostileProgram("Metering/reader", ["/tool/data"], meets: .says("read 1 sum 256"))
            let artifact = try await program.kept(by: sandbox)
            for round in 0..<3 {
                if round > 0 {
                    try HostWriting.rename(place, to: "\(place)-\(round)")
                    try HostWriting.removeTree("\(place)-\(round)")
                }
                try HostDirectory.make(place, mode: 0o755)
                let file = try HostWriting.makeFile(place + "/data", mode: 0o644)
                try file.write([UInt8](repeating: 1, count: 1 << 20))
                // On every slot, more than once.
                try await withThrowingTaskGroup { group in
                    for _ in 0..<(3 * sandbox.slotCount) {
                        group.addTask {
                            var command = program.command(artifact)
                            command.root = Root(entries: [.bind(host: place, box: "/tool")])
                            let outcome = try await sandbox.run(command)
                            let output = String(decoding: try outcome.standardOutput.bytes(), as: UTF8.self)
                            #expect(Fate(outcome, output: output) == program.fate, "round \(round)")
                        }
                    }
                    try await group.waitForAll()
                }
            }
        }
    }
}
