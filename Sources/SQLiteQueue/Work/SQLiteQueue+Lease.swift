public import Queueing

extension SQLiteQueue {
    /// Gives out jobs whose turn it is.
    public func lease(_ count: Int, for worker: WorkerID, labels: LabelSet) throws(QueueError) -> [Lease] {
        let (now, jump) = clockWatch.look()
        let ended = try endedWorkers()
        let leases = try write { (connection) throws(QueueError) in
            guard let name = try connection.nameOfLiving(worker) else {
                throw .invalid("worker \(worker) is not registered in \(name), or is gone")
            }
            if jump != nil { try connection.renewLeases(now + settings.lease, now: now) }
            try connection.recover(ended, settings.retries, now: now)
            var leases: [Lease] = []
            while leases.count < count, let number = try connection.nextJob(for: labels) {
                let expiry = now + settings.lease
                do throws(QueueError) {
                    leases.append(try connection.give(number, to: worker, name, until: expiry, now: now))
                } catch {
                    guard try connection.isUnreadable(number) else { throw error }
                    // Nobody can judge it, and it must not be in others' way.
                    try connection.bury(number, error.description, settings.retries, now: now)
                }
            }
            return leases
        }
        clockWatch.accept(jump)
        return leases
    }

    /// Says that the worker lives, and still has these leases.
    public func heartbeat(_ worker: WorkerID, _ leases: [Lease]) throws(QueueError) -> [HeartbeatAnswer] {
        let now = now
        let expiry = now + settings.lease
        // Nobody waits for this.
        return try writeSilently { (connection) throws(QueueError) in
            let known = try connection.run(
                "UPDATE worker SET heard_at = ? WHERE id = ? AND state <> 'gone'",
                .moment(now),
                .text(worker.rawValue)
            )
            guard known == 1 else { throw .invalid("worker \(worker) is not registered in \(name), or is gone") }
            var answers: [HeartbeatAnswer] = []
            for lease in leases {
                let cancel = try connection.first(
                    "UPDATE job SET expires_at = ? WHERE id = ? AND state = 1 AND token = ? RETURNING cancelling",
                    .moment(expiry),
                    .optional(lease.job.id.code),
                    .text(lease.token.rawValue)
                ) { row in row.flag(0) }
                answers.append(cancel.map { .extended(until: expiry, cancel: $0) } ?? .lost)
            }
            return answers
        }
    }
}

extension Connection {
    /// What a worker is called; nil when there is none, or it is gone.
    func nameOfLiving(_ worker: WorkerID) throws(QueueError) -> String? {
        try first("SELECT name FROM worker WHERE id = ? AND state <> 'gone'", .text(worker.rawValue)) { row in
            row.text(0)
        }
    }

    fileprivate func isUnreadable(_ number: Int) throws(QueueError) -> Bool {
        try first("SELECT request FROM job WHERE number = ?", .integer(number)) { row in
            RequestText.decode(row.text(0)) == nil
        } ?? false
    }

    /// Gives a job up that was just given out.
    fileprivate func bury(_ number: Int, _ reason: String, _ rule: RetryRule, now: Timestamp) throws(QueueError) {
        let held = try first(
            "SELECT \(HeldJob.columns) FROM job WHERE number = ?",
            .integer(number),
            take: HeldJob.init
        )
        if let held { try end(held, .failed, reason, isFinal: true, rule, now: now) }
    }

    /// The job whose turn it is among those that a worker with these labels can take.
    ///
    /// There is one look for each set of labels of which jobs are ready, at the first job of it; how many jobs there are
    /// does not matter.
    func nextJob(for labels: LabelSet) throws(QueueError) -> Int? {
        var best: (priority: Int, turn: Int, number: Int)?
        var place = 0
        while let head = try first(
            """
            SELECT labels, priority, turn, number FROM job INDEXED BY job_ready
            WHERE state = 0 AND ready = 1 AND labels > ? ORDER BY labels, priority DESC, turn, number LIMIT 1
            """,
            .integer(place),
            take: { row in (set: row.integer(0), priority: row.integer(1), turn: row.integer(2), number: row.integer(3))
            }
        ) {
            place = head.set
            guard try labelSet(number: head.set).fits(labels) else { continue }
            if let best, (-best.priority, best.turn, best.number) < (-head.priority, head.turn, head.number) {
                continue
            }
            best = (head.priority, head.turn, head.number)
        }
        return best?.number
    }

    /// The set of labels of that number.
    func labelSet(number: Int) throws(QueueError) -> LabelSet {
        if let known = labelSetsByNumber[number] { return known }
        let found = try first("SELECT labels FROM label_set WHERE id = ?", .integer(number)) { row in
            LabelSet(text: row.text(0))
        }
        labelSetsByNumber[number] = found ?? []
        return found ?? []
    }

    fileprivate func give(
        _ number: Int,
        to worker: WorkerID,
        _ name: String,
        until expiry: Timestamp,
        now: Timestamp
    ) throws(QueueError) -> Lease {
        let token = LeaseToken.random()
        let given = try first(
            """
            UPDATE job SET state = 1, ready = 0, worker = ?, worker_name = ?, token = ?, expires_at = ?, started_at = ?,
                attempt = attempt + 1, cancelling = 0
            WHERE number = ? RETURNING attempt, priority, turn
            """,
            .text(worker.rawValue),
            .text(name),
            .text(token.rawValue),
            .moment(expiry),
            .moment(now),
            .integer(number)
        ) { row in (attempt: row.integer(0), priority: row.integer(1), turn: row.integer(2)) }
        guard let given, let job = try job(number: number) else {
            throw .machinery(operation: "give out a job", detail: "it has vanished")
        }
        try run(
            """
            INSERT INTO round VALUES (?, ?) ON CONFLICT DO UPDATE SET turn = excluded.turn WHERE turn < excluded.turn
            """,
            .integer(given.priority),
            .integer(given.turn)
        )
        try tell(.started, of: number, attempt: given.attempt, at: now)
        return Lease(job: job, token: token, worker: worker, attempt: given.attempt, expiresAt: expiry)
    }
}
