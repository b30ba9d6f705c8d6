public import Queueing

extension SQLiteQueue {
    /// Events above a number.
    ///
    /// There is one writer at a time, so that numbers are seen in the order in which they were given.
    public func events(of job: JobID?, after number: Int, limit: Int) throws(QueueError) -> [JobEvent] {
        try read { (connection) throws(QueueError) in
            var condition = "event.number > ?"
            var values: [Value] = [.integer(number)]
            if let job {
                guard let place = try connection.number(of: job) else { throw .unknownJob(job) }
                condition = "event.job = ? AND \(condition)"
                values.insert(.integer(place), at: 0)
            }
            return try connection.all(
                """
                SELECT event.number, job.id, event.kind, event.at, event.attempt, event.detail
                FROM event CROSS JOIN job ON job.number = event.job WHERE \(condition) ORDER BY event.number LIMIT ?
                """,
                values: values + [.integer(max(1, limit))]
            ) { (row) throws(QueueError) in
                guard let kind = JobEvent.Kind(rawValue: row.text(2)) else {
                    throw .machinery(operation: "read an event", detail: "there is no kind '\(row.text(2))'")
                }
                return JobEvent(
                    number: row.integer(0),
                    job: JobID(code: row.integer(1)),
                    kind: kind,
                    at: row.moment(3),
                    attempt: row.integer(4),
                    detail: row.blob(5)
                )
            }
        }
    }

    /// Waits until there are events above a number.
    public func waitForEvents(of job: JobID?, after number: Int, timeout: Duration) throws(QueueError) -> Bool {
        try neighbours.wait(timeout) { () throws(QueueError) in
            let isThere = try read { (connection) throws(QueueError) in
                guard let job else {
                    return try connection.first("SELECT 1 FROM event WHERE number > ? LIMIT 1", .integer(number)) { _ in
                        true
                    }
                }
                guard let place = try connection.number(of: job) else { throw .unknownJob(job) }
                return try connection.first(
                    "SELECT 1 FROM event WHERE job = ? AND number > ? LIMIT 1",
                    .integer(place),
                    .integer(number)
                ) { _ in true }
            }
            return (isThere, nil)
        } ?? false
    }
}
