public import Queueing

extension PostgresQueue {
    /// Ends an attempt without a result; the job waits for the next one, or is dead.
    public func fail(_ lease: Lease, reason: String, isFinal: Bool) throws(QueueError) -> Afterwards {
        try end(lease, .failed, reason, isFinal: isFinal, "fail a job")
    }

    /// Hands a job back without counting the attempt; it is there for the next worker at once.
    public func release(_ lease: Lease, reason: String) throws(QueueError) -> Afterwards {
        try end(lease, .released, reason, isFinal: false, "hand a job back")
    }

    /// Says that a job was stopped because somebody wanted it stopped; it is cancelled then.
    public func confirmCancellation(_ lease: Lease) throws(QueueError) {
        _ = try end(lease, .cancelled, "", isFinal: false, "confirm a cancellation")
    }

    private func end(
        _ lease: Lease,
        _ ending: Attempt.Ending,
        _ reason: String,
        isFinal: Bool,
        _ operation: String
    ) throws(QueueError) -> Afterwards {
        try run(operation, answer: .quick) { (session, again) throws(PostgresFailure) in
            if again, let before = try self.ended(lease, ending, session) { return before }
            return try session.transaction { () throws(PostgresFailure) in
                func find() throws(PostgresFailure) -> HeldJob? {
                    try self.held(
                        "j.id = $1 AND j.token = $2",
                        [.text(lease.job.id.rawValue), .text(lease.token.rawValue)],
                        session
                    ).first
                }
                var found = try find()
                // The first try may have been under way until just now, and have kept the job's row so long.
                if found == nil, again, let before = try self.ended(lease, ending, session) { return before }
                if found == nil, try self.restore(lease, session) != nil { found = try find() }
                guard let job = found else { throw .ruled(.lostLease(lease.job.id)) }
                if ending == .cancelled, !job.isCancelled {
                    throw .ruled(
                        .wrongState(job.id, .running, needed: "running jobs that somebody wants stopped, no other")
                    )
                }
                return try self.end(job, ending, reason, isFinal: isFinal, session)
            }
        }
    }

    /// What became of a job whose attempt this lease has ended in that way before; nil: it has not.
    private func ended(
        _ lease: Lease,
        _ ending: Attempt.Ending,
        _ session: Session
    ) throws(PostgresFailure) -> Afterwards? {
        let rows = try session(
            """
            SELECT j.state, j.due_at, j.death_reason FROM @attempts a JOIN @jobs j ON j.number = a.job
            WHERE j.id = $1 AND a.number = $2::int AND a.token = $3 AND a.ending = $4
            """,
            .text(lease.job.id.rawValue),
            .int(lease.attempt),
            .text(lease.token.rawValue),
            .text(ending.rawValue)
        )
        guard let row = rows.first else { return nil }
        switch JobState(rawValue: try row.text(0)) {
        case .dead: return .dead(reason: try row.optionalText(2) ?? "")
        case .cancelled: return .cancelled
        default: return .queued(notBefore: Timestamp(milliseconds: try row.int(1)))
        }
    }

    /// A job under lease, with its row locked.
    struct HeldJob {
        let id: JobID
        let number: Int
        let labelSet: Int
        let attempt: Int
        let attemptsBefore: Int
        let startedAt: Timestamp
        let worker: WorkerID
        let workerName: String
        let isWorkerExcused: Bool
        let isCancelled: Bool
        let token: String
    }

    /// Running jobs, locked; those that somebody else has locked are passed over where `limit` is given.
    func held(
        _ condition: String,
        _ parameters: [Parameter],
        limit: Int? = nil,
        _ session: Session
    ) throws(PostgresFailure) -> [HeldJob] {
        let end = limit.map { "ORDER BY j.expires_at LIMIT \($0) FOR UPDATE OF j SKIP LOCKED" } ?? "FOR UPDATE OF j"
        let rows = try session.run(
            """
            SELECT j.id, j.number, j.label_set, j.attempt, j.attempts_before, j.started_at, j.worker,
                coalesce(w.name, j.worker), coalesce(w.excused, false), j.cancel, j.token
            FROM @jobs j LEFT JOIN @workers w ON w.id = j.worker
            WHERE j.state = 'running' AND \(condition) \(end)
            """,
            parameters
        )
        var result: [HeldJob] = []
        for row in rows {
            result.append(
                HeldJob(
                    id: JobID(rawValue: try row.text(0)),
                    number: try row.int(1),
                    labelSet: try row.int(2),
                    attempt: try row.int(3),
                    attemptsBefore: try row.int(4),
                    startedAt: Timestamp(milliseconds: try row.int(5)),
                    worker: WorkerID(rawValue: try row.text(6)),
                    workerName: try row.text(7),
                    isWorkerExcused: try row.flag(8),
                    isCancelled: try row.flag(9),
                    token: try row.text(10)
                )
            )
        }
        return result
    }

