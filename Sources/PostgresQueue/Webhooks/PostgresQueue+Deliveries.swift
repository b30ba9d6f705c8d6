public import Queueing
public import Webhooks

extension PostgresQueue {
    /// A message with its tries.
    public func delivery(_ id: String) throws(QueueError) -> (delivery: Delivery, attempts: [DeliveryAttempt])? {
        try run("look up a message") { (session, _) throws(PostgresFailure) in
            guard let delivery = try DeliveryRow.find(id, session) else { return nil }
            let rows = try session(
                """
                SELECT number, at, milliseconds, status, error FROM @delivery_attempts
                WHERE delivery = $1::bigint ORDER BY number
                """,
                .int(delivery.number)
            )
            let attempts = try rows.map { row throws(PostgresFailure) in
                DeliveryAttempt(
                    number: try row.int(0),
                    at: Timestamp(milliseconds: try row.int(1)),
                    duration: .milliseconds(try row.int(2)),
                    status: try row.optionalInt(3),
                    error: try row.text(4)
                )
            }
            return (delivery, attempts)
        }
    }

    /// Messages to which `filter` applies, the newest first.
    public func deliveries(_ filter: DeliveryFilter, before: Int?, limit: Int) throws(QueueError) -> [Delivery] {
        let (condition, parameters) = filter.condition
        let bounds: [Parameter] = [.int(before ?? .max), .int(max(1, min(1000, limit)))]
        return try run("list messages") { (session, _) throws(PostgresFailure) in
            let rows = try session.run(
                """
                SELECT \(DeliveryRow.columns) FROM @deliveries d
                WHERE \(condition) AND number < $\(parameters.count + 1)::bigint
                ORDER BY number DESC LIMIT $\(parameters.count + 2)::int
                """,
                parameters + bounds
            )
            return try rows.map { row throws(PostgresFailure) in try DeliveryRow.delivery(row) }
        }
    }

    /// Sends messages again.
    public func replay(_ filter: DeliveryFilter, limit: Int) throws(QueueError) -> Int {
        if filter.state == .waiting { return 0 }
        var filter = filter
        filter.state = filter.state ?? .dead
        let (condition, parameters) = filter.condition
        let place = parameters.count + 1
        return try run("send messages again") { (session, _) throws(PostgresFailure) in
            session.news.insert(.delivery)
            return try session.run(
                """
                UPDATE @deliveries SET state = 'waiting', tried = 0, due_at = $\(place)::bigint, token = NULL
                WHERE number IN (
                    SELECT number FROM @deliveries d WHERE \(condition)
                        AND EXISTS (SELECT 1 FROM @endpoints e WHERE e.id = d.endpoint AND e.disabled IS NULL)
                    ORDER BY number LIMIT $\(place + 1)::int FOR UPDATE SKIP LOCKED
                ) RETURNING 1
                """,
                parameters + [.int(self.now.milliseconds), .int(max(0, min(limit, 1_000_000)))]
            ).count
        }
    }

    /// Sends one message again.
    public func replay(_ id: String) throws(QueueError) {
        try run("send a message again") { (session, _) throws(PostgresFailure) in
            try session.transaction { () throws(PostgresFailure) in
                guard let delivery = try DeliveryRow.find(id, session) else {
                    throw .ruled(.invalid("there is no message '\(id)'; `assay webhooks list` shows what there is"))
                }
                if let reason = try EndpointRow.find(delivery.endpoint, session)?.disabled {
                    throw .ruled(
                        .invalid("endpoint \(delivery.endpoint) is told nothing any more (\(reason)); enable it first")
                    )
                }
                _ = try session("DELETE FROM @circuits WHERE host = $1", .text(delivery.endpoint))
                _ = try session(
                    """
                    UPDATE @deliveries SET state = 'waiting', tried = 0, due_at = $2::bigint, token = NULL
                    WHERE number = $1::bigint
                    """,
                    .int(delivery.number),
                    .int(self.now.milliseconds)
                )
                session.news.insert(.delivery)
            }
        }
    }

