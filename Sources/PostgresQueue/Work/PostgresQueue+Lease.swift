internal import Linux
public import Queueing

extension PostgresQueue {
    /// Gives out up to `count` jobs that a worker with these labels can take, the ones whose turn it is.
    public func lease(_ count: Int, for worker: WorkerID, labels: LabelSet) throws(QueueError) -> [Lease] {
        // Chosen here, so that leases whose giving was not answered are found again.
        let tokens = (0..<max(0, min(count, 1000))).map { _ in LeaseToken.random() }
        if tokens.isEmpty { return [] }
        return try run("lease jobs") { (session, again) throws(PostgresFailure) in
            if again {
                let leases = try self.leases(under: tokens, worker, session)
                if !leases.isEmpty { return leases }
            }
            let look = try self.look(session, worker: worker, labels: labels)
            guard let state = look.workerState else {
                throw .ruled(.invalid("worker \(worker) was not registered"))
            }
            if state == WorkerRecord.State.gone.rawValue { throw .ruled(.invalid("worker \(worker) is gone")) }
            if look.isExpired { try self.takeBackExpired(session) }
            if look.isDue { try self.readyDue(session) }
            let isReady =
                try look.isExpired || look.isDue
                ? self.look(session, worker: worker, labels: labels).isReady : look.isReady
            if !isReady { return [] }
            // Jobs that others are leasing at this moment are passed over; look further where all of them were.
            for width in [tokens.count + 16, 4 * tokens.count + 128, 4096] {
                let leases = try self.lease(tokens, worker, labels, width: width, session)
                if !leases.isEmpty { return leases }
            }
            return []
        }
    }

    /// What there is for a worker.
    struct Look {
        var workerState: String?
        var isReady: Bool
        /// Whether there are jobs whose time has come.
        var isDue: Bool
        /// Whether there are leases that have run out.
        var isExpired: Bool
        /// When the next job's time comes, or the next lease runs out.
        var next: Timestamp?
    }

    func look(_ session: Session, worker: WorkerID?, labels: LabelSet) throws(PostgresFailure) -> Look {
        while true {
            let count = labelSets.count
            let rows = try session(
                """
                SELECT (SELECT state FROM @workers WHERE id = $1),
                    EXISTS (
                        SELECT 1 FROM unnest($2::int[]) AS s (id)
                        WHERE EXISTS (SELECT 1 FROM @jobs j WHERE j.ready AND j.label_set = s.id)
                    ),
                    (SELECT due_at FROM @jobs WHERE state = 'queued' AND NOT ready ORDER BY due_at LIMIT 1),
                    (SELECT expires_at FROM @jobs WHERE state = 'running' ORDER BY expires_at LIMIT 1),
                    (SELECT count(*) FROM @label_sets),
                    (extract(epoch FROM clock_timestamp() - pg_postmaster_start_time()) * 1000)::bigint
                """,
                .optional(worker?.rawValue),
                .ints(labelSets.fitting(labels))
            )
            guard let row = rows.first else { throw .lost("no answer") }
            if try row.int(4) != count {
                try labelSets.load(session)
                continue
            }
            let now = now
            let due = try JobRow.time(row, 2)
            var expiry = try JobRow.time(row, 3)
            // While the server was away no worker could say that it lives; they are given the time of a lease for it.
            if usesServerClock, let found = expiry {
                expiry = max(found, now + settings.lease - .milliseconds(try row.int(5)))
            }
            return Look(
                workerState: try row.optionalText(0),
                isReady: try row.flag(1),
                isDue: due.map { $0 <= now } ?? false,
                isExpired: expiry.map { $0 <= now } ?? false,
                next: [due, expiry].compactMap { $0 }.min()
            )
        }
    }

