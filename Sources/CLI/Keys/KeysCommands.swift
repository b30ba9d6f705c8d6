internal import Access
internal import Linux
internal import Queueing

/// `assay keys`: who may use the HTTP service.
enum KeysCommands {
    /// The actions; their names begin with `keys`.
    static let actions: [Subcommand] = [.keysCreate, .keysList, .keysRevoke, .keysAudit]
}

extension Subcommand {
    /// What `assay keys` is, without an action.
    static let keys = GroupedCommands.overview(
        "keys",
        summary: "make, list and revoke the API keys of the HTTP service",
        actions: KeysCommands.actions,
        examples: [
            ("assay keys create --tenant exam-7 --scope submit,read", "shows the key, once"),
            ("assay keys revoke k3xq7p2m", "ends it within two seconds, on all servers"),
        ]
    )
}

/// Writes down in the audit log what was done from the command line.
enum CommandLineAudit {
    /// Adds an entry.
    static func note(
        _ action: String,
        _ object: String,
        tenant: String,
        in database: any AccessStore & JobQueue
    ) throws(QueueError) {
        let entry = AuditEntry(
            at: database.settings.clock.now(),
            // By number: names are the host's business.
            actor: "cli:\(Linux.Identity.user)",
            tenant: tenant,
            action: action,
            object: object,
            address: ""
        )
        try database.audit([entry.bounded])
    }
}
