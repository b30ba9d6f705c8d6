public import Queueing

/// Somebody did something, or tried to.
public struct AuditEntry: Hashable, Sendable {
    /// Its place in the log; 0 before it is in it.
    public var number: Int
    /// When.
    public var at: Timestamp
    /// Who: the id of a key, `local` without one, `cli:USER` on the command line, `-` where nobody was known.
    public var actor: String
    /// On whose behalf; empty: nobody's.
    public var tenant: String
    /// What, as in `submission.create` or `key.revoke`.
    public var action: String
    /// Which object, by its id; never anything secret.
    public var object: String
    /// From where, as an address without a port; empty: from this machine's command line.
    public var address: String
    /// How it ended: `ok`, or the code of the refusal.
    public var outcome: String

    /// An entry with these parts.
    public init(
        number: Int = 0,
        at: Timestamp,
        actor: String,
        tenant: String,
        action: String,
        object: String,
        address: String,
        outcome: String = "ok"
    ) {
        self.number = number
        self.at = at
        self.actor = actor
        self.tenant = tenant
        self.action = action
        self.object = object
        self.address = address
        self.outcome = outcome
    }

    /// The entry with every text cut to what is stored.
    public var bounded: AuditEntry {
        func cut(_ text: String) -> String { text.utf8.count <= 300 ? text : String(text.unicodeScalars.prefix(75)) }
        var entry = self
        entry.actor = cut(actor)
        entry.tenant = cut(tenant)
        entry.action = cut(action)
        entry.object = cut(object)
        entry.address = cut(address)
        entry.outcome = cut(outcome)
        return entry
    }
}
