internal import Access
internal import Linux
internal import Queueing

/// `assay keys audit`.
enum KeysAuditCommand {
    private struct Answer: Encodable {
        struct Entry: Encodable {
            var at: String
            var actor: String
            var tenant: String
            var action: String
            var object: String
            var address: String
            var outcome: String
        }

        var entries: [Entry]
    }

    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let arguments = invocation.arguments
        let limit = try arguments.count("limit", 1...100_000) ?? 50
        let database = try invocation.knownQueue()
        var entries: [AuditEntry] = []
        while entries.count < limit {
            let page = try database.auditEntries(
                of: arguments.options["tenant"],
                before: entries.last?.number,
                limit: min(1000, limit - entries.count)
            )
            if page.isEmpty { break }
            entries += page
        }
        let output = invocation.console.output
        if arguments.has("json") {
            let told = entries.map { entry in
                Answer.Entry(
                    at: UTCTime.text(entry.at),
                    actor: entry.actor,
                    tenant: entry.tenant,
                    action: entry.action,
                    object: entry.object,
                    address: entry.address,
                    outcome: entry.outcome
                )
            }
            try output.write(JSONLine.bytes(of: Answer(entries: told)))
            return .good
        }
        var table = TextTable([
            .init("at"), .init("actor"), .init("tenant"), .init("action"), .init("object"), .init("outcome"),
            .init("address"),
        ])
        for entry in entries {
            table.add([
                UTCTime.text(entry.at), entry.actor, entry.tenant, entry.action, entry.object, entry.outcome,
                entry.address,
            ])
        }
        try output.write(lines: table.lines(width: output.tableWidth, style: output.style))
        return .good
    }
}

extension Subcommand {
    static let keysAudit = Subcommand(
        description: CommandDescription(
            name: "keys audit",
            summary: "who did what, the newest first",
            options: [
                QueueDatabase.option, .init("tenant", "T", "on behalf of this tenant"),
                .init("limit", "N", "so many entries (50)"),
                .init("json", "one line of JSON on standard output"),
            ],
            examples: [("assay keys audit --limit 1000 --json", "for a program")]
        ),
        action: .atOnce(KeysAuditCommand.run)
    )
}
