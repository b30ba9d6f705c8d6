public import Access
public import Queueing

extension SQLiteQueue {
    /// Adds to the audit log.
    public func audit(_ entries: [AuditEntry]) throws(QueueError) {
        if entries.isEmpty { return }
        try writeSilently { (connection) throws(QueueError) in
            for entry in entries {
                try connection.run(
                    """
                    INSERT INTO audit (at, actor, tenant, action, object, address, outcome) VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                    .moment(entry.at),
                    .text(entry.actor),
                    .text(entry.tenant),
                    .text(entry.action),
                    .text(entry.object),
                    .text(entry.address),
                    .text(entry.outcome)
                )
            }
        }
    }

    /// Entries of the audit log, the newest first.
    public func auditEntries(of tenant: String?, before: Int?, limit: Int) throws(QueueError) -> [AuditEntry] {
        let condition = tenant == nil ? "" : "tenant = ? AND"
        let values = tenant.map { [Value.text($0)] } ?? []
        return try read { (connection) throws(QueueError) in
            try connection.all(
                """
                SELECT number, at, actor, tenant, action, object, address, outcome FROM audit
                WHERE \(condition) number < ? ORDER BY number DESC LIMIT ?
                """,
                values: values + [.integer(before ?? .max), .integer(max(1, min(1000, limit)))]
            ) { row in
                AuditEntry(
                    number: row.integer(0),
                    at: row.moment(1),
                    actor: row.text(2),
                    tenant: row.text(3),
                    action: row.text(4),
                    object: row.text(5),
                    address: row.text(6),
                    outcome: row.text(7)
                )
            }
        }
    }

    /// Removes what need not be kept.
    public func forgetAccess(olderThan age: Duration) throws(QueueError) -> Int {
        let now = now
        return try writeSilently { (connection) throws(QueueError) in
            try connection.run(
                "DELETE FROM bucket WHERE subject IN (SELECT subject FROM bucket WHERE full_at < ? LIMIT 1000)",
                .moment(now - .seconds(3600))
            )
            return try connection.run(
                "DELETE FROM audit WHERE number IN (SELECT number FROM audit WHERE at < ? ORDER BY at LIMIT 1000)",
                .moment(now - age)
            )
        }
    }
}