    /// Ends the attempt under way of a job whose row is locked; `waits` is as in `RetryRule`.
    func end(
        _ job: HeldJob,
        _ ending: Attempt.Ending,
        _ reason: String,
        isFinal: Bool,
        waits: Bool = true,
        _ session: Session
    ) throws(PostgresFailure) -> Afterwards {
        let now = now
        let attempt = Attempt(
            number: job.attempt,
            worker: job.worker,
            workerName: job.workerName,
            startedAt: job.startedAt,
            endedAt: now,
            ending: ending,
            reason: Self.line(reason)
        )
        let afterwards = settings.retries.afterwards(
            try JobRow.attempts(of: job.number, after: job.attemptsBefore, session) + [attempt],
            isFinal: isFinal,
            isCancelled: job.isCancelled,
            now: now,
            chance: .random(in: 0...1),
            waits: waits
        )
        let state: JobState
        let kind: JobEvent.Kind
        var due = now
        var death: String?
        switch afterwards {
        case .queued(let notBefore): (state, kind, due) = (.queued, .requeued, notBefore)
        case .dead(let reason): (state, kind, death) = (.dead, .dead, reason)
        case .cancelled: (state, kind) = (.cancelled, .cancelled)
        }
        _ = try session(
            """
            WITH first AS MATERIALIZED (SELECT \(EventNumber.first) + $17::int AS event),
            changed AS (
                UPDATE @jobs j SET state = $2, ready = $3::boolean, due_at = $4::bigint, ended_at = $5::bigint,
                    expires_at = NULL, token = NULL, cancel = false, death_reason = $6,
                    last_event = greatest(last_event + 1, first.event)
                FROM first WHERE number = $1::bigint RETURNING last_event
            ),
            told AS (
                INSERT INTO @events (number, job, kind, at, attempt, detail)
                SELECT last_event, $1::bigint, $7, $8::bigint, $9::int, $10::bytea FROM changed
            )
            INSERT INTO @attempts (job, number, worker, worker_name, started_at, ended_at, ending, reason, token)
            SELECT $1::bigint, $9::int, $11, $12, $13::bigint, $8::bigint, $14, $15, $16 FROM changed
            """,
            .int(job.number),
            .text(state.rawValue),
            .flag(state == .queued && due <= now),
            .int(due.milliseconds),
            .optional(state == .queued ? nil : now.milliseconds),
            .optional(death),
            .text(kind.rawValue),
            .int(now.milliseconds),
            .int(job.attempt),
            .bytes(Array((death ?? attempt.reason).utf8)),
            .text(job.worker.rawValue),
            .text(job.workerName),
            .int(job.startedAt.milliseconds),
            .text(ending.rawValue),
            .text(attempt.reason),
            .text(job.token),
            .int(session.nextEvent())
        )
        session.news.insert(.event(job.id))
        session.news.insert(state == .queued ? .work(labelSet: job.labelSet) : .delivery)
        return afterwards
    }

    /// The first 2000 bytes, on one line.
    private static func line(_ reason: String) -> String {
        let flat = reason.replacing("\n", with: " ")
        if flat.utf8.count <= 2000 { return flat }
        var result = ""
        var bytes = 0
        for character in flat.unicodeScalars {
            bytes += String(character).utf8.count
            if bytes > 2000 { break }
            result.unicodeScalars.append(character)
        }
        return result
    }

    /// Takes jobs back whose leases have run out.
    func takeBackExpired(_ session: Session) throws(PostgresFailure) {
        try session.transaction { () throws(PostgresFailure) in
            let jobs = try self.held(
                "j.expires_at <= $1::bigint",
                [.int(self.now.milliseconds)],
                limit: 100,
                session
            )
            for job in jobs {
                let ending: Attempt.Ending = job.isWorkerExcused ? .excused : .lost
                let reason =
                    "worker \(job.workerName) was not heard of for \(self.settings.lease.inMilliseconds / 1000) s"
                do throws(PostgresFailure) {
                    try session.savepoint { () throws(PostgresFailure) in
                        _ = try self.end(job, ending, reason, isFinal: false, session)
                    }
                } catch {
                    // A job that cannot be ended must not keep others from coming back; it is tried again later.
                    guard case .reported(let report) = error, !report.isConflict, !report.isOutage else { throw error }
                    _ = try session(
                        "UPDATE @jobs SET expires_at = $2::bigint WHERE number = $1::bigint",
                        .int(job.number),
                        .int((self.now + self.settings.lease).milliseconds)
                    )
                }
            }
        }
    }

    /// Gives up a job that is under a lease of ours.
    func bury(_ job: JobID, _ token: String, _ reason: String, _ session: Session) throws(PostgresFailure) {
        try session.transaction { () throws(PostgresFailure) in
            let held = try self.held("j.id = $1 AND j.token = $2", [.text(job.rawValue), .text(token)], session)
            for job in held { _ = try self.end(job, .failed, reason, isFinal: true, session) }
        }
    }
}
