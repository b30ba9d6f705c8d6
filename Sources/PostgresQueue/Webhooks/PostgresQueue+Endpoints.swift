public import Queueing
public import Webhooks

extension PostgresQueue: WebhookStore {
    /// Keeps an endpoint.
    public func add(_ endpoint: Endpoint) throws(QueueError) -> Endpoint {
        try run("keep an endpoint") { (session, _) throws(PostgresFailure) in
            _ = try session(
                """
                INSERT INTO @endpoints
                    (id, tenant, api_key, url, host, secret, style, kinds, standing, created_at, disabled)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::boolean, $10::bigint, $11) ON CONFLICT DO NOTHING
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
                .int(endpoint.createdAt.milliseconds),
                .optional(endpoint.disabled)
            )
            return try EndpointRow.find(endpoint.id, session) ?? endpoint
        }
    }

    /// The endpoint of that name.
    public func endpoint(_ id: String) throws(QueueError) -> Endpoint? {
        try run("look up an endpoint") { (session, _) throws(PostgresFailure) in try EndpointRow.find(id, session) }
    }

    /// Endpoints that are told of all submissions.
    public func endpoints(
        of tenant: String?,
        key: String?,
        after place: EndpointPlace?,
        limit: Int
    ) throws(QueueError) -> [Endpoint] {
        try run("list endpoints") { (session, _) throws(PostgresFailure) in
            let rows = try session(
                """
                SELECT \(EndpointRow.columns) FROM @endpoints e
                WHERE standing AND ($1::text IS NULL OR tenant = $1) AND ($2::text IS NULL OR api_key = $2)
                    AND ($3::bigint IS NULL OR (created_at, id) > ($3::bigint, $4::text))
                ORDER BY created_at, id LIMIT $5::int
                """,
                .optional(tenant),
                .optional(key),
                .optional(place?.createdAt.milliseconds),
                .optional(place?.id),
                .int(limit)
            )
            return try rows.map { row throws(PostgresFailure) in try EndpointRow.endpoint(row, from: 0) }
        }
    }

    /// A secret of the database's own.
    public func ownSecret() throws(QueueError) -> String {
        try run("read the database's own secret") { (session, _) throws(PostgresFailure) in
            guard let row = try session("SELECT secret FROM @origin").first else {
                throw .ruled(.machinery(operation: "read the database's own secret", detail: "it is gone"))
            }
            return try row.text(0)
        }
    }

    /// Removes an endpoint with its messages.
    public func removeEndpoint(_ id: String) throws(QueueError) -> Bool {
        try run("remove an endpoint") { (session, again) throws(PostgresFailure) in
            try !session("DELETE FROM @endpoints WHERE id = $1 RETURNING 1", .text(id)).isEmpty || again
        }
    }

    /// Has an endpoint be told nothing any more, or be told again.
    public func disableEndpoint(_ id: String, _ reason: String?) throws(QueueError) -> Bool {
        try run("disable an endpoint") { (session, _) throws(PostgresFailure) in
            try session.transaction { () throws(PostgresFailure) in
                try EndpointRow.disable(id, reason, now: self.now, session)
            }
        }
    }
}

enum EndpointRow {
    /// The columns of a table `e` of endpoints.
    static let columns = """
        e.id, e.tenant, e.api_key, e.url, e.host, e.secret, e.style, e.kinds, e.standing, e.created_at, e.disabled
        """

    static func find(_ id: String, _ session: Session) throws(PostgresFailure) -> Endpoint? {
        guard let row = try session("SELECT \(columns) FROM @endpoints e WHERE id = $1", .text(id)).first else {
            return nil
        }
        return try endpoint(row, from: 0)
    }

    static func disable(
        _ id: String,
        _ reason: String?,
        now: Timestamp,
        _ session: Session
    ) throws(PostgresFailure) -> Bool {
        let isThere = try !session(
            "UPDATE @endpoints SET disabled = $2 WHERE id = $1 RETURNING 1",
            .text(id),
            .optional(reason)
        ).isEmpty
        if let reason {
            _ = try session(
                """
                UPDATE @deliveries SET state = 'dead', due_at = $2::bigint, token = NULL, error = $3
                WHERE endpoint = $1 AND state = 'waiting'
                """,
                .text(id),
                .int(now.milliseconds),
                .text("the endpoint is told nothing any more: \(reason)")
            )
        }
        return isThere
    }

    /// The endpoint that stands in a row from that column on.
    static func endpoint(_ row: Row, from column: Int) throws(PostgresFailure) -> Endpoint {
        let id = try row.text(column)
        guard let secret = WebhookSecret(try row.text(column + 5)) else {
            throw .ruled(.machinery(operation: "read endpoint \(id)", detail: "its secret is damaged"))
        }
        let text = try row.text(column + 3)
        let url: EndpointURL
        do throws(EndpointFlaw) {
            url = try EndpointURL(text)
        } catch {
            throw .ruled(.machinery(operation: "read endpoint \(id)", detail: "its URL is damaged: \(error)"))
        }
        return Endpoint(
            id: id,
            tenant: try row.text(column + 1),
            key: try row.optionalText(column + 2),
            url: url,
            secret: secret,
            style: try row.text(column + 6),
            kinds: Endpoint.kinds(try row.text(column + 7)),
            isStanding: try row.flag(column + 8),
            createdAt: Timestamp(milliseconds: try row.int(column + 9)),
            disabled: try row.optionalText(column + 10)
        )
    }
}