    private func lease(
        _ tokens: [LeaseToken],
        _ worker: WorkerID,
        _ labels: LabelSet,
        width: Int,
        _ session: Session
    ) throws(PostgresFailure) -> [Lease] {
        let now = now
        let until = now + settings.lease
        let rows = try session(
            """
            WITH candidates AS MATERIALIZED (
                SELECT c.* FROM unnest($1::int[]) AS s (id)
                CROSS JOIN LATERAL (
                    SELECT number, priority, turn FROM @jobs WHERE ready AND label_set = s.id
                    ORDER BY priority DESC, turn, number LIMIT $2::int
                ) AS c
                ORDER BY c.priority DESC, c.turn, c.number LIMIT $2::int
            ),
            taken AS MATERIALIZED (
                SELECT j.number, j.priority AS priority, j.turn AS turn
                FROM candidates c JOIN @jobs j ON j.number = c.number
                WHERE j.ready
                ORDER BY c.priority DESC, c.turn, c.number LIMIT $3::int FOR UPDATE OF j SKIP LOCKED
            ),
            placed AS MATERIALIZED (
                SELECT number, row_number() OVER (ORDER BY priority DESC, turn, number) AS place FROM taken
            ),
            first AS MATERIALIZED (SELECT \(EventNumber.first) AS event WHERE EXISTS (SELECT 1 FROM placed)),
            leased AS (
                UPDATE @jobs j SET state = 'running', ready = false, worker = $4, token = ($5::text[])[place],
                    started_at = $6::bigint, expires_at = $7::bigint, attempt = attempt + 1, cancel = false,
                    last_record = NULL, last_event = greatest(last_event + 1, first.event + place)
                FROM placed, first WHERE j.number = placed.number
                RETURNING j.*, place
            ),
            told AS (
                INSERT INTO @events (number, job, kind, at, attempt, detail)
                SELECT last_event, number, 'started', $6::bigint, attempt, '' FROM leased
            ),
            -- A round that somebody else is just raising is not waited for: the next lease raises it.
            raised AS MATERIALIZED (
                SELECT r.priority FROM @rounds r WHERE EXISTS (
                    SELECT 1 FROM taken t WHERE t.priority = r.priority AND t.turn > r.turn
                ) FOR UPDATE SKIP LOCKED
            ),
            round AS (
                UPDATE @rounds r SET turn = t.turn
                FROM (SELECT priority, max(turn) AS turn FROM taken GROUP BY priority) AS t
                WHERE r.priority = t.priority AND r.turn < t.turn AND r.priority IN (SELECT priority FROM raised)
            )
            SELECT \(JobRow.columns), j.token, j.attempt, j.expires_at, j.attempts_before
            FROM leased j JOIN @label_sets l ON l.id = j.label_set ORDER BY j.place
            """,
            .ints(labelSets.fitting(labels)),
            .int(width),
            .int(tokens.count),
            .text(worker.rawValue),
            .texts(tokens.map(\.rawValue)),
            .int(now.milliseconds),
            .int(until.milliseconds)
        )
        return try leases(rows, worker, session)
    }

    private func leases(
        under tokens: [LeaseToken],
        _ worker: WorkerID,
        _ session: Session
    ) throws(PostgresFailure) -> [Lease] {
        let rows = try session(
            """
            SELECT \(JobRow.columns), j.token, j.attempt, j.expires_at, j.attempts_before
            FROM @jobs j JOIN @label_sets l ON l.id = j.label_set
            WHERE j.state = 'running' AND j.worker = $1 AND j.token = ANY($2) ORDER BY j.number
            """,
            .text(worker.rawValue),
            .texts(tokens.map(\.rawValue))
        )
        return try leases(rows, worker, session)
    }

    private func leases(_ rows: [Row], _ worker: WorkerID, _ session: Session) throws(PostgresFailure) -> [Lease] {
        var result: [Lease] = []
        for row in rows {
            var job = try JobRow.job(row, database: name)
            let attempt = try row.int(JobRow.count + 1)
            if attempt > 1 { job.attempts = try JobRow.attempts(of: job.number, session) }
            session.news.insert(.event(job.id))
            result.append(
                Lease(
                    job: job,
                    token: LeaseToken(rawValue: try row.text(JobRow.count)),
                    worker: worker,
                    attempt: attempt,
                    expiresAt: Timestamp(milliseconds: try row.int(JobRow.count + 2))
                )
            )
        }
        return result
    }

    /// Gives jobs their turns whose time has come.
    func readyDue(_ session: Session) throws(PostgresFailure) {
        try session.transaction { () throws(PostgresFailure) in
            let rows = try session(
                """
                SELECT number, tenant, priority, turn, label_set FROM @jobs
                WHERE state = 'queued' AND NOT ready AND due_at <= $1::bigint
                ORDER BY due_at, number LIMIT 500 FOR UPDATE SKIP LOCKED
                """,
                .int(self.now.milliseconds)
            )
            var lanes: Set<Turns.Lane> = []
            for row in rows where row.isNull(3) {
                lanes.insert(Turns.Lane(tenant: try row.text(1), priority: try row.int(2)))
            }
            var turns = try Turns(lanes, session)
            var numbers: [Int?] = []
            var given: [Int?] = []
            for row in rows {
                numbers.append(try row.int(0))
                if let turn = try row.optionalInt(3) {
                    // A job that comes back after an attempt keeps its turn.
                    given.append(turn)
                } else {
                    given.append(turns.next(try row.text(1), try row.int(2)))
                }
                session.news.insert(.work(labelSet: try row.int(4)))
            }
            if numbers.isEmpty { return }
            _ = try session(
                """
                UPDATE @jobs j SET ready = true, turn = i.turn
                FROM unnest($1::bigint[], $2::bigint[]) AS i (number, turn) WHERE j.number = i.number
                """,
                .ints(numbers),
                .ints(given)
            )
        }
    }
}