    /// How many messages are in each state.
    public func deliveryCounts() throws(QueueError) -> [Delivery.State: Int] {
        try run("count messages") { (session, _) throws(PostgresFailure) in
            var counts: [Delivery.State: Int] = [:]
            for row in try session("SELECT state, count(*) FROM @deliveries GROUP BY state") {
                if let state = Delivery.State(rawValue: try row.text(0)) { counts[state] = try row.int(1) }
            }
            return counts
        }
    }

    /// Removes messages whose end came long ago.
    public func forgetDeliveries(olderThan age: Duration) throws(QueueError) -> Int {
        try run("tidy messages") { (session, _) throws(PostgresFailure) in
            let before = Parameter.int((self.now - age).milliseconds)
            let removed = try session(
                """
                DELETE FROM @deliveries WHERE number IN (
                    SELECT number FROM @deliveries WHERE state <> 'waiting' AND due_at < $1::bigint
                    ORDER BY due_at LIMIT 1000 FOR UPDATE SKIP LOCKED
                ) RETURNING 1
                """,
                before
            ).count
            _ = try session(
                """
                DELETE FROM @endpoints WHERE id IN (
                    SELECT id FROM @endpoints e WHERE NOT standing AND created_at < $1::bigint
                        AND NOT EXISTS (SELECT 1 FROM @deliveries d WHERE d.endpoint = e.id)
                        AND NOT EXISTS (
                            SELECT 1 FROM @jobs j WHERE j.webhook = e.id AND j.webhook IS NOT NULL AND j.ended_at IS NULL
                        )
                    LIMIT 100
                )
                """,
                before
            )
            _ = try session(
                "DELETE FROM @circuits c WHERE NOT EXISTS (SELECT 1 FROM @endpoints e WHERE e.id = c.host)"
            )
            return removed
        }
    }
}

extension DeliveryFilter {
    /// The condition on a table `d` of messages, with its parameters from `$1` on.
    fileprivate var condition: (text: String, parameters: [Parameter]) {
        var text = "true"
        var parameters: [Parameter] = []
        func add(_ column: String, _ value: String?) {
            guard let value else { return }
            parameters.append(.text(value))
            text += " AND d.\(column) = $\(parameters.count)"
        }
        add("state", state?.rawValue)
        add("tenant", tenant)
        add("endpoint", endpoint)
        add("job", job?.rawValue)
        if let key {
            parameters.append(.text(key))
            text += """
                 AND EXISTS (
                    SELECT 1 FROM @endpoints e WHERE e.id = d.endpoint AND (e.api_key = $\(parameters.count)
                        OR NOT e.standing AND EXISTS (
                            SELECT 1 FROM @jobs j WHERE j.id = d.job AND j.api_key = $\(parameters.count)
                        ))
                )
                """
        }
        return (text, parameters)
    }
}

enum DeliveryRow {
    /// The columns of a table `d` of messages.
    static let columns = """
        d.number, d.id, d.endpoint, d.host, d.tenant, d.job, d.kind, d.at, d.problem, d.language, d.verdict, d.score,
        d.reason, d.state, d.attempts, d.due_at, d.status, d.error
        """
    static let count = 18

    static func find(_ id: String, _ session: Session) throws(PostgresFailure) -> Delivery? {
        guard let row = try session("SELECT \(columns) FROM @deliveries d WHERE id = $1", .text(id)).first else {
            return nil
        }
        return try delivery(row)
    }

    /// The message that stands in a row's first columns.
    static func delivery(_ row: Row) throws(PostgresFailure) -> Delivery {
        guard let kind = Endpoint.Kind(rawValue: try row.text(6)),
            let state = Delivery.State(rawValue: try row.text(13))
        else { throw .ruled(.machinery(operation: "read a message", detail: "its kind or state is unknown")) }
        return Delivery(
            number: try row.int(0),
            id: try row.text(1),
            endpoint: try row.text(2),
            host: try row.text(3),
            tenant: try row.text(4),
            job: JobID(rawValue: try row.text(5)),
            kind: kind,
            at: Timestamp(milliseconds: try row.int(7)),
            problem: try row.text(8),
            language: try row.text(9),
            verdict: try row.optionalText(10),
            score: try row.optionalReal(11),
            reason: try row.optionalText(12),
            state: state,
            attempts: try row.int(14),
            dueAt: Timestamp(milliseconds: try row.int(15)),
            status: try row.optionalInt(16),
            error: try row.text(17)
        )
    }
}
