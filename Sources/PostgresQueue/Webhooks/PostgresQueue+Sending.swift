internal import Access
public import Queueing
public import Webhooks

extension PostgresQueue {
    /// Takes messages that are due.
    public func claim(_ count: Int, for lease: Duration, load: HostLoad) throws(QueueError) -> [ClaimedDelivery] {
        try run("take messages") { (session, _) throws(PostgresFailure) in
            let isAny = try session(
                "SELECT 1 FROM @deliveries WHERE state = 'waiting' AND due_at <= $1::bigint LIMIT 1",
                .int(self.now.milliseconds)
            )
            if isAny.isEmpty { return [] }
            return try session.transaction { () throws(PostgresFailure) in
                try self.claim(count, lease, load, session)
            }
        }
    }

    private func claim(
        _ count: Int,
        _ lease: Duration,
        _ load: HostLoad,
        _ session: Session
    ) throws(PostgresFailure) -> [ClaimedDelivery] {
        let now = now
        let window = 200
        let due = try session(
            """
            SELECT number, host, tenant, endpoint FROM @deliveries WHERE state = 'waiting' AND due_at <= $1::bigint
            ORDER BY due_at, number LIMIT $2::int FOR UPDATE SKIP LOCKED
            """,
            .int(now.milliseconds),
            .int(window)
        )
        var load = load
        var claimed: [ClaimedDelivery] = []
        var closed: [String: Timestamp] = [:]
        var skipped: [Int] = []
        var later: [(number: Int, until: Timestamp)] = []
        for row in due {
            if claimed.count >= count { break }
            let number = try row.int(0)
            let host = try row.text(1)
            let tenant = try row.text(2)
            let endpoint = try row.text(3)
            if load.isFull(host, tenant) {
                skipped.append(number)
                continue
            }
            if closed[endpoint] == nil {
                let circuit = try Circuits.find(endpoint, session)
                if let admitting = circuit.admitting(now: now) {
                    if admitting != circuit { try Circuits.keep(admitting, of: endpoint, session) }
                    claimed.append(try take(number, until: now + lease, session))
                    load.add(host, tenant)
                    continue
                }
                closed[endpoint] = circuit.openUntil ?? now
            }
            later.append((number, closed[endpoint] ?? now))
        }
        // What cannot be sent now makes room for others, of which there may be some behind it.
        if due.count == window, claimed.count < count {
            later += skipped.map { ($0, now + .milliseconds(250)) }
        }
        if !later.isEmpty {
            _ = try session(
                """
                UPDATE @deliveries d SET due_at = l.until
                FROM unnest($1::bigint[], $2::bigint[]) AS l (number, until) WHERE d.number = l.number
                """,
                .ints(later.map(\.number)),
                .ints(later.map(\.until.milliseconds))
            )
        }
        return claimed
    }

    private func take(
        _ number: Int,
        until moment: Timestamp,
        _ session: Session
    ) throws(PostgresFailure) -> ClaimedDelivery {
        let token = RandomBytes.name(16)
        _ = try session(
            "UPDATE @deliveries SET due_at = $2::bigint, token = $3 WHERE number = $1::bigint",
            .int(number),
            .int(moment.milliseconds),
            .text(token)
        )
        let rows = try session(
            """
            SELECT \(DeliveryRow.columns), d.tried, \(EndpointRow.columns)
            FROM @deliveries d JOIN @endpoints e ON e.id = d.endpoint WHERE d.number = $1::bigint
            """,
            .int(number)
        )
        guard let row = rows.first else {
            throw .ruled(.machinery(operation: "send a message", detail: "message \(number) is gone"))
        }
        return ClaimedDelivery(
            delivery: try DeliveryRow.delivery(row),
            endpoint: try EndpointRow.endpoint(row, from: DeliveryRow.count + 1),
            tried: try row.int(DeliveryRow.count),
            token: token
        )
    }

    /// Ends all waits on this object.
    public func wakeSenders() { wake() }

    /// Says what came of a message.
    public func settle(
        _ claimed: ClaimedDelivery,
        _ attempt: DeliveryAttempt,
        _ fate: DeliveryFate
    ) throws(QueueError) -> Bool {
        try run("settle a message") { (session, again) throws(PostgresFailure) in
            if again {
                let isDone = try session(
                    "SELECT 1 FROM @delivery_attempts WHERE delivery = $1::bigint AND token = $2",
                    .int(claimed.delivery.number),
                    .text(claimed.token)
                )
                if !isDone.isEmpty { return true }
            }
            return try session.transaction { () throws(PostgresFailure) in
                try self.settle(claimed, attempt, fate, session)
            }
        }
    }

    private func settle(
        _ claimed: ClaimedDelivery,
        _ attempt: DeliveryAttempt,
        _ fate: DeliveryFate,
        _ session: Session
    ) throws(PostgresFailure) -> Bool {
        let now = now
        let state: Delivery.State
        var due = now
        switch fate {
        case .delivered: state = .delivered
        case .again(let at, _): (state, due) = (.waiting, at)
        case .dead, .gone: state = .dead
        }
        let ours = try session(
            """
            WITH settled AS (
                UPDATE @deliveries SET state = $3, due_at = $4::bigint, token = NULL, attempts = attempts + 1,
                    tried = tried + 1, status = $5::int, error = $6
                WHERE number = $1::bigint AND token = $2 AND state = 'waiting' RETURNING number, attempts
            )
            INSERT INTO @delivery_attempts (delivery, number, at, milliseconds, status, error, token)
            SELECT number, attempts, $7::bigint, $8::bigint, $5::int, $6, $2 FROM settled RETURNING 1
            """,
            .int(claimed.delivery.number),
            .text(claimed.token),
            .text(state.rawValue),
            .int(due.milliseconds),
            .optional(attempt.status),
            .text(attempt.error),
            .int(attempt.at.milliseconds),
            .int(attempt.duration.inMilliseconds)
        )
        if ours.isEmpty { return false }
        // Who waits for the next message has to know when this one is due again.
        if case .again = fate { session.news.insert(.delivery) }
        let circuit = try Circuits.find(claimed.endpoint.id, session)
        let after = circuit.after(isTrouble: fate.isTrouble, now: now)
        if after != circuit { try Circuits.keep(after, of: claimed.endpoint.id, session) }
        if case .gone(let reason) = fate {
            _ = try EndpointRow.disable(claimed.endpoint.id, reason, now: now, session)
        }
        return true
    }
}

/// The column is called `host`, and has the endpoint: a host's trouble is no reason to keep everybody there waiting.
private enum Circuits {
    static func find(_ endpoint: String, _ session: Session) throws(PostgresFailure) -> Circuit {
        let rows = try session("SELECT failures, open_until FROM @circuits WHERE host = $1 FOR UPDATE", .text(endpoint))
        guard let row = rows.first else { return Circuit() }
        return Circuit(failures: try row.int(0), openUntil: try JobRow.time(row, 1))
    }

    static func keep(_ circuit: Circuit, of endpoint: String, _ session: Session) throws(PostgresFailure) {
        if circuit == Circuit() {
            _ = try session("DELETE FROM @circuits WHERE host = $1", .text(endpoint))
            return
        }
        _ = try session(
            """
            INSERT INTO @circuits (host, failures, open_until) VALUES ($1, $2::int, $3::bigint)
            ON CONFLICT (host) DO UPDATE SET failures = excluded.failures, open_until = excluded.open_until
            """,
            .text(endpoint),
            .int(circuit.failures),
            .optional(circuit.openUntil?.milliseconds)
        )
    }
}
