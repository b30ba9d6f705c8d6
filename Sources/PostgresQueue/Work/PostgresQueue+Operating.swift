public import Queueing

extension PostgresQueue {
    /// Takes a job back: at once when it waits, through its worker when it runs.
    public func cancel(_ job: JobID) throws(QueueError) -> Cancellation {
        try run("cancel a job") { (session, again) throws(PostgresFailure) in
            try session.transaction { () throws(PostgresFailure) in
                let rows = try session(
                    "SELECT number, state, cancel, worker, attempt FROM @jobs WHERE id = $1 FOR UPDATE",
                    .text(job.rawValue)
                )
                guard let row = rows.first, let state = JobState(rawValue: try row.text(1)) else {
                    throw .ruled(.unknownJob(job))
                }
                let number = try row.int(0)
                if state.isEnd { return again && state == .cancelled ? .cancelled : .ended(state) }
                let isRunning = state == .running
                if isRunning, try row.flag(2) { return .requested }
                try self.change(
                    number,
                    isRunning
                        ? "cancel = true"
                        // A turn that came to nothing is not one that its tenant has had.
                        : """
                        state = 'cancelled', ready = false, ended_at = \(self.now.milliseconds),
                        turn = CASE WHEN attempt > 0 THEN turn END
                        """,
                    isRunning ? .cancelling : .cancelled,
                    session
                )
                session.news.insert(.event(job))
                if !isRunning { session.news.insert(.delivery) }
                if isRunning, let worker = try row.optionalText(3) {
                    session.news.insert(.cancellation(WorkerID(rawValue: worker)))
                }
                return isRunning ? .requested : .cancelled
            }
        }
    }

    /// Changes a job whose row is locked, and tells an event of it.
    private func change(
        _ number: Int,
        _ assignments: String,
        _ kind: JobEvent.Kind,
        _ session: Session
    ) throws(PostgresFailure) {
        // Not to be prepared: the assignments are others every time.
        try session.script(
            """
            WITH first AS MATERIALIZED (SELECT \(EventNumber.first) + \(session.nextEvent()) AS event),
            changed AS (
                UPDATE @jobs SET \(assignments), last_event = greatest(last_event + 1, first.event)
                FROM first WHERE number = \(number) RETURNING number, last_event, attempt
            )
            INSERT INTO @events (number, job, kind, at, attempt, detail)
            SELECT last_event, number, '\(kind.rawValue)', \(now.milliseconds), attempt, '' FROM changed
            """
        )
    }

    /// Enqueues a dead job once more, with all its attempts before it and as if it had had none.
    public func retry(_ job: JobID) throws(QueueError) {
        try run("retry a job") { (session, again) throws(PostgresFailure) in
            try session.transaction { () throws(PostgresFailure) in
                try Depth.lock(session, schema: self.postgres.schema)
                let rows = try session("SELECT state FROM @jobs WHERE id = $1", .text(job.rawValue))
                guard let row = rows.first, let state = JobState(rawValue: try row.text(0)) else {
                    throw .ruled(.unknownJob(job))
                }
                if again, !state.isEnd { return }
                guard state == .dead else { throw .ruled(.wrongState(job, state, needed: "dead")) }
                let dead = try self.dead("id = $1", [.text(job.rawValue)], limit: 1, session)
                try self.depth.check(self.settings.depth, adding: Self.tenants(dead), session) {
                    () throws(PostgresFailure) in try self.endedLastMinute(session)
                }
                try self.revive(dead, session)
            }
        }
    }

    /// Enqueues dead jobs once more, up to `limit` of those to which `filter` applies, the oldest ones first.
    public func retry(_ filter: JobFilter, limit: Int) throws(QueueError) -> Int {
        if !filter.states.isEmpty, !filter.states.contains(.dead) { return 0 }
        var count = 0
        while count < limit {
            let size = min(200, limit - count)
            let revived: Int
            do throws(QueueError) {
                revived = try retrySome(filter, size)
            } catch {
                guard case .full = error else { throw error }
                // Not all of them fit; one by one, as many as do.
                var single = 0
                while single < size {
                    do throws(QueueError) {
                        if try retrySome(filter, 1) == 0 { break }
                    } catch {
                        guard case .full = error else { throw error }
                        break
                    }
                    single += 1
                }
                return count + single
            }
            count += revived
            if revived < size { break }
        }
        return count
    }

    private func retrySome(_ filter: JobFilter, _ limit: Int) throws(QueueError) -> Int {
        let condition = FilterText(filter)
        return try run("retry jobs") { (session, _) throws(PostgresFailure) in
            try session.transaction { () throws(PostgresFailure) in
                try Depth.lock(session, schema: self.postgres.schema)
                let dead = try self.dead(condition.text, condition.parameters, limit: limit, session)
                if dead.isEmpty { return 0 }
                try self.depth.check(self.settings.depth, adding: Self.tenants(dead), session) {
                    () throws(PostgresFailure) in try self.endedLastMinute(session)
                }
                try self.revive(dead, session)
                return dead.count
            }
        }
    }

    private struct DeadJob {
        let number: Int
        let id: JobID
        let tenant: String
        let priority: Int
        let labelSet: Int
    }

    private static func tenants(_ jobs: [DeadJob]) -> [String: Int] {
        var result: [String: Int] = [:]
        for job in jobs { result[job.tenant, default: 0] += 1 }
        return result
    }

    private func dead(
        _ condition: String,
        _ parameters: [Parameter],
        limit: Int,
        _ session: Session
    ) throws(PostgresFailure) -> [DeadJob] {
        let rows = try session.run(
            """
            SELECT number, id, tenant, priority, label_set FROM @jobs j WHERE state = 'dead' AND \(condition)
            ORDER BY number LIMIT \(limit) FOR UPDATE
            """,
            parameters
        )
        var result: [DeadJob] = []
        for row in rows {
            result.append(
                DeadJob(
                    number: try row.int(0),
                    id: JobID(rawValue: try row.text(1)),
                    tenant: try row.text(2),
                    priority: try row.int(3),
                    labelSet: try row.int(4)
                )
            )
        }
        return result
    }

    private func revive(_ jobs: [DeadJob], _ session: Session) throws(PostgresFailure) {
        let lanes = Set(jobs.map { Turns.Lane(tenant: $0.tenant, priority: $0.priority) })
        var turns = try Turns(lanes, session)
        for job in jobs {
            let turn = turns.next(job.tenant, job.priority)
            // Like a new job it takes a number of the sequence, by which `Depth` knows how many may have come.
            try change(
                job.number,
                """
                state = 'queued', ready = true, turn = \(turn), due_at = \(now.milliseconds), ended_at = NULL,
                death_reason = NULL, attempts_before = attempt
                """,
                .queued,
                session
            )
            try session.script("SELECT nextval('@job_numbers')")
            session.news.insert(.event(job.id))
            session.news.insert(.work(labelSet: job.labelSet))
        }
    }
}
