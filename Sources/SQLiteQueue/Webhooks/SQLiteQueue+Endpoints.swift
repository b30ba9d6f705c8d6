public import Queueing
public import Webhooks

extension SQLiteQueue: WebhookStore {
    /// Keeps an endpoint.
    public func add(_ endpoint: Endpoint) throws(QueueError) -> Endpoint {
        try writeSilently { (connection) throws(QueueError) in
            try connection.run(
                """
                INSERT OR IGNORE INTO endpoint
                    (id, tenant, api_key, url, host, secret, style, kinds, standing, created_at, disabled)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                .text(endpoint.id),
                .text(endpoint.tenant),
                .optional(endpoint.key),
                .text(endpoint.url),
                .text(endpoint.host),
                .text(endpoint.secret.text),
                .text(endpoint.style),
                .text(endpoint.kindText),
                .flag(endpoint.isStanding),
                .moment(endpoint.createdAt),
                .optional(endpoint.disabled)
            )
            return try connection.endpoint(endpoint.id) ?? endpoint
        }
    }

    /// The endpoint of that name.
    public func endpoint(_ id: String) throws(QueueError) -> Endpoint? {
        try read { (connection) throws(QueueError) in try connection.endpoint(id) }
    }

    /// Endpoints that are told of all submissions.
    public func endpoints(
        of tenant: String?,
        key: String?,
        after place: EndpointPlace?,
        limit: Int
    ) throws(QueueError) -> [Endpoint] {
        try read { (connection) throws(QueueError) in
            try connection.all(
                """
                SELECT \(Connection.endpointColumns) FROM endpoint e
                WHERE standing = 1 AND (?1 IS NULL OR tenant = ?1) AND (?2 IS NULL OR api_key = ?2)
                    AND (?3 IS NULL OR (created_at, id) > (?3, ?4))
                ORDER BY created_at, id LIMIT ?5
                """,
                .optional(tenant),
                .optional(key),
                .moment(place?.createdAt),
                .optional(place?.id),
                .integer(limit)
            ) { (row) throws(QueueError) in try Endpoint(row, from: 0) }
        }
    }

    /// A secret of the database's own.
    public func ownSecret() throws(QueueError) -> String {
        let secret = try read { (connection) throws(QueueError) in
            try connection.first("SELECT secret FROM origin") { row in row.text(0) }
        }
        guard let secret else { throw .machinery(operation: "read the database's own secret", detail: "it is gone") }
        return secret
    }

    /// Removes an endpoint with its messages.
    public func removeEndpoint(_ id: String) throws(QueueError) -> Bool {
        try writeSilently { (connection) throws(QueueError) in
            try connection.run("DELETE FROM endpoint WHERE id = ?", .text(id)) > 0
        }
    }

    /// Has an endpoint be told nothing any more, or be told again.
    public func disableEndpoint(_ id: String, _ reason: String?) throws(QueueError) -> Bool {
        let now = now
        return try writeSilently { (connection) throws(QueueError) in
            try connection.disable(id, reason, now: now)
        }
    }
}

extension Connection {
    /// The columns of a table `e` of endpoints.
    static let endpointColumns = """
        e.id, e.tenant, e.api_key, e.url, e.host, e.secret, e.style, e.kinds, e.standing, e.created_at, e.disabled
        """

    func endpoint(_ id: String) throws(QueueError) -> Endpoint? {
        try first("SELECT \(Self.endpointColumns) FROM endpoint e WHERE id = ?", .text(id)) {
            (row) throws(QueueError) in
            try Endpoint(row, from: 0)
        }
    }

    func disable(_ id: String, _ reason: String?, now: Timestamp) throws(QueueError) -> Bool {
        let isThere = try run("UPDATE endpoint SET disabled = ? WHERE id = ?", .optional(reason), .text(id)) > 0
        if let reason {
            try run(
                """
                UPDATE delivery SET state = 2, due_at = ?, token = NULL, error = ? WHERE endpoint = ? AND state = 0
                """,
                .moment(now),
                .text("the endpoint is told nothing any more: \(reason)"),
                .text(id)
            )
        }
        return isThere
    }
}

extension Endpoint {
    /// The endpoint that stands in a row from that column on.
    init(_ row: Row, from column: CInt) throws(QueueError) {
        let id = row.text(column)
        guard let secret = WebhookSecret(row.text(column + 5)) else {
            throw .machinery(operation: "read endpoint \(id)", detail: "its secret is damaged")
        }
        let url: EndpointURL
        do throws(EndpointFlaw) {
            url = try EndpointURL(row.text(column + 3))
        } catch {
            throw .machinery(operation: "read endpoint \(id)", detail: "its URL is damaged: \(error)")
        }
        self.init(
            id: id,
            tenant: row.text(column + 1),
            key: row.optionalText(column + 2),
            url: url,
            secret: secret,
            style: row.text(column + 6),
            kinds: Endpoint.kinds(row.text(column + 7)),
            isStanding: row.flag(column + 8),
            createdAt: row.moment(column + 9),
            disabled: row.optionalText(column + 10)
        )
    }
}
