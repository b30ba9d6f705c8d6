public import Queueing

extension PostgresQueue {
    /// Says that the worker lives, and still has these leases; gives an answer for each, in the same order.
    public func heartbeat(_ worker: WorkerID, _ leases: [Lease]) throws(QueueError) -> [HeartbeatAnswer] {
        try run("send a heartbeat") { (session, _) throws(PostgresFailure) in
            let now = self.now
            let until = now + self.settings.lease
            let heard = try session(
                "UPDATE @workers SET heard_at = $2::bigint WHERE id = $1 AND state <> 'gone' RETURNING 1",
                .text(worker.rawValue),
                .int(now.milliseconds)
            )
            if heard.isEmpty {
                throw .ruled(.invalid("worker \(worker) was not registered, or is gone"))
            }
            if leases.isEmpty { return [] }
            let rows = try session(
                """
                UPDATE @jobs j SET expires_at = $3::bigint FROM unnest($1::text[], $2::text[]) AS l (id, token)
                WHERE j.id = l.id AND j.token = l.token AND j.state = 'running' RETURNING j.token, j.cancel
                """,
                .texts(leases.map(\.job.id.rawValue)),
                .texts(leases.map(\.token.rawValue)),
                .int(until.milliseconds)
            )
            var held: [String: Bool] = [:]
            for row in rows { held[try row.text(0)] = try row.flag(1) }
            return leases.map { lease in
                held[lease.token.rawValue].map { .extended(until: until, cancel: $0) } ?? .lost
            }
        }
    }

    /// Tells what goes on with a job, in order.
    public func record(_ progress: [Progress], under lease: Lease) throws(QueueError) {
        if progress.isEmpty { return }
        // By this a record is known that was written, and whose answer got lost.
        let name = LeaseToken.random().rawValue
        try run("record progress") { (session, again) throws(PostgresFailure) in
            let rows = try session(
                """
                WITH first AS MATERIALIZED (SELECT \(EventNumber.first) AS event),
                held AS (
                    UPDATE @jobs j SET last_record = $3, last_event = greatest(last_event, first.event) + $4::int
                    FROM first WHERE id = $1 AND token = $2 AND state = 'running'
                    RETURNING number, attempt, last_event - $4::int AS before
                ),
                told AS (
                    INSERT INTO @events (number, job, kind, at, attempt, detail)
                    SELECT before + place, held.number, kind, $5::bigint, attempt, detail
                    FROM held, unnest($6::text[], $7::bytea[]) WITH ORDINALITY AS p (kind, detail, place)
                )
                SELECT 1 FROM held
                """,
                .text(lease.job.id.rawValue),
                .text(lease.token.rawValue),
                .text(name),
                .int(progress.count),
                .int(self.now.milliseconds),
                .texts(progress.map(\.kind.rawValue)),
                .bytesList(progress.map(\.detail))
            )
            guard !rows.isEmpty else { throw .ruled(.lostLease(lease.job.id)) }
            session.news.insert(.event(lease.job.id))
        } before: { (session) throws(PostgresFailure) in
            try !session(
                "SELECT 1 FROM @jobs WHERE id = $1 AND last_record = $2",
                .text(lease.job.id.rawValue),
                .text(name)
            ).isEmpty
        }
    }

    /// Ends a job with its result, and tells `progress` before that, in one step: either both are on disk or nothing is.
    public func complete(_ lease: Lease, _ result: JobResult, after progress: [Progress]) throws(QueueError) {
        try run("complete a job") { (session, _) throws(PostgresFailure) in
            let rows = try session(
                """
                WITH first AS MATERIALIZED (SELECT \(EventNumber.first) AS event),
                held AS (
                    UPDATE @jobs j SET state = 'done', ended_at = $3::bigint, expires_at = NULL, cancel = false,
                        verdict = $4, score = $5::double precision, report = $6::bytea,
                        last_event = greatest(last_event, first.event) + $7::int + 1
                    FROM first WHERE id = $1 AND token = $2 AND state = 'running'
                    RETURNING number, attempt, worker, started_at, last_event - $7::int - 1 AS before
                ),
                told AS (
                    INSERT INTO @events (number, job, kind, at, attempt, detail)
                    SELECT before + place, held.number, kind, $3::bigint, attempt, detail
                    FROM held, unnest($8::text[], $9::bytea[]) WITH ORDINALITY AS p (kind, detail, place)
                ),
                tried AS (
                    INSERT INTO @attempts (
                        job, number, worker, worker_name, started_at, ended_at, ending, reason, token
                    )
                    SELECT number, attempt, worker,
                        coalesce((SELECT name FROM @workers w WHERE w.id = worker), worker),
                        started_at, $3::bigint, 'done', '', $2 FROM held
                )
                SELECT 1 FROM held
                """,
                .text(lease.job.id.rawValue),
                .text(lease.token.rawValue),
                .int(self.now.milliseconds),
                .text(result.verdict),
                .optional(result.score),
                .bytes(result.report),
                .int(progress.count),
                .texts(progress.map(\.kind.rawValue) + [JobEvent.Kind.finished.rawValue]),
                .bytesList(progress.map(\.detail) + [Array(result.verdict.utf8)])
            )
            if rows.isEmpty {
                // Under this very lease it may have been completed before.
                let done = try session(
                    "SELECT 1 FROM @jobs WHERE id = $1 AND token = $2 AND state = 'done'",
                    .text(lease.job.id.rawValue),
                    .text(lease.token.rawValue)
                )
                if done.isEmpty { throw .ruled(.lostLease(lease.job.id)) }
            }
            session.news.insert(.event(lease.job.id))
            session.news.insert(.delivery)
        }
    }

    /// Does something that must not be done twice: `before` tells whether it was done, and only its answer got lost.
    private func run(
        _ operation: String,
        _ body: (_ session: Session, _ again: Bool) throws(PostgresFailure) -> Void,
        before: (_ session: Session) throws(PostgresFailure) -> Bool
    ) throws(QueueError) {
        try run(operation) { (session, again) throws(PostgresFailure) in
            if again, try before(session) { return }
            try body(session, again)
        }
    }
}
