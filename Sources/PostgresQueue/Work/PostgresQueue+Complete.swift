public import Queueing

extension PostgresQueue {
    /// Says that the worker lives, and still has these leases; gives an answer for each, in the same order.
    public func heartbeat(_ worker: WorkerID, _ leases: [Lease]) throws(QueueError) -> [HeartbeatAnswer] {
        // Whoever hears nothing for the time of a lease had better ask on another connection.
        try run("send a heartbeat", answer: .within(settings.lease)) { (session, _) throws(PostgresFailure) in
            // Nobody waits for the disk: after a crash leases have the time of another one.
            let rows = try session(
                """
                WITH heard AS (
                    UPDATE @workers SET heard_at = coalesce($2::bigint, \(Self.serverClock))
                    WHERE id = $1 AND state <> 'gone' RETURNING heard_at
                ), held AS (
                    UPDATE @jobs j SET expires_at = heard.heard_at + $5::bigint
                    FROM heard, unnest($3::text[], $4::text[]) AS l (id, token)
                    WHERE j.id = l.id AND j.token = l.token AND j.state = 'running' RETURNING j.token, j.cancel
                )
                SELECT heard.heard_at, held.token, held.cancel, set_config('synchronous_commit', 'off', true)
                FROM heard LEFT JOIN held ON true
                """,
                .text(worker.rawValue),
                .optional(self.usesServerClock ? nil : self.now.milliseconds),
                .texts(leases.map(\.job.id.rawValue)),
                .texts(leases.map(\.token.rawValue)),
                .int(self.settings.lease.inMilliseconds)
            )
            guard let row = rows.first else {
                throw .ruled(.invalid("worker \(worker) was not registered, or is gone"))
            }
            let heardAt = Timestamp(milliseconds: try row.int(0))
            if self.usesServerClock { self.noteServerClock(heardAt.milliseconds) }
            var held: [String: Bool] = [:]
            for row in rows {
                if let token = try row.optionalText(1) { held[token] = try row.flag(2) }
            }
            var answers: [HeartbeatAnswer] = []
            for lease in leases {
                if let cancel = held[lease.token.rawValue] {
                    answers.append(.extended(until: heardAt + self.settings.lease, cancel: cancel))
                } else {
                    answers.append(
                        try self.restore(lease, session).map { .extended(until: $0, cancel: false) } ?? .lost
                    )
                }
            }
            return answers
        }
    }

    /// Tells what goes on with a job, in order.
    public func record(_ progress: [Progress], under lease: Lease) throws(QueueError) {
        if progress.isEmpty { return }
        // By this a record is known that was written, and whose answer got lost.
        let name = LeaseToken.random().rawValue
        try run("record progress", answer: .quick) { (session, _) throws(PostgresFailure) in
            try self.underLease(lease, session) { () throws(PostgresFailure) in
                try session(
                    "SELECT @record_progress($1, $2, $3, $4, $5, $6)",
                    .text(lease.job.id.rawValue),
                    .text(lease.token.rawValue),
                    .text(name),
                    .int(self.now.milliseconds),
                    .texts(progress.map(\.kind.rawValue)),
                    .bytesList(progress.map(\.detail))
                ).first?.flag(0) == true
            }
            session.news.insert(.event(lease.job.id))
        }
    }

    /// Ends a job with its result, and tells `progress` before that, in one step: either both are on disk or nothing is.
    public func complete(_ lease: Lease, _ result: JobResult, after progress: [Progress]) throws(QueueError) {
        try run("complete a job", answer: .quick) { (session, _) throws(PostgresFailure) in
            // `before`: under this very lease it may have been completed before.
            var outcome: String?
            try self.underLease(lease, session) { () throws(PostgresFailure) in
                outcome = try session(
                    "SELECT @complete_job($1, $2, $3, $4, $5, $6, $7, $8)",
                    .text(lease.job.id.rawValue),
                    .text(lease.token.rawValue),
                    .int(self.now.milliseconds),
                    .text(result.verdict),
                    .optional(result.score),
                    .bytes(result.report),
                    .texts(progress.map(\.kind.rawValue) + [JobEvent.Kind.finished.rawValue]),
                    .bytesList(progress.map(\.detail) + [Array(result.verdict.utf8)])
                ).first?.text(0)
                return outcome != "lost"
            }
            session.news.insert(.event(lease.job.id))
            // Those who send messages are woken only where there is somebody to tell.
            if outcome != "done" { session.news.insert(.delivery) }
        }
    }
}
