public import Queueing

extension PostgresQueue {
    /// A job; nil: there is none.
    public func job(_ id: JobID) throws(QueueError) -> Job? {
        try run("read a job") { (session, _) throws(PostgresFailure) in
            let rows = try session(
                "SELECT \(JobRow.columns) FROM @jobs j JOIN @label_sets l ON l.id = j.label_set WHERE j.id = $1",
                .text(id.rawValue)
            )
            guard let row = rows.first else { return nil }
            var job = try JobRow.job(row, database: self.name)
            job.attempts = try JobRow.attempts(of: job.number, session)
            return job
        }
    }

    /// The result of a job; nil: it has none.
    public func result(of job: JobID) throws(QueueError) -> JobResult? {
        try run("read a result") { (session, _) throws(PostgresFailure) in
            let rows = try session(
                "SELECT verdict, score, report FROM @jobs WHERE id = $1 AND state = 'done'",
                .text(job.rawValue)
            )
            guard let row = rows.first else { return nil }
            return JobResult(
                verdict: try row.text(0),
                score: try row.optionalReal(1),
                report: try row.bytes(2)
            )
        }
    }

    /// Jobs to which `filter` applies, the newest ones first, without their attempts; at most 1000 at a time.
    public func list(_ filter: JobFilter, after cursor: JobCursor?, limit: Int) throws(QueueError) -> JobPage {
        let size = min(1000, max(0, limit))
        if size == 0 { return JobPage(jobs: [], next: cursor) }
        var condition = FilterText(filter)
        if let cursor { condition.add("j.number < $::bigint", .int(cursor.before)) }
        return try run("list jobs") { (session, _) throws(PostgresFailure) in
            let rows = try session.run(
                """
                SELECT \(JobRow.columns) FROM @jobs j JOIN @label_sets l ON l.id = j.label_set
                WHERE \(condition.text) ORDER BY j.number DESC LIMIT \(size + 1)
                """,
                condition.parameters
            )
            var jobs: [Job] = []
            for row in rows.prefix(size) { jobs.append(try JobRow.job(row, database: self.name)) }
            let next = rows.count > size ? jobs.last.map { JobCursor(before: $0.number) } : nil
            return JobPage(jobs: jobs, next: next)
        }
    }

    /// Events of a job, or (nil) of all, with numbers above `number`, in ascending order, at most `limit`.
    public func events(of job: JobID?, after number: Int, limit: Int) throws(QueueError) -> [JobEvent] {
        if limit <= 0 { return [] }
        return try run("read events") { (session, _) throws(PostgresFailure) in
            let columns = "e.number, j.id, e.kind, e.at, e.attempt, e.detail"
            let rows =
                if let job {
                    try session(
                        """
                        SELECT \(columns) FROM @events e JOIN @jobs j ON j.number = e.job
                        WHERE e.job = (SELECT number FROM @jobs WHERE id = $1) AND e.number > $2::bigint
                        ORDER BY e.number LIMIT $3::bigint
                        """,
                        .text(job.rawValue),
                        .int(number),
                        .int(limit)
                    )
                } else {
                    try session(
                        """
                        SELECT \(columns) FROM @events e JOIN @jobs j ON j.number = e.job
                        WHERE e.number > $1::bigint AND e.number < \(EventNumber.end)
                        ORDER BY e.number LIMIT $2::bigint
                        """,
                        .int(number),
                        .int(limit)
                    )
                }
            var result: [JobEvent] = []
            for row in rows {
                let kind = try row.text(2)
                guard let known = JobEvent.Kind(rawValue: kind) else {
                    throw .ruled(.damaged(database: self.name, detail: "an event of kind '\(kind)'"))
                }
                result.append(
                    JobEvent(
                        number: try row.int(0),
                        job: JobID(rawValue: try row.text(1)),
                        kind: known,
                        at: Timestamp(milliseconds: try row.int(3)),
                        attempt: try row.int(4),
                        detail: try row.bytes(5)
                    )
                )
            }
            return result
        }
    }
}
