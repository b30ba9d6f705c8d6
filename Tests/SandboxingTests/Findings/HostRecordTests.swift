import Linux
import SandboxTesting
import Sandboxing
import Testing

/// This host, written down: findings are made of nothing else than what is written.
@Suite struct HostRecordTests {
    @Test func `this host, written down and read again, is found to be the same`() throws {
        let facts = HostCheck.facts(
            .init(slots: 1, jailer: SandboxUnderTest.jailer, sandboxes: SandboxUnderTest.sandboxes, state: "/tmp/state")
        )
        let text = HostRecord.text(of: facts)
        if let path = HostEnvironment.variables()["ASSAY_RECORD_HOST"] {
            try HostFile.replace(path, with: Array(text.utf8))
        }
        #expect(HostCheck.findings(try HostRecord.facts(text)) == HostCheck.findings(facts))
        #expect(HostCheck.findings(facts).contains { $0.key == "kernel" && $0.found.contains(Processes.kernelRelease) })
    }

    @Test func `nothing is found broken where nothing is said`() {
        // Not even /proc: whatever is asked then must not be a trap.
        let facts = HostFacts(user: 1000, group: 1000, architecture: "x86_64", state: "/nowhere", jailer: "/nowhere")
        let findings = HostCheck.findings(facts)
        #expect(findings.contains { $0.state == .missing })
    }
}
