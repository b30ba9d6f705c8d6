public import Access
public import Queueing

extension PostgresQueue {
    /// Adds to the audit log.
    public func audit(_ entries: [AuditEntry]) throws(QueueError) {
        if entries.isEmpty { return }
        // By this entries are known that were written, and whose answer got lost.
        let batch = RandomBytes.name(20)
        try run("write the audit log") { (session, _) throws(PostgresFailure) in
            _ = try session(
                """
                INSERT INTO @audit (at, actor, tenant, action, object, address, outcome, batch, place)
                SELECT at, actor, tenant, action, object, address, outcome, $8, place
                FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
                    WITH ORDINALITY AS e (at, actor, tenant, action, object, address, outcome, place)
                ORDER BY place
                ON CONFLICT DO NOTHING
                """,
                .ints(entries.map(\.at.milliseconds)),
                .texts(entries.map(\.actor)),
                .texts(entries.map(\.tenant)),
                .texts(entries.map(\.action)),
                .texts(entries.map(\.object)),
                .texts(entries.map(\.address)),
                .texts(entries.map(\.outcome)),
                .text(batch)
            )
        }
    }

    /// Entries of the audit log, the newest first.
    public func auditEntries(of tenant: String?, before: Int?, limit: Int) throws(QueueError) -> [AuditEntry] {
        let condition = tenant == nil ? "" : "tenant = $3 AND"
        let parameters: [Parameter] =
            [.int(before ?? .max), .int(max(1, min(1000, limit)))] + (tenant.map { [.text($0)] } ?? [])
        return try run("read the audit log") { (session, _) throws(PostgresFailure) in
            let rows = try session.run(
                """
                SELECT number, at, actor, tenant, action, object, address, outcome FROM @audit
                WHERE \(condition) number < $1::bigint ORDER BY number DESC LIMIT $2::int
                """,
                parameters
            )
            return try rows.map { row throws(PostgresFailure) in
                AuditEntry(
                    number: try row.int(0),
                    at: Timestamp(milliseconds: try row.int(1)),
                    actor: try row.text(2),
                    tenant: try row.text(3),
                    action: try row.text(4),
                    object: try row.text(5),
                    address: try row.text(6),
                    outcome: try row.text(7)
                )
            }
        }
    }

    /// Removes what need not be kept.
    public func forgetAccess(olderThan age: Duration) throws(QueueError) -> Int {
        try run("tidy the audit log") { (session, _) throws(PostgresFailure) in
            _ = try session(
                """
                DELETE FROM @buckets WHERE subject IN (
                    SELECT subject FROM @buckets WHERE full_at < $1::bigint LIMIT 1000 FOR UPDATE SKIP LOCKED
                )
                """,
                .int((self.now - .seconds(3600)).milliseconds)
            )
            return try session(
                """
                DELETE FROM @audit WHERE number IN (
                    SELECT number FROM @audit WHERE at < $1::bigint ORDER BY at LIMIT 1000 FOR UPDATE SKIP LOCKED
                ) RETURNING 1
                """,
                .int((self.now - age).milliseconds)
            ).count
        }
    }
}
