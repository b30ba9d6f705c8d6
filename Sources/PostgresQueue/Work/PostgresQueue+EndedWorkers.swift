internal import Queueing

extension PostgresQueue {
    /// Takes back what workers had whose processes have ended on this machine, without waiting for their leases.
    ///
    /// That goes for a worker that is gone already, too: what it had asked for just before its end may have been done only
    /// after somebody said that it was gone. So its file stays until it has been silent for the time of a lease.
    func takeBackFromEnded(_ session: Session) throws(PostgresFailure) {
        guard let workerLocks else { return }
        let ended = workerLocks.ended()
        if ended.isEmpty { return }
        // Those that are not known here are another queue's.
        let rows = try session(
            """
            SELECT id, state <> 'gone' OR EXISTS (SELECT 1 FROM @jobs j WHERE j.state = 'running' AND j.worker = w.id),
                heard_at < $2::bigint
            FROM @workers w WHERE id = ANY($1)
            """,
            .texts(ended.map(\.rawValue)),
            .int((now - settings.lease).milliseconds)
        )
        for row in rows {
            let worker = WorkerID(rawValue: try row.text(0))
            if try row.flag(1) {
                try session.transaction { () throws(PostgresFailure) in
                    try self.takeBack(fromEnded: worker, session)
                }
            } else if try row.flag(2) {
                workerLocks.forget(worker)
            }
        }
    }

    private func takeBack(fromEnded worker: WorkerID, _ session: Session) throws(PostgresFailure) {
        // Whoever excuses it at this moment does so before all of this, or after it.
        _ = try session("SELECT FROM @workers WHERE id = $1 FOR UPDATE", .text(worker.rawValue))
        _ = try session(
            """
            UPDATE @workers SET state = 'gone', detail = \(Self.lastWord("'its process ended'"))
            WHERE id = $1 AND state <> 'gone'
            """,
            .text(worker.rawValue)
        )
        for job in try held("j.worker = $1", [.text(worker.rawValue)], session) {
            let ending: Attempt.Ending = job.isWorkerExcused ? .excused : .lost
            let reason = "worker \(job.workerName) was lost: its process ended"
            do throws(PostgresFailure) {
                try session.savepoint { () throws(PostgresFailure) in
                    _ = try self.end(job, ending, reason, isFinal: false, waits: false, session)
                }
            } catch {
                // A job that cannot be ended must not keep others from coming back; its lease will run out.
                guard case .reported(let report) = error, !report.isConflict, !report.isOutage else { throw error }
            }
        }
    }
}
