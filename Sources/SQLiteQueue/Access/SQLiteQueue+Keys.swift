public import Access
public import Queueing

extension SQLiteQueue: AccessStore {
    /// Keeps a new key.
    public func add(_ key: KeyRecord) throws(QueueError) {
        if let flaw = key.flaw { throw .invalid(flaw) }
        try write { (connection) throws(QueueError) in
            let isNew = try connection.run(
                """
                INSERT OR IGNORE INTO api_key (id, digest, name, tenant, scopes, created_at, expires_at, revoked_at, last_used_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                .text(key.id),
                .text(key.digest),
                .text(key.name),
                .text(key.tenant),
                .text(key.scopeText),
                .moment(key.createdAt),
                .moment(key.expiresAt),
                .moment(key.revokedAt),
                .moment(key.lastUsedAt)
            )
            if isNew == 0 { throw .invalid("there is a key \(key.id) already") }
        }
    }

    /// The key of that id.
    public func key(_ id: String) throws(QueueError) -> KeyRecord? {
        try read { (connection) throws(QueueError) in
            try connection.first("\(Connection.selectKey) WHERE id = ?", .text(id), take: KeyRecord.init)
        }
    }

    /// All keys, or those of a tenant.
    public func keys(of tenant: String?) throws(QueueError) -> [KeyRecord] {
        try read { (connection) throws(QueueError) in
            try connection.all(
                "\(Connection.selectKey) WHERE ?1 IS NULL OR tenant = ?1 ORDER BY created_at, id",
                .optional(tenant),
                take: KeyRecord.init
            )
        }
    }

    /// Takes a key back.
    public func revokeKey(_ id: String) throws(QueueError) -> Bool {
        let now = now
        return try write { (connection) throws(QueueError) in
            try connection.run(
                "UPDATE api_key SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?",
                .moment(now),
                .text(id)
            ) > 0
        }
    }

    /// Says that keys were used.
    public func noteUse(_ moments: [String: Timestamp]) throws(QueueError) {
        if moments.isEmpty { return }
        try write { (connection) throws(QueueError) in
            for (id, moment) in moments.sorted(by: { $0.key < $1.key }) {
                try connection.run(
                    "UPDATE api_key SET last_used_at = max(coalesce(last_used_at, 0), ?) WHERE id = ?",
                    .moment(moment),
                    .text(id)
                )
            }
        }
    }
}

extension Connection {
    fileprivate static let selectKey = """
        SELECT id, digest, name, tenant, scopes, created_at, expires_at, revoked_at, last_used_at FROM api_key
        """
}

extension KeyRecord {
    fileprivate init(_ row: Row) {
        self.init(
            id: row.text(0),
            digest: row.text(1),
            name: row.text(2),
            tenant: row.text(3),
            scopes: KeyRecord.scopes(row.text(4)),
            createdAt: row.moment(5),
            expiresAt: row.optionalMoment(6),
            revokedAt: row.optionalMoment(7),
            lastUsedAt: row.optionalMoment(8)
        )
    }
}
