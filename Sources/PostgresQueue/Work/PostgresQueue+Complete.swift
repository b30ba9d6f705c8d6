public import Queueing

extension PostgresQueue {
    /// Says that the worker lives, and still has these leases; gives an answer for each, in the same order.
    public func heartbeat(_ worker: WorkerID, _ leases: [Lease]) throws(QueueError) -> [HeartbeatAnswer] {
        try run("send a heartbeat") { (session, _) throws(PostgresFailure) in
            let heard = try session(
                """
                UPDATE @workers SET heard_at = $2::bigint WHERE id = $1 AND state <> 'gone'
                RETURNING \(Self.serverClock)
                """,
                .text(worker.rawValue),
                .int(self.now.milliseconds)
            )
            guard let row = heard.first else {
                throw .ruled(.invalid("worker \(worker) was not registered, or is gone"))
            }
            if self.usesServerClock { self.noteServerClock(try row.int(0)) }
            let until = self.now + self.settings.lease
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
                "SELECT @record_progress($1, $2, $3, $4, $5, $6)",
                .text(lease.job.id.rawValue),
                .text(lease.token.rawValue),
                .text(name),
                .int(self.now.milliseconds),
                .texts(progress.map(\.kind.rawValue)),
                .bytesList(progress.map(\.detail))
            )
            guard try rows.first?.flag(0) == true else { throw .ruled(.lostLease(lease.job.id)) }
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
                "SELECT @complete_job($1, $2, $3, $4, $5, $6, $7, $8)",
                .text(lease.job.id.rawValue),
                .text(lease.token.rawValue),
                .int(self.now.milliseconds),
                .text(result.verdict),
                .optional(result.score),
                .bytes(result.report),
                .texts(progress.map(\.kind.rawValue) + [JobEvent.Kind.finished.rawValue]),
                .bytesList(progress.map(\.detail) + [Array(result.verdict.utf8)])
            )
            // `before`: under this very lease it may have been completed before.
            if try rows.first?.text(0) == "lost" { throw .ruled(.lostLease(lease.job.id)) }
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
