internal import Sandboxing

/// `assay doctor`.
enum DoctorCommand {
    /// Shows what this host can enforce.
    @Sendable static func run(_ invocation: Invocation) async throws -> ExitCode {
        let installation = invocation.installation
        let findings = await HostCheck.findings(
            Sandbox.Configuration(
                slots: 1,
                // What is not there is a finding, and no reason to find nothing else.
                jailer: (try? installation.jailer()) ?? installation.jailerCandidates[0],
                sandboxes: (try? installation.sandboxes()) ?? installation.share + "/Sandboxes",
                state: try installation.state(),
                ids: invocation.hostIDs
            )
        )
        let table = HostTable(
            findings.map { finding in
                HostTable.Row(
                    name: finding.name,
                    state: HostTable.State(finding.state),
                    found: finding.found,
                    mend: finding.state == .ok ? "" : finding.mend
                )
            }
        )
        let output = invocation.console.output
        if invocation.arguments.has("json") {
            try output.write(JSONLine.bytes(of: table))
        } else {
            try output.write(lines: table.lines(columns: output.columns, style: output.style))
        }
        return table.ok ? .good : .ownFailure
    }
}

extension HostTable.State {
    fileprivate init(_ state: Finding.State) {
        switch state {
        case .ok: self = .ok
        case .missing: self = .missing
        case .optional: self = .optional
        }
    }
}

extension Subcommand {
    static let doctor = Subcommand(description: DoctorCommand.description, action: .withBoxes(DoctorCommand.run))
}
