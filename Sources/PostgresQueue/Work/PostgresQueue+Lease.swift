internal import Linux
public import Queueing

extension PostgresQueue {
    /// Gives out up to `count` jobs that a worker with these labels can take, the ones whose turn it is.
    public func lease(_ count: Int, for worker: WorkerID, labels: LabelSet) throws(QueueError) -> [Lease] {
        // Chosen here, so that leases whose giving was not answered are found again.
        func choose() -> [LeaseToken] { (0..<max(0, min(count, 1000))).map { _ in LeaseToken.random() } }
        var tokens = choose()
        if tokens.isEmpty { return [] }
        return try run("lease jobs", answer: .quick) { (session, again) throws(PostgresFailure) in
            if again {
                let leases = try self.leases(under: tokens, worker, session)
                if !leases.isEmpty { return leases }
                // The first try may still be under way, and what it comes to must not be what this one comes to.
                self.strays.add(
                    tokens,
                    until: Clock.nanoseconds + UInt64(self.settings.lease.inMilliseconds) * 1_000_000
                )
                tokens = choose()
            }
            try self.releaseStrays(session)
            if self.workerLocks?.shouldLook() == true { try self.takeBackFromEnded(session) }
            // Whether jobs are looked for first whose time has come, or whose lease has run out.
            var checksTime = true
            while true {
                let rows = try self.lease(tokens, worker, labels, checksTime: checksTime, session)
                switch try rows.first?.optionalText(JobRow.count + 3) {
                case nil: return try self.leases(rows, worker, session)
                case "sets": try self.labelSets.load(session)
                case "time":
                    let look = try self.look(session, labels: [])
                    if look.isExpired { try self.takeBackExpired(session) }
                    if look.isDue { try self.readyDue(session) }
                    checksTime = false
                case "gone": throw .ruled(.invalid("worker \(worker) is gone"))
                default: throw .ruled(.invalid("worker \(worker) was not registered"))
                }
            }
        }
    }

    /// What there is for a worker.
    struct Look {
        var isReady: Bool
        /// Whether there are jobs whose time has come.
        var isDue: Bool
        /// Whether there are leases that have run out.
        var isExpired: Bool
        /// When the next job's time comes, or the next lease runs out.
        var next: Timestamp?
    }

    func look(_ session: Session, labels: LabelSet) throws(PostgresFailure) -> Look {
        while true {
            let count = labelSets.count
            let rows = try session(
                """
                SELECT EXISTS (
                        SELECT 1 FROM unnest($1::int[]) AS s (id)
                        WHERE EXISTS (SELECT 1 FROM @jobs j WHERE j.ready AND j.label_set = s.id)
                    ),
                    (SELECT due_at FROM @jobs WHERE state = 'queued' AND NOT ready ORDER BY due_at LIMIT 1),
                    (SELECT expires_at FROM @jobs WHERE state = 'running' ORDER BY expires_at LIMIT 1),
                    (SELECT count(*) FROM @label_sets),
                    (extract(epoch FROM clock_timestamp() - pg_postmaster_start_time()) * 1000)::bigint
                """,
                .ints(labelSets.fitting(labels))
            )
            guard let row = rows.first else { throw .lost("no answer") }
            if try row.int(3) != count {
                try labelSets.load(session)
                continue
            }
            let now = now
            let due = try JobRow.time(row, 1)
            var expiry = try JobRow.time(row, 2)
            // While the server was away no worker could say that it lives; they are given the time of a lease for it.
            if usesServerClock, let found = expiry {
                expiry = max(found, now + settings.lease - .milliseconds(try row.int(4)), now + grace)
            }
            return Look(
                isReady: try row.flag(0),
                isDue: due.map { $0 <= now } ?? false,
                isExpired: expiry.map { $0 <= now } ?? false,
                next: [due, expiry].compactMap { $0 }.min()
            )
        }
    }

    /// Jobs, or one row that says what is to be done first; see `SchemaSteps.operations`.
    private func lease(
        _ tokens: [LeaseToken],
        _ worker: WorkerID,
        _ labels: LabelSet,
        checksTime: Bool,
        _ session: Session
    ) throws(PostgresFailure) -> [Row] {
        // In this order: sets that become known in between are too many then, and not too few.
        let known = labelSets.count
        let fitting = labelSets.fitting(labels)
        let now = now
        return try session(
            "SELECT * FROM @lease_jobs($1, $2, $3, $4, $5, $6, $7)",
            .text(worker.rawValue),
            .ints(fitting),
            .int(known),
            .texts(tokens.map(\.rawValue)),
            .int(now.milliseconds),
            .int((now + settings.lease).milliseconds),
            .flag(checksTime)
        )
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
            var job: Job
            do throws(PostgresFailure) {
                job = try JobRow.job(row, database: name)
            } catch {
                guard case .ruled(let flaw) = error else { throw error }
                // Nobody can judge it, and it must not be in others' way.
                try bury(JobID(rawValue: try row.text(0)), try row.text(JobRow.count), flaw.description, session)
                continue
            }
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
