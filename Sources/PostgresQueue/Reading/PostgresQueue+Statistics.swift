public import Queueing

extension PostgresQueue {
    /// How the queue is doing.
    ///
    /// Waiting and ended jobs are counted in their indexes: about a tenth of a second for a million.
    public func statistics() throws(QueueError) -> QueueStatistics {
        try run("read statistics") { (session, _) throws(PostgresFailure) in
            let now = self.now
            var waiting: [QueueStatistics.Waiting] = []
            let sets = try session.run(
                """
                SELECT l.labels, r.count, r.oldest FROM (
                    SELECT label_set, count(*) AS count, min(due_at) AS oldest FROM @jobs WHERE ready GROUP BY label_set
                ) AS r JOIN @label_sets l ON l.id = r.label_set ORDER BY l.labels
                """,
                []
            )
            for row in sets {
                let age = max(.zero, now - Timestamp(milliseconds: try row.int(2)))
                waiting.append(
                    .init(labels: LabelSet(text: try row.text(0)), ready: try row.int(1), oldestAge: age)
                )
            }
            var counts: [JobState: Int] = [:]
            for row in try session.run(
                "SELECT state, count(*) FROM @jobs WHERE ended_at IS NOT NULL GROUP BY state",
                []
            ) {
                if let state = JobState(rawValue: try row.text(0)) { counts[state] = try row.int(1) }
            }
            let rows = try session(
                """
                SELECT (SELECT count(*) FROM @jobs WHERE state = 'running'),
                    (SELECT count(*) FROM @jobs WHERE state = 'queued' AND NOT ready AND due_at > $1::bigint),
                    (SELECT count(*) FROM @jobs WHERE state = 'queued' AND NOT ready AND due_at <= $1::bigint),
                    (SELECT min(due_at) FROM @jobs WHERE state = 'queued' AND NOT ready),
                    (SELECT coalesce(sum(octet_length(bytes)), 0) FROM @chunks)
                """,
                .int(now.milliseconds)
            )
            guard let row = rows.first else { throw .lost("no answer") }
            let delayed = try row.int(1)
            let due = try row.int(2)
            counts[.running] = try row.int(0)
            counts[.queued] = waiting.reduce(0) { $0 + $1.ready } + delayed + due
            let isTold = "(state <> 'gone' OR detail LIKE '\(WorkerRecord.outOfService)%')"
            let workers = try self.workers(session, isTold).compactMap { $0.told(at: now) }
            var oldest = QueueStatistics.oldestAge(waiting, workers)
            // They are given their turns as soon as anybody looks for work, whatever they need.
            if due > 0, let time = try JobRow.time(row, 3) { oldest = max(oldest, now - time) }
            return QueueStatistics(
                counts: counts.filter { $0.value > 0 },
                delayed: delayed,
                oldestAge: oldest,
                waiting: waiting,
                enqueuedLastMinute: try self.enqueued(after: now - .seconds(60), session),
                endedLastMinute: try self.endedLastMinute(session),
                workers: workers,
                contentBytes: try row.int(4)
            )
        }
    }

    /// How many jobs came after a moment, found by going back through their numbers in steps.
    private func enqueued(after moment: Timestamp, _ session: Session) throws(PostgresFailure) -> Int {
        try session(
            """
            WITH RECURSIVE back (number, created_at) AS (
                (SELECT number, created_at FROM @jobs ORDER BY number DESC LIMIT 1)
                UNION ALL
                SELECT j.* FROM back CROSS JOIN LATERAL (
                    SELECT number, created_at FROM @jobs WHERE number <= back.number - 1000
                    ORDER BY number DESC LIMIT 1
                ) AS j WHERE back.created_at > $1::bigint
            )
            SELECT count(*) FROM @jobs
            WHERE number >= coalesce(
                    (SELECT min(number) FROM back WHERE created_at <= $1::bigint), (SELECT min(number) FROM @jobs)
                ) AND created_at > $1::bigint
            """,
            .int(moment.milliseconds)
        ).first?.int(0) ?? 0
    }
}
