import Core
import Linux
import SandboxTesting
import Sandboxing
import Testing

extension HostileSuites {
    /// Slots that are bound to processors, and programs that want others.
    @Suite
    struct PinningTests {
        @Test func `a program runs on its slot's processor alone, whatever it asks for`() async throws {
            // What is bound elsewhere meanwhile counts as taken, so that this may be fewer than the machine has.
            let slots = min(2, ProcessorPlacement.current().candidates.count)
            let directory = try ScratchDirectory.shared.get() + "/pinned"
            let sandbox = try Sandbox(
                .init(
                    slots: slots,
                    jailer: SandboxUnderTest.jailer,
                    sandboxes: SandboxUnderTest.sandboxes,
                    state: directory,
                    pinsSlots: true
                )
            )
            defer { SandboxUnderTest.stop(sandbox) }
            #expect("\(sandbox.mode)".hasSuffix(", pinned"))
            let program = HostileProgram("Walls/processors", meets: .says())
            let artifact = try await program.kept(by: sandbox)
            // So many at once that every slot has one.
            let outputs = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<(8 * slots) {
                    group.addTask {
                        let outcome = try await sandbox.run(program.command(artifact))
                        #expect(outcome.termination == .exited(code: 0))
                        return String(decoding: try outcome.standardOutput.bytes(), as: UTF8.self)
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(outputs.count == slots)
            for output in outputs {
                let given = output.split(separator: "\n").first?.split(separator: " ").last ?? "?"
                #expect(
                    output == """
                        given \(given)
                        asks 0
                        has \(given)
                        thread asks 0
                        thread \(given)
                        child \(given)
                        ran on 1 processors

                        """
                )
            }
        }
    }
}
