public import Queueing
public import Webhooks

extension SQLiteQueue {
    /// A message with its tries.
    public func delivery(_ id: String) throws(QueueError) -> (delivery: Delivery, attempts: [DeliveryAttempt])? {
        try read { (connection) throws(QueueError) in
            guard let delivery = try connection.delivery(id) else { return nil }
            let attempts = try connection.all(
                "SELECT number, at, milliseconds, status, error FROM delivery_attempt WHERE delivery = ? ORDER BY number",
                .integer(delivery.number)
            ) { row in
                DeliveryAttempt(
                    number: row.integer(0),
                    at: row.moment(1),
                    duration: .milliseconds(row.integer(2)),
                    status: row.optionalInteger(3),
                    error: row.text(4)
                )
            }
            return (delivery, attempts)
        }
    }

    /// Messages to which `filter` applies, the newest first.
    public func deliveries(_ filter: DeliveryFilter, before: Int?, limit: Int) throws(QueueError) -> [Delivery] {
        let condition = filter.condition
        return try read { (connection) throws(QueueError) in
            try connection.all(
                """
                SELECT \(Connection.deliveryColumns) FROM delivery d
                WHERE \(condition.text) AND number < ? ORDER BY number DESC LIMIT ?
                """,
                values: condition.values + [.integer(before ?? .max), .integer(max(1, min(1000, limit)))]
            ) { (row) throws(QueueError) in try Delivery(row) }
        }
    }

    /// Sends messages again.
    public func replay(_ filter: DeliveryFilter, limit: Int) throws(QueueError) -> Int {
        if filter.state == .waiting { return 0 }
        var filter = filter
        filter.state = filter.state ?? .dead
        let condition = filter.condition
        let now = now
        return try write { (connection) throws(QueueError) in
            let numbers = try connection.all(
                """
                SELECT number FROM delivery d WHERE \(condition.text)
                    AND EXISTS (SELECT 1 FROM endpoint e WHERE e.id = d.endpoint AND e.disabled IS NULL)
                ORDER BY number LIMIT ?
                """,
                values: condition.values + [.integer(max(0, limit))]
            ) { row in row.integer(0) }
            for number in numbers { try connection.sendAgain(number, now: now) }
            return numbers.count
        }
    }

    /// Sends one message again.
    public func replay(_ id: String) throws(QueueError) {
        let now = now
        try write { (connection) throws(QueueError) in
            guard let delivery = try connection.delivery(id) else {
                throw .invalid("there is no message '\(id)'; `assay webhooks list` shows what there is")
            }
            if let reason = try connection.endpoint(delivery.endpoint)?.disabled {
                throw .invalid("endpoint \(delivery.endpoint) is told nothing any more (\(reason)); enable it first")
            }
            try connection.run("DELETE FROM circuit WHERE host = ?", .text(delivery.endpoint))
            try connection.sendAgain(delivery.number, now: now)
        }
    }

    /// How many messages are in each state.
    public func deliveryCounts() throws(QueueError) -> [Delivery.State: Int] {
        try read { (connection) throws(QueueError) in
            var counts: [Delivery.State: Int] = [:]
            let rows = try connection.all("SELECT state, count(*) FROM delivery GROUP BY state") {
                (row) throws(QueueError) in (try Delivery.State(code: row.integer(0)), row.integer(1))
            }
            for (state, count) in rows { counts[state] = count }
            return counts
        }
    }

    /// Removes messages whose end came long ago.
    public func forgetDeliveries(olderThan age: Duration) throws(QueueError) -> Int {
        let now = now
        return try writeSilently { (connection) throws(QueueError) in
            let removed = try connection.run(
                """
                DELETE FROM delivery WHERE number IN (
                    SELECT number FROM delivery WHERE state > 0 AND due_at < ? ORDER BY due_at LIMIT 1000
                )
                """,
                .moment(now - age)
            )
            try connection.run(
                """
                DELETE FROM endpoint WHERE id IN (
                    SELECT id FROM endpoint e WHERE standing = 0 AND created_at < ?
                        AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.endpoint = e.id)
                        AND NOT EXISTS (SELECT 1 FROM job WHERE job.webhook = e.id AND job.webhook IS NOT NULL AND state < 2)
                    LIMIT 100
                )
                """,
                .moment(now - age)
            )
            try connection.run(
                "DELETE FROM circuit WHERE NOT EXISTS (SELECT 1 FROM endpoint e WHERE e.id = circuit.host)"
            )
            return removed
        }
    }
}

extension DeliveryFilter {
    fileprivate var condition: Condition {
        var condition = Condition(text: "1", values: [])
        func add(_ text: String, _ value: Value) {
            condition.text += " AND d.\(text) = ?"
            condition.values.append(value)
        }
        if let state { add("state", .integer(state.code)) }
        if let tenant { add("tenant", .text(tenant)) }
        if let endpoint { add("endpoint", .text(endpoint)) }
        if let job { add("job", .optional(job.code)) }
        if let key {
            condition.text += """
                 AND EXISTS (
                    SELECT 1 FROM endpoint e WHERE e.id = d.endpoint AND (e.api_key = ? OR e.standing = 0
                        AND EXISTS (SELECT 1 FROM job j WHERE j.id = d.job AND j.api_key = ?))
                )
                """
            condition.values += [.text(key), .text(key)]
        }
        return condition
    }
}

extension Connection {
    /// The columns of a table `d` of messages.
    static let deliveryColumns = """
        d.number, d.id, d.endpoint, d.host, d.tenant, d.job, d.kind, d.at, d.problem, d.language, d.verdict, d.score,
        d.reason, d.state, d.attempts, d.due_at, d.status, d.error
        """

    fileprivate func delivery(_ id: String) throws(QueueError) -> Delivery? {
        try first("SELECT \(Self.deliveryColumns) FROM delivery d WHERE id = ?", .text(id)) {
            (row) throws(QueueError) in
            try Delivery(row)
        }
    }

    fileprivate func sendAgain(_ number: Int, now: Timestamp) throws(QueueError) {
        try run(
            "UPDATE delivery SET state = 0, tried = 0, due_at = ?, token = NULL WHERE number = ?",
            .moment(now),
            .integer(number)
        )
    }
}

extension Delivery {
    static let columnCount: CInt = 18

    /// The message that stands in a row's first columns.
    init(_ row: Row) throws(QueueError) {
        guard let kind = Endpoint.Kind(rawValue: row.text(6)) else {
            throw .machinery(operation: "read a message", detail: "there is no kind '\(row.text(6))'")
        }
        self.init(
            number: row.integer(0),
            id: row.text(1),
            endpoint: row.text(2),
            host: row.text(3),
            tenant: row.text(4),
            job: JobID(code: row.integer(5)),
            kind: kind,
            at: row.moment(7),
            problem: row.text(8),
            language: row.text(9),
            verdict: row.optionalText(10),
            score: row.optionalReal(11),
            reason: row.optionalText(12),
            state: try State(code: row.integer(13)),
            attempts: row.integer(14),
            dueAt: row.moment(15),
            status: row.optionalInteger(16),
            error: row.text(17)
        )
    }
}

extension Delivery.State {
    /// The state as the database has it; the schema's partial indexes are written for these numbers.
    var code: Int {
        switch self {
        case .waiting: 0
        case .delivered: 1
        case .dead: 2
        }
    }

    init(code: Int) throws(QueueError) {
        guard let state = Delivery.State.allCases.first(where: { $0.code == code }) else {
            throw .machinery(operation: "read a message", detail: "there is no state \(code)")
        }
        self = state
    }
}
