internal import Queueing

extension SQLiteQueue {
    /// Workers of which nobody has said that they are gone, and whose processes have ended all the same.
    func endedWorkers() throws(QueueError) -> [WorkerID] {
        guard neighbours.shouldLook() else { return [] }
        return try read { (connection) throws(QueueError) in try connection.presentWorkers() }
            .filter { neighbours.hasEnded($0) }
    }
}

extension Connection {
    /// Workers that nobody has said are gone.
    func presentWorkers() throws(QueueError) -> [WorkerID] {
        try all("SELECT id FROM worker WHERE state <> 'gone'") { row in WorkerID(rawValue: row.text(0)) }
    }

    /// Has leases begin anew that have run out, or will not run out, only because the clock was set or the machine has slept.
    ///
    /// Their workers could not send a heartbeat meanwhile; that one has ended shows by its lock.
    func renewLeases(_ expiry: Timestamp, now: Timestamp) throws(QueueError) {
        try run(
            "UPDATE job SET expires_at = ? WHERE state = 1 AND (expires_at <= ? OR expires_at > ?)",
            .moment(expiry),
            .moment(now),
            .moment(expiry)
        )
    }

    /// Takes back what ended workers had, and what nobody has sent a heartbeat for; makes ready what has waited its time.
    ///
    /// - Returns: How many jobs were taken back or became ready.
    @discardableResult
    func recover(_ ended: [WorkerID], _ rule: RetryRule, now: Timestamp) throws(QueueError) -> Int {
        var count = 0
        for worker in ended {
            count += try take(from: worker, .lost, "its process ended", rule, now: now)
            try mark(worker, .gone, "its process ended", now: now)
        }
        let silent = try all(
            "SELECT \(HeldJob.columns) FROM job WHERE state = 1 AND expires_at <= ? ORDER BY expires_at LIMIT 200",
            .moment(now),
            take: HeldJob.init
        )
        for held in silent {
            let reason = "worker \(held.workerName) was not heard of any more"
            try end(held, .lost, reason, isFinal: false, rule, now: now)
        }
        return try count + silent.count + wakeDelayed(now: now)
    }

    /// Ends all attempts of a worker's that are under way.
    func take(
        from worker: WorkerID,
        _ ending: Attempt.Ending,
        _ reason: String,
        _ rule: RetryRule,
        now: Timestamp
    ) throws(QueueError) -> Int {
        let all = try all(
            "SELECT \(HeldJob.columns) FROM job WHERE state = 1 AND worker = ?",
            .text(worker.rawValue),
            take: HeldJob.init
        )
        for held in all {
            let told = ending == .lost ? "worker \(held.workerName) was lost: \(reason)" : reason
            try end(held, ending, told, isFinal: false, rule, now: now, waits: false)
        }
        return all.count
    }

    func mark(_ worker: WorkerID, _ state: WorkerRecord.State, _ detail: String, now: Timestamp) throws(QueueError) {
        // Whoever had taken itself out of service is still to be seen by its reason.
        let told = "CASE WHEN state = 'broken' THEN '\(WorkerRecord.outOfService)' || detail ELSE ? END"
        try run(
            "UPDATE worker SET state = ?, detail = \(state == .gone ? told : "?"), heard_at = ? WHERE id = ?",
            .text(state.rawValue),
            .text(detail),
            .moment(now),
            .text(worker.rawValue)
        )
    }

    /// Makes jobs ready that have waited their time; those that had a turn before keep it.
    private func wakeDelayed(now: Timestamp) throws(QueueError) -> Int {
        let due = try all(
            """
            SELECT number, tenant, priority, turn FROM job
            WHERE state = 0 AND ready = 0 AND not_before <= ? ORDER BY not_before LIMIT 200
            """,
            .moment(now)
        ) { row in
            (number: row.integer(0), tenant: row.integer(1), priority: row.integer(2), turn: row.optionalInteger(3))
        }
        for job in due {
            let kept = job.turn
            let turn = kept == nil ? try turn(tenant: job.tenant, priority: job.priority) : kept
            try run(
                "UPDATE job SET ready = 1, ready_at = ?, turn = ? WHERE number = ?",
                .moment(now),
                .optional(turn),
                .integer(job.number)
            )
        }
        return due.count
    }
}
