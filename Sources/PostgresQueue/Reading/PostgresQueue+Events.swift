internal import Linux
public import Queueing

extension PostgresQueue {
    /// Events of a job, or (nil) of all, with numbers above `number`, in ascending order, at most `limit`.
    ///
    /// Those of all jobs are read up to the oldest transaction on the server that has written something and is not at its
    /// end, for which this waits half a second at most.
    public func events(of job: JobID?, after number: Int, limit: Int) throws(QueueError) -> [JobEvent] {
        try run("read events") { (session, _) throws(PostgresFailure) in
            if let job { return try self.events(of: job, after: number, limit: limit, session) }
            if limit <= 0 { return [] }
            let end = Clock.nanoseconds + 500_000_000
            // What is there at the first look is waited for, not what comes meanwhile.
            var last = Int.max
            var wait: UInt64 = 500_000
            while true {
                let rows = try session(
                    """
                    SELECT e.number, j.id, e.kind, e.at, e.attempt, e.detail, e.number < \(EventNumber.end)
                    FROM @events e JOIN @jobs j ON j.number = e.job
                    WHERE e.number > $1::bigint AND e.number <= $3::bigint ORDER BY e.number LIMIT $2::bigint
                    """,
                    .int(number),
                    .int(limit),
                    .int(last)
                )
                if last == Int.max { last = try rows.last?.int(0) ?? number }
                var count = 0
                while count < rows.count, try rows[count].flag(6) { count += 1 }
                let final = rows.prefix(count)
                if final.count == rows.count || Clock.nanoseconds > end {
                    return try self.events(final)
                }
                self.pause(wait)
                wait = min(2 * wait, 20_000_000)
            }
        }
    }

    private func events(
        of job: JobID,
        after number: Int,
        limit: Int,
        _ session: Session
    ) throws(PostgresFailure) -> [JobEvent] {
        guard let row = try session("SELECT number FROM @jobs WHERE id = $1", .text(job.rawValue)).first else {
            throw .ruled(.unknownJob(job))
        }
        if limit <= 0 { return [] }
        let rows = try session(
            """
            SELECT e.number, $1::text, e.kind, e.at, e.attempt, e.detail FROM @events e
            WHERE e.job = $2::bigint AND e.number > $3::bigint ORDER BY e.number LIMIT $4::bigint
            """,
            .text(job.rawValue),
            .int(try row.int(0)),
            .int(number),
            .int(limit)
        )
        return try events(rows[...])
    }

    private func events(_ rows: ArraySlice<Row>) throws(PostgresFailure) -> [JobEvent] {
        var result: [JobEvent] = []
        for row in rows {
            let kind = try row.text(2)
            guard let known = JobEvent.Kind(rawValue: kind) else {
                throw .ruled(.damaged(database: name, detail: "an event of kind '\(kind)'"))
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
