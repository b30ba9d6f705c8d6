internal import Linux
public import Queueing
internal import Synchronization

extension PostgresQueue {
    /// Removes up to `limit` jobs that have ended and to which `filter` applies, the oldest ones first, with all that
    /// belongs to them.
    public func purge(_ filter: JobFilter, limit: Int) throws(QueueError) -> Int {
        let condition = FilterText(filter)
        var count = 0
        while count < limit {
            let size = min(500, limit - count)
            let removed = try run("remove jobs") { (session, _) throws(PostgresFailure) in
                try self.remove(condition.text, condition.parameters, limit: size, session)
            }
            count += removed
            if removed < size { break }
        }
        return count
    }

    private func remove(
        _ condition: String,
        _ parameters: [Parameter],
        limit: Int,
        _ session: Session
    ) throws(PostgresFailure) -> Int {
        try session.run(
            """
            WITH chosen AS MATERIALIZED (
                SELECT number FROM @jobs j WHERE j.ended_at IS NOT NULL AND \(condition)
                ORDER BY j.ended_at, j.number LIMIT \(limit) FOR UPDATE SKIP LOCKED
            ),
            events AS (DELETE FROM @events WHERE job IN (SELECT number FROM chosen)),
            attempts AS (DELETE FROM @attempts WHERE job IN (SELECT number FROM chosen)),
            contents AS (DELETE FROM @job_contents WHERE job IN (SELECT number FROM chosen)),
            gone AS (DELETE FROM @jobs WHERE number IN (SELECT number FROM chosen) RETURNING 1)
            SELECT count(*) FROM gone
            """,
            parameters
        ).first?.int(0) ?? 0
    }

    /// Does what is due: takes back what was lost, and removes some of what need not be kept; short enough to be called
    /// between two jobs.
    public func tidy() throws(QueueError) -> Removed {
        try run("tidy up") { (session, _) throws(PostgresFailure) in
            try self.readServerClock(session)
            try self.takeBackFromEnded(session)
            let look = try self.look(session, labels: [])
            if look.isExpired { try self.takeBackExpired(session) }
            if look.isDue { try self.readyDue(session) }
            try self.forgetWorkers(session)
            var removed = try session.transaction { () throws(PostgresFailure) in
                // One at a time: two that see the same excess would each remove it.
                let lock = "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 6))"
                let isOurs = try session(lock, .text("assay tidy \(self.postgres.schema)")).first?.flag(0) ?? false
                return isOurs ? try self.removeEnded(session) : Removed()
            }
            let contents = try self.removeContents(session)
            removed.contents = contents.removed
            removed.isMore = removed.isMore || contents.isMore
            return removed
        }
    }

    /// Workers that have not been heard of for long are gone, and what is gone is forgotten after a day.
    private func forgetWorkers(_ session: Session) throws(PostgresFailure) {
        let silence = max(settings.lease * 3, settings.heartbeat * 10)
        _ = try session(
            """
            UPDATE @workers w SET state = 'gone', detail = \(Self.lastWord("'it was not heard of any more'"))
            WHERE state <> 'gone' AND heard_at < $1::bigint
                AND NOT EXISTS (SELECT 1 FROM @jobs j WHERE j.state = 'running' AND j.worker = w.id)
            """,
            .int((now - silence).milliseconds)
        )
        _ = try session(
            "DELETE FROM @workers WHERE state = 'gone' AND heard_at < $1::bigint",
            .int((now - .seconds(86_400)).milliseconds)
        )
    }

    private func removeEnded(_ session: Session) throws(PostgresFailure) -> Removed {
        let batch = 500
        var count = 0
        var isMore = false
        if let age = settings.retention.age {
            let moment = (now - age).milliseconds
            count = try remove("j.ended_at < $1::bigint", [.int(moment)], limit: batch, session)
            isMore = count == batch
        }
        guard let kept = settings.retention.count, count < batch else { return Removed(jobs: count, isMore: isMore) }
        let start = Clock.nanoseconds
        if start < nextRetentionCount.load(ordering: .relaxed) { return Removed(jobs: count, isMore: isMore) }
        let ended = try session.run("SELECT count(*) FROM @jobs WHERE ended_at IS NOT NULL", []).first?.int(0) ?? 0
        let took = Clock.nanoseconds - start
        // Where counting takes long, it is done for a twentieth of the time at most.
        if ended > 10_000, ended <= kept {
            nextRetentionCount.store(start + 20 * took, ordering: .relaxed)
        }
        if ended > kept {
            let size = min(batch, ended - kept)
            count += try remove("true", [], limit: size, session)
            isMore = isMore || ended - kept > size
        }
        return Removed(jobs: count, isMore: isMore)
    }

    /// Looks at the content that was not asked for longest.
    ///
    /// What a job or a package needs is not looked at again for a
    /// while; the rest is removed.
    private func removeContents(_ session: Session) throws(PostgresFailure) -> (removed: Int, isMore: Bool) {
        let batch = 100
        return try session.transaction { () throws(PostgresFailure) in
            let rows = try session(
                """
                SELECT c.digest, EXISTS (SELECT 1 FROM @job_contents r WHERE r.content = c.digest)
                    OR EXISTS (SELECT 1 FROM @packages p WHERE p.content = c.digest)
                FROM (
                    SELECT digest, used_at FROM @contents WHERE used_at <= $1::bigint
                    ORDER BY used_at LIMIT \(batch) FOR UPDATE SKIP LOCKED
                ) AS c
                """,
                .int((self.now - self.settings.retention.unusedContentAge).milliseconds)
            )
            var needed: [String] = []
            var unused: [String] = []
            for row in rows {
                if try row.flag(1) { needed.append(try row.text(0)) } else { unused.append(try row.text(0)) }
            }
            if !needed.isEmpty {
                _ = try session(
                    "UPDATE @contents SET used_at = $2::bigint WHERE digest = ANY($1)",
                    .texts(needed),
                    .int(self.now.milliseconds)
                )
            }
            if !unused.isEmpty {
                _ = try session(
                    """
                    WITH bytes AS (DELETE FROM @chunks WHERE digest = ANY($1))
                    DELETE FROM @contents WHERE digest = ANY($1)
                    """,
                    .texts(unused)
                )
            }
            return (unused.count, rows.count == batch && !unused.isEmpty)
        }
    }
}
