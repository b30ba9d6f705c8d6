internal import Access
internal import Core
internal import Queueing

/// `assay keys create`.
enum KeysCreateCommand {
    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let arguments = invocation.arguments
        let scopes = try scopes(arguments.options["scope"] ?? "submit,read")
        let days = try arguments.count("days", 1...36_500)
        let database = try invocation.queue()
        let now = database.settings.clock.now()
        let text = KeyText.random()
        let record = KeyRecord(
            id: text.id,
            digest: text.digest,
            name: arguments.options["name"] ?? text.id,
            tenant: arguments.options["tenant"] ?? NewJob.defaultTenant,
            scopes: scopes,
            createdAt: now,
            expiresAt: days.map { now + .seconds($0 * 86_400) }
        )
        try database.add(record)
        try CommandLineAudit.note("key.create", record.id, tenant: record.tenant, in: database)
        let isJSON = arguments.has("json")
        do {
            // Alone on its line: a script can take it as it is.
            let line =
                isJSON ? try JSONLine.bytes(of: KeyJSON(record, key: text, now: now)) : Array("\(text.text)\n".utf8)
            try invocation.console.output.write(line)
        } catch {
            // A key that nobody has seen must not go on being one.
            if try database.revokeKey(record.id) {
                try CommandLineAudit.note("key.revoke", record.id, tenant: record.tenant, in: database)
            }
            throw error
        }
        if !isJSON {
            try invocation.console.note(
                "key \(record.id) of tenant \(record.tenant), for \(record.scopeText); it is not shown again"
            )
        }
        return .good
    }

    private static func scopes(_ text: String) throws(Complaint) -> Set<Scope> {
        var scopes: Set<Scope> = []
        for word in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
            guard let scope = Scope(rawValue: word) else {
                let all = Scope.allCases.map(\.rawValue).joined(separator: ", ")
                throw .badInput("--scope '\(word)' is no scope; the scopes are \(all), with commas between")
            }
            scopes.insert(scope)
        }
        return scopes
    }
}

extension Subcommand {
    static let keysCreate = Subcommand(
        description: CommandDescription(
            name: "keys create",
            summary: "make a key, and show it, once",
            options: [
                QueueDatabase.option,
                .init("tenant", "T", "on whose behalf it acts (\(NewJob.defaultTenant))"),
                .init("scope", "S,…", "what it may do: submit, read, admin (submit,read)"),
                .init("name", "TEXT", "what you call it (its id)"),
                .init("days", "N", "how many days it is valid (for ever)"),
                .init("json", "one line of JSON on standard output"),
            ],
            notes: [
                "Of the key itself only a digest is stored: a key that is lost cannot be shown again. Make another one.",
                "submit: enqueue, and cancel what is the tenant's. read: see what is the tenant's, without what is secret "
                    + "in a problem. admin: everything, of all tenants.",
            ],
            examples: [("assay keys create --tenant exam-7 --scope submit,read --days 2", "for an exam of two days")]
        ),
        action: .atOnce(KeysCreateCommand.run)
    )
}
