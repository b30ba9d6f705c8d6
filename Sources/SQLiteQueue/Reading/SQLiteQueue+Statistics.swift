public import Queueing

extension SQLiteQueue {
    /// How the queue is doing.
    public func statistics() throws(QueueError) -> QueueStatistics {
        let now = now
        return try read { (connection) throws(QueueError) in
            var counts: [JobState: Int] = [:]
            let tallies = try connection.all("SELECT state, count FROM tally WHERE tenant = 0") { row in
                (state: row.integer(0), count: row.integer(1))
            }
            for tally in tallies where tally.count > 0 { counts[try JobState(code: tally.state)] = tally.count }
            let waiting = try connection.waiting(now: now)
            let ready = waiting.reduce(0) { $0 + $1.ready }
            let workers = try connection.workers("WHERE \(Connection.isTold)").compactMap { $0.told(at: now) }
            return QueueStatistics(
                counts: counts,
                delayed: counts[.queued, default: 0] - ready,
                oldestAge: QueueStatistics.oldestAge(waiting, workers),
                waiting: waiting,
                enqueuedLastMinute: try connection.enqueuedJobs(since: now - .seconds(60)),
                endedLastMinute: try connection.endedJobs(since: now - .seconds(60)),
                workers: workers,
                contentBytes: try connection.first("SELECT bytes FROM total WHERE name = 'content'") { $0.integer(0) }
                    ?? 0
            )
        }
    }
}

extension Connection {
    /// Jobs that are ready, by what they need, with the age of the oldest one.
    fileprivate func waiting(now: Timestamp) throws(QueueError) -> [QueueStatistics.Waiting] {
        try all(
            """
            SELECT label_set.labels, line.count, job.ready_at
            FROM (SELECT labels, count(*) AS count, min(number) AS oldest FROM job INDEXED BY job_ready
                  WHERE state = 0 AND ready = 1 GROUP BY labels) AS line
            JOIN label_set ON label_set.id = line.labels JOIN job ON job.number = line.oldest
            """
        ) { row in
            QueueStatistics.Waiting(
                labels: LabelSet(text: row.text(0)),
                ready: row.integer(1),
                oldestAge: max(.zero, now - row.moment(2))
            )
        }
    }

    /// How many jobs have come since then; counted up to 100,000.
    fileprivate func enqueuedJobs(since moment: Timestamp) throws(QueueError) -> Int {
        var count = 0
        // Numbers go with the time, so that the first older job is the end.
        try each("SELECT created_at FROM job ORDER BY number DESC LIMIT 100000", []) { row in
            if row.moment(0) < moment { return false }
            count += 1
            return true
        }
        return count
    }
}
