internal import Queueing

extension PostgresQueue {
    /// Does what needs a lease, and once more where the server had forgotten it.
    ///
    /// - Parameters:
    ///   - lease: The lease.
    ///   - session: Where it is done.
    ///   - body: Does it; gives false where the lease is not there.
    /// - Throws: `lostLease` where it is another's now; what `body` throws.
    func underLease(
        _ lease: Lease,
        _ session: Session,
        _ body: () throws(PostgresFailure) -> Bool
    ) throws(PostgresFailure) {
        if try body() { return }
        if try restore(lease, session) != nil, try body() { return }
        throw .ruled(.lostLease(lease.job.id))
    }

    /// Gives a lease again that a server has forgotten in a crash.
    ///
    /// Nobody waits for the disk when a job is given out, so a server that crashes may forget that it was. It cannot have
    /// forgotten that and know of something later, as its log is in order: nothing that was told under the lease was
    /// acknowledged, and nobody has seen the job run since. The job waits then as if nothing had been, with one attempt less
    /// than the lease has; attempts never become fewer otherwise. A job that somebody else has got since then is theirs.
    ///
    /// - Returns: Until when it is given; nil: it cannot be.
    func restore(_ lease: Lease, _ session: Session) throws(PostgresFailure) -> Timestamp? {
        let now = now
        let until = now + settings.lease
        let rows = try session(
            """
            WITH restored AS (
                UPDATE @jobs j SET state = 'running', ready = false, worker = $3, token = $2, started_at = $5::bigint,
                    expires_at = $6::bigint, attempt = $4::int, cancel = false, last_record = NULL,
                    last_event = greatest(j.last_event + 1, \(EventNumber.first) + $7::int)
                WHERE j.id = $1 AND j.state = 'queued' AND j.ready AND j.attempt = $4::int - 1
                    AND EXISTS (SELECT 1 FROM @workers w WHERE w.id = $3 AND w.state <> 'gone')
                RETURNING j.number, j.last_event
            ), told AS (
                INSERT INTO @events (number, job, kind, at, attempt, detail)
                SELECT last_event, number, 'started', $5::bigint, $4::int, '' FROM restored
            )
            SELECT 1 FROM restored
            """,
            .text(lease.job.id.rawValue),
            .text(lease.token.rawValue),
            .text(lease.worker.rawValue),
            .int(lease.attempt),
            .int((lease.job.startedAt ?? now).milliseconds),
            .int(until.milliseconds),
            .int(session.nextEvent())
        )
        if rows.isEmpty { return nil }
        session.news.insert(.event(lease.job.id))
        return until
    }
}
