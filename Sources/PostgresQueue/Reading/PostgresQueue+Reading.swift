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
                "SELECT verdict, score, report FROM @jobs WHERE id = $1",
                .text(job.rawValue)
            )
            guard let row = rows.first else { throw .ruled(.unknownJob(job)) }
            if row.isNull(2) { return nil }
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
}
