import SandboxTesting
import Sandboxing
import Testing

/// The check as a whole, on this host.
@Suite struct HostCheckTests {
    @Test func `a check that is called off finds nothing, not even that a box was killed`() async throws {
        let state = try ScratchDirectory.shared.get() + "/called-off"
        let check = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await HostCheck.report(
                .init(
                    slots: 1,
                    jailer: SandboxUnderTest.jailer,
                    sandboxes: SandboxUnderTest.sandboxes,
                    state: state
                )
            )
        }
        await #expect(throws: CancellationError.self) { try await check.value }
    }
}
