internal import Core
internal import Grading
internal import Languages
internal import Linux

/// `assay languages`.
enum LanguagesCommand {
    /// Shows the languages, and tests them where that was asked for.
    @Sendable static func run(_ invocation: Invocation) async throws -> ExitCode {
        let arguments = invocation.arguments
        let catalog = try invocation.catalog()
        let survey = Survey(
            locator: try invocation.locator(),
            records: SelfTestRecords(state: try invocation.installation.state())
        )
        if arguments.has("check") { try await check(catalog, by: survey, invocation) }

        let rows = catalog.profiles.map(survey.row).filter { !arguments.has("missing") || $0.state == .missing }
        let table = LanguageTable(rows: rows)
        let output = invocation.console.output
        if arguments.has("json") {
            try output.write(JSONLine.bytes(of: table))
        } else if arguments.has("missing") {
            try output.write(lines: table.missingLines())
        } else {
            try output.write(lines: table.lines(style: output.style))
        }
        return arguments.has("check") && rows.contains { $0.state == .failed } ? .notGood : .good
    }

    /// Runs the self-test of every language that is installed, and keeps what they show.
    private static func check(_ catalog: LanguageCatalog, by survey: Survey, _ invocation: Invocation) async throws {
        let installed = catalog.profiles.compactMap { try? survey.locator.locate($0) }
        guard !installed.isEmpty else { return }
        let status = StatusLine(on: invocation.console.error)
        let slots = min(HostEnvironment.processorCount(), installed.count)
        defer { try? status.clear() }
        try await invocation.withSandbox(slots: slots) { sandbox in
            let tester = SelfTester(executor: sandbox, catalog: catalog, locator: survey.locator)
            try await withThrowingTaskGroup(of: (Toolchain, SelfTestRecords.Record).self) { group in
                for toolchain in installed {
                    group.addTask {
                        let result = try await tester.test(toolchain.profile)
                        return (toolchain, SelfTestRecords.Record(failure: result.failure, version: result.version))
                    }
                }
                var done = 0
                try status.show("testing \(Figures.count(installed.count, "language"))")
                for try await (toolchain, record) in group {
                    try survey.records.keep(record, of: toolchain.fingerprint)
                    done += 1
                    try status.show("tested \(done) of \(Figures.count(installed.count, "language"))")
                }
            }
        }
    }

    /// What is known of the languages without running anything.
    private struct Survey: Sendable {
        let locator: ToolchainLocator
        let records: SelfTestRecords

        func row(for profile: LanguageProfile) -> LanguageTable.Row {
            var row = LanguageTable.Row(
                id: profile.id.rawValue,
                name: profile.name,
                state: .missing,
                extensions: profile.extensions,
                packages: profile.packages
            )
            do {
                let record = records.record(of: try locator.locate(profile).fingerprint)
                row.state = record.map { $0.failure == nil ? .offered : .failed } ?? .untested
                row.version = record?.version
                row.reason = record?.failure
            } catch {
                row.reason = error.description
            }
            return row
        }
    }
}

extension Subcommand {
    static let languages = Subcommand(
        description: LanguagesCommand.description,
        action: .withBoxes(LanguagesCommand.run)
    )
}
