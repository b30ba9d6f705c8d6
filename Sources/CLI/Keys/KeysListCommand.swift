internal import Access
internal import Queueing

/// `assay keys list`.
enum KeysListCommand {
    private struct Answer: Encodable {
        var keys: [KeyJSON]
    }

    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let database = try invocation.knownQueue()
        let now = database.settings.clock.now()
        let keys = try database.keys(of: invocation.arguments.options["tenant"])
        let output = invocation.console.output
        if invocation.arguments.has("json") {
            try output.write(JSONLine.bytes(of: Answer(keys: keys.map { KeyJSON($0, now: now) })))
            return .good
        }
        var table = TextTable([
            .init("id"), .init("state"), .init("tenant"), .init("scopes"), .init("age", right: true),
            .init("used", right: true), .init("expires", right: true), .init("name"),
        ])
        for key in keys {
            table.add([
                key.id, KeyJSON.state(of: key, now: now), key.tenant, key.scopeText, UTCTime.span(now - key.createdAt),
                key.lastUsedAt.map { UTCTime.span(now - $0) + " ago" } ?? "never",
                key.expiresAt.map { now < $0 ? "in " + UTCTime.span($0 - now) : "" } ?? "never", key.name,
            ])
        }
        try output.write(lines: table.lines(width: output.tableWidth, style: output.style))
        return .good
    }
}

extension Subcommand {
    static let keysList = Subcommand(
        description: CommandDescription(
            name: "keys list",
            summary: "the keys that there are, the oldest first",
            options: [
                QueueDatabase.option, .init("tenant", "T", "of this tenant"),
                .init("json", "one line of JSON on standard output"),
            ],
            examples: [("assay keys list", "with the state of each, and when it was used last")]
        ),
        action: .atOnce(KeysListCommand.run)
    )
}
