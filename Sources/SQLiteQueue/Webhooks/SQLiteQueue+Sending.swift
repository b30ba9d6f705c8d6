internal import Access
public import Queueing
public import Webhooks

extension SQLiteQueue {
    /// Takes messages that are due.
    public func claim(_ count: Int, for lease: Duration, load: HostLoad) throws(QueueError) -> [ClaimedDelivery] {
        let now = now
        // Nobody waits for the right to write where there is nothing to do.
        let isAny = try read { (connection) throws(QueueError) in
            try connection.first("SELECT 1 FROM delivery WHERE state = 0 AND due_at <= ? LIMIT 1", .moment(now)) { _ in
                true
            } ?? false
        }
        if !isAny { return [] }
        return try writeSilently { (connection) throws(QueueError) in
            let window = 200
            let due = try connection.all(
                """
                SELECT number, host, tenant, endpoint FROM delivery WHERE state = 0 AND due_at <= ?
                ORDER BY due_at, number LIMIT ?
                """,
                .moment(now),
                .integer(window)
            ) { row in (number: row.integer(0), host: row.text(1), tenant: row.text(2), endpoint: row.text(3)) }
            var load = load
            var claimed: [ClaimedDelivery] = []
            var closed: [String: Timestamp] = [:]
            var skipped: [Int] = []
            for delivery in due {
                if claimed.count >= count { return claimed }
                if load.isFull(delivery.host, delivery.tenant) {
                    skipped.append(delivery.number)
                    continue
                }
                if closed[delivery.endpoint] == nil {
                    let circuit = try connection.circuit(delivery.endpoint)
                    if let admitting = circuit.admitting(now: now) {
                        if admitting != circuit { try connection.keep(admitting, of: delivery.endpoint) }
                        claimed.append(try connection.claim(delivery.number, until: now + lease))
                        load.add(delivery.host, delivery.tenant)
                        continue
                    }
                    closed[delivery.endpoint] = circuit.openUntil ?? now
                }
                try connection.postpone(delivery.number, to: closed[delivery.endpoint] ?? now)
            }
            // What cannot be sent now makes room for others, of which there may be some behind it.
            if due.count == window {
                for number in skipped { try connection.postpone(number, to: now + .milliseconds(250)) }
            }
            return claimed
        }
    }

    /// Says what came of a message.
    public func settle(
        _ claimed: ClaimedDelivery,
        _ attempt: DeliveryAttempt,
        _ fate: DeliveryFate
    ) throws(QueueError) -> Bool {
        let now = now
        let isSettled = try writeSilently { (connection) throws(QueueError) in
            let state: Delivery.State
            var due = now
            switch fate {
            case .delivered: state = .delivered
            case .again(let at, _): (state, due) = (.waiting, at)
            case .dead, .gone: state = .dead
            }
            let isOurs = try connection.run(
                """
                UPDATE delivery SET state = ?, due_at = ?, token = NULL, attempts = attempts + 1, tried = tried + 1,
                    status = ?, error = ?
                WHERE number = ? AND token = ? AND state = 0
                """,
                .integer(state.code),
                .moment(due),
                .optional(attempt.status),
                .text(attempt.error),
                .integer(claimed.delivery.number),
                .text(claimed.token)
            )
            if isOurs == 0 { return false }
            try connection.run(
                """
                INSERT INTO delivery_attempt (delivery, number, at, milliseconds, status, error)
                SELECT number, attempts, ?, ?, ?, ? FROM delivery WHERE number = ?
                """,
                .moment(attempt.at),
                .integer(attempt.duration.inMilliseconds),
                .optional(attempt.status),
                .text(attempt.error),
                .integer(claimed.delivery.number)
            )
            let circuit = try connection.circuit(claimed.endpoint.id)
            let after = circuit.after(isTrouble: fate.isTrouble, now: now)
            if after != circuit { try connection.keep(after, of: claimed.endpoint.id) }
            if case .gone(let reason) = fate {
                _ = try connection.disable(claimed.endpoint.id, reason, now: now)
            }
            return true
        }
        // Who waits for the next message has to know when this one is due again.
        if case .again = fate, isSettled { neighbours.ring() }
        return isSettled
    }

    /// Waits until a message is due.
    public func waitForDeliveries(beside load: HostLoad, timeout: Duration) throws(QueueError) -> Bool {
        try neighbours.wait(timeout) { () throws(QueueError) in
            let now = now
            let due = try read { (connection) throws(QueueError) in try connection.nextDelivery(beside: load) }
            guard let due else { return (nil, nil) }
            return due <= now ? (true, nil) : (nil, due - now)
        } ?? false
    }

    /// Ends all waits on this object.
    public func wakeSenders() { wake() }
}

extension Connection {
    /// When the next message is due that may be sent beside those under way.
    fileprivate func nextDelivery(beside load: HostLoad) throws(QueueError) -> Timestamp? {
        func list(_ names: Set<String>) -> (marks: String, values: [Value]) {
            (names.map { _ in "?" }.joined(separator: ","), names.map { .text($0) })
        }
        let hosts = list(load.fullHosts)
        let tenants = list(load.fullTenants)
        let both = list(load.fullPairs)
        return try all(
            """
            SELECT due_at FROM delivery
            WHERE state = 0 AND host NOT IN (\(hosts.marks)) AND tenant NOT IN (\(tenants.marks))
                AND host || ' ' || tenant NOT IN (\(both.marks))
            ORDER BY due_at LIMIT 1
            """,
            values: hosts.values + tenants.values + both.values
        ) { row in row.moment(0) }.first
    }

    // The column is called `host`, and has the endpoint: a host's trouble is no reason to keep everybody there waiting.
    fileprivate func circuit(_ endpoint: String) throws(QueueError) -> Circuit {
        try first("SELECT failures, open_until FROM circuit WHERE host = ?", .text(endpoint)) { row in
            Circuit(failures: row.integer(0), openUntil: row.optionalMoment(1))
        } ?? Circuit()
    }

    fileprivate func keep(_ circuit: Circuit, of endpoint: String) throws(QueueError) {
        if circuit == Circuit() {
            try run("DELETE FROM circuit WHERE host = ?", .text(endpoint))
            return
        }
        try run(
            """
            INSERT INTO circuit (host, failures, open_until) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET failures = excluded.failures, open_until = excluded.open_until
            """,
            .text(endpoint),
            .integer(circuit.failures),
            .moment(circuit.openUntil)
        )
    }

    fileprivate func postpone(_ number: Int, to moment: Timestamp) throws(QueueError) {
        try run("UPDATE delivery SET due_at = ? WHERE number = ?", .moment(moment), .integer(number))
    }

    fileprivate func claim(_ number: Int, until moment: Timestamp) throws(QueueError) -> ClaimedDelivery {
        let token = RandomBytes.name(16)
        try run(
            "UPDATE delivery SET due_at = ?, token = ? WHERE number = ?",
            .moment(moment),
            .text(token),
            .integer(number)
        )
        let found = try first(
            """
            SELECT \(Self.deliveryColumns), d.tried, \(Self.endpointColumns)
            FROM delivery d JOIN endpoint e ON e.id = d.endpoint WHERE d.number = ?
            """,
            .integer(number)
        ) { (row) throws(QueueError) in
            let columns = Delivery.columnCount
            return ClaimedDelivery(
                delivery: try Delivery(row),
                endpoint: try Endpoint(row, from: columns + 1),
                tried: row.integer(columns),
                token: token
            )
        }
        guard let found else { throw .machinery(operation: "send a message", detail: "message \(number) is gone") }
        return found
    }
}
