public import Access
public import Queueing

extension PostgresQueue: AccessStore {
    /// Keeps a new key.
    public func add(_ key: KeyRecord) throws(QueueError) {
        if let flaw = key.flaw { throw .invalid(flaw) }
        try run("keep a key") { (session, again) throws(PostgresFailure) in
            let made = try session(
                """
                INSERT INTO @api_keys (id, digest, name, tenant, scopes, created_at, expires_at, revoked_at, last_used_at)
                VALUES ($1, $2, $3, $4, $5, $6::bigint, $7::bigint, $8::bigint, $9::bigint)
                ON CONFLICT DO NOTHING RETURNING 1
                """,
                .text(key.id),
                .text(key.digest),
                .text(key.name),
                .text(key.tenant),
                .text(key.scopeText),
                .int(key.createdAt.milliseconds),
                .optional(key.expiresAt?.milliseconds),
                .optional(key.revokedAt?.milliseconds),
                .optional(key.lastUsedAt?.milliseconds)
            )
            if !made.isEmpty { return }
            let isOurs = try session(
                "SELECT 1 FROM @api_keys WHERE id = $1 AND digest = $2",
                .text(key.id),
                .text(key.digest)
            )
            if !again || isOurs.isEmpty { throw .ruled(.invalid("there is a key \(key.id) already")) }
        }
    }

    /// The key of that id.
    public func key(_ id: String) throws(QueueError) -> KeyRecord? {
        // A request waits for it: rather a clear refusal soon than an answer late.
        try run("look up a key", patience: .seconds(5)) { (session, _) throws(PostgresFailure) in
            try session("\(KeyRow.select) WHERE id = $1", .text(id)).first.map(KeyRow.record)
        }
    }

    /// All keys, or those of a tenant.
    public func keys(of tenant: String?) throws(QueueError) -> [KeyRecord] {
        try run("list keys") { (session, _) throws(PostgresFailure) in
            try session(
                "\(KeyRow.select) WHERE $1::text IS NULL OR tenant = $1 ORDER BY created_at, id",
                .optional(tenant)
            ).map(KeyRow.record)
        }
    }

    /// Takes a key back.
    public func revokeKey(_ id: String) throws(QueueError) -> Bool {
        try run("revoke a key") { (session, _) throws(PostgresFailure) in
            try !session(
                "UPDATE @api_keys SET revoked_at = coalesce(revoked_at, $2::bigint) WHERE id = $1 RETURNING 1",
                .text(id),
                .int(self.now.milliseconds)
            ).isEmpty
        }
    }

    /// Says that keys were used.
    public func noteUse(_ moments: [String: Timestamp]) throws(QueueError) {
        if moments.isEmpty { return }
        // In one order for all, so that two servers do not wait for each other.
        let sorted = moments.sorted { $0.key < $1.key }
        try run("note the use of keys", patience: .zero) { (session, _) throws(PostgresFailure) in
            _ = try session(
                """
                WITH used AS (SELECT * FROM unnest($1::text[], $2::bigint[]) AS u (id, at)),
                locked AS (SELECT k.id FROM @api_keys k JOIN used USING (id) ORDER BY k.id FOR UPDATE OF k)
                UPDATE @api_keys k SET last_used_at = greatest(coalesce(last_used_at, 0), used.at)
                FROM used JOIN locked USING (id) WHERE k.id = used.id
                """,
                .texts(sorted.map(\.key)),
                .ints(sorted.map(\.value.milliseconds))
            )
        }
    }
}

private enum KeyRow {
    static let select = """
        SELECT id, digest, name, tenant, scopes, created_at, expires_at, revoked_at, last_used_at FROM @api_keys
        """

    static func record(_ row: Row) throws(PostgresFailure) -> KeyRecord {
        KeyRecord(
            id: try row.text(0),
            digest: try row.text(1),
            name: try row.text(2),
            tenant: try row.text(3),
            scopes: KeyRecord.scopes(try row.text(4)),
            createdAt: Timestamp(milliseconds: try row.int(5)),
            expiresAt: try JobRow.time(row, 6),
            revokedAt: try JobRow.time(row, 7),
            lastUsedAt: try JobRow.time(row, 8)
        )
    }
}
