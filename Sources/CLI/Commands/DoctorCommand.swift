internal import Sandboxing

/// `assay doctor`.
enum DoctorCommand {
    /// Shows what this host can enforce, and makes a box.
    @Sendable static func run(_ invocation: Invocation) async throws -> ExitCode {
        let installation = invocation.installation
        let sandboxes: String
        do throws(Complaint) {
            sandboxes = try installation.sandboxes()
        } catch {
            // A variable that names the wrong place is the user's to mend first. What was never installed is a finding.
            guard error.exitCode != .badInput else { throw error }
            sandboxes = installation.share + "/Sandboxes"
        }
        let report = try await HostCheck.report(
            Sandbox.Configuration(
                slots: 1,
                // What is not there is a finding, and no reason to find nothing else.
                jailer: (try? installation.jailer()) ?? installation.jailerCandidates[0],
                sandboxes: sandboxes,
                state: try installation.state(),
                ids: invocation.hostIDs
            )
        )
        let table = HostTable(report, PreparationFinding.row(invocation).map { [$0] } ?? [])
        let output = invocation.console.output
        if invocation.arguments.has("json") {
            try output.write(JSONLine.bytes(of: table))
        } else {
            try output.write(lines: table.lines(columns: output.columns, style: output.style))
        }
        return table.ok ? .good : .ownFailure
    }
}

extension HostTable {
    fileprivate init(_ report: HostCheck.Report, _ more: [Row]) {
        var rows = report.findings.map { finding in
            Row(
                key: finding.key,
                group: finding.group.rawValue,
                name: finding.name,
                state: State(finding.state),
                found: finding.found,
                mend: finding.mend,
                command: finding.command
            )
        }
        // Those of a group together.
        let place = rows.lastIndex { row in more.contains { $0.group == row.group } }
        rows.insert(contentsOf: more, at: place.map { $0 + 1 } ?? rows.count)
        self.init(rows, trial: report.trial.map { Trial(mode: $0.mode.description, first: $0.first, next: $0.next) })
    }
}

extension HostTable.State {
    fileprivate init(_ state: Finding.State) {
        switch state {
        case .ok: self = .ok
        case .degraded: self = .degraded
        case .missing: self = .missing
        }
    }
}

extension Subcommand {
    static let doctor = Subcommand(description: DoctorCommand.description, action: .withBoxes(DoctorCommand.run))
}
