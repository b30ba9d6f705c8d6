public import Queueing

extension SQLiteQueue {
    /// Takes a job back.
    public func cancel(_ id: JobID) throws(QueueError) -> Cancellation {
        let now = now
        return try write { (connection) throws(QueueError) in
            let job = try connection.first(
                "SELECT number, state, attempt, cancelling FROM job WHERE id = ?",
                .optional(id.code)
            ) { (row) throws(QueueError) in
                (
                    number: row.integer(0), state: try JobState(code: row.integer(1)), attempt: row.integer(2),
                    isAsked: row.flag(3)
                )
            }
            guard let job else { throw .unknownJob(id) }
            switch job.state {
            case .queued:
                try connection.run(
                    // Its turn was never taken: the tenant is not to wait for it.
                    "UPDATE job SET state = 4, ready = 0, turn = NULL, ended_at = ? WHERE number = ?",
                    .moment(now),
                    .integer(job.number)
                )
                try connection.tell(.cancelled, of: job.number, attempt: job.attempt, at: now)
                return .cancelled
            case .running:
                if !job.isAsked {
                    try connection.run("UPDATE job SET cancelling = 1 WHERE number = ?", .integer(job.number))
                    try connection.tell(.cancelling, of: job.number, attempt: job.attempt, at: now)
                }
                return .requested
            case .done, .dead, .cancelled: return .ended(job.state)
            }
        }
    }

    /// Enqueues a dead job once more.
    public func retry(_ id: JobID) throws(QueueError) {
        let now = now
        try write { (connection) throws(QueueError) in
            let job = try connection.first("SELECT number, state FROM job WHERE id = ?", .optional(id.code)) {
                (row) throws(QueueError) in (number: row.integer(0), state: try JobState(code: row.integer(1)))
            }
            guard let job else { throw .unknownJob(id) }
            guard job.state == .dead else { throw .wrongState(id, job.state, needed: "dead") }
            try connection.revive(job.number, settings.depth, now: now)
        }
    }

    /// Enqueues dead jobs once more.
    public func retry(_ filter: JobFilter, limit: Int) throws(QueueError) -> Int {
        guard filter.states.isEmpty || filter.states.contains(.dead) else { return 0 }
        var filter = filter
        filter.states = [.dead]
        let now = now
        return try write { (connection) throws(QueueError) in
            guard let condition = try connection.condition(filter) else { return 0 }
            let numbers = try connection.all(
                "SELECT number FROM job WHERE \(condition.text) ORDER BY number LIMIT ?",
                values: condition.values + [.integer(limit)]
            ) { row in row.integer(0) }
            for (count, number) in numbers.enumerated() {
                do throws(QueueError) {
                    try connection.revive(number, settings.depth, now: now)
                } catch .full { return count }
            }
            return numbers.count
        }
    }

    /// Removes jobs that have ended.
    public func purge(_ filter: JobFilter, limit: Int) throws(QueueError) -> Int {
        var filter = filter
        filter.states = filter.states.isEmpty ? Set(JobState.allCases.filter(\.isEnd)) : filter.states.filter(\.isEnd)
        if filter.states.isEmpty { return 0 }
        var removed = 0
        // Others have their turn in between: nobody waits for a long removal.
        while removed < limit {
            let wanted = min(200, limit - removed)
            let count = try write { (connection) throws(QueueError) in
                guard let condition = try connection.condition(filter) else { return 0 }
                return try connection.remove(where: condition, limit: wanted)
            }
            removed += count
            if count < wanted { break }
        }
        return removed
    }
}

extension Connection {
    /// Has a dead job begin anew, behind what its tenant has waiting.
    fileprivate func revive(_ number: Int, _ depth: DepthRule, now: Timestamp) throws(QueueError) {
        let job = try first(
            """
            SELECT job.tenant, tenant.name, priority, attempt FROM job JOIN tenant ON tenant.id = job.tenant
            WHERE number = ?
            """,
            .integer(number)
        ) { row in (tenant: row.integer(0), name: row.text(1), priority: row.integer(2), attempt: row.integer(3)) }
        guard let job else { return }
        try refuseIfFull(job.tenant, job.name, depth, now: now)
        try run(
            """
            UPDATE job SET state = 0, ready = 1, ready_at = ?, turn = ?, not_before = NULL, ended_at = NULL, death = NULL,
                forgiven = attempt
            WHERE number = ?
            """,
            .moment(now),
            .integer(try turn(tenant: job.tenant, priority: job.priority)),
            .integer(number)
        )
        try tell(.queued, of: number, attempt: job.attempt, at: now, detail: Array("retried".utf8))
    }

    /// Removes ended jobs with all that belongs to them, those that ended first.
    func remove(where condition: Condition, limit: Int) throws(QueueError) -> Int {
        let jobs = try all(
            """
            SELECT number, request FROM job INDEXED BY job_ended
            WHERE job.state >= 2 AND \(condition.text) ORDER BY ended_at LIMIT ?
            """,
            values: condition.values + [.integer(limit)]
        ) { row in (number: row.integer(0), request: row.text(1)) }
        for job in jobs {
            // Attempts, events and the result go with the job's row.
            for content in RequestText.decode(job.request)?.contents ?? [] {
                try run(
                    "DELETE FROM need WHERE job = ? AND content = (SELECT id FROM content WHERE digest = ?)",
                    .integer(job.number),
                    .text(content.rawValue)
                )
            }
            try run("DELETE FROM job WHERE number = ?", .integer(job.number))
        }
        return jobs.count
    }
}
