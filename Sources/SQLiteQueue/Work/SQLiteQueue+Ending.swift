public import Queueing

extension SQLiteQueue {
    /// Tells what goes on with a job.
    public func record(_ progress: [Progress], under lease: Lease) throws(QueueError) {
        let now = now
        try write { (connection) throws(QueueError) in
            guard let held = try connection.held(lease) else { throw .lostLease(lease.job.id) }
            try connection.tell(progress, of: held, at: now)
        }
    }

    /// Ends a job with its result.
    public func complete(_ lease: Lease, _ result: JobResult, after progress: [Progress]) throws(QueueError) {
        let now = now
        try write { (connection) throws(QueueError) in
            guard let held = try connection.held(lease) else {
                if try connection.hasCompleted(lease) { return }
                throw .lostLease(lease.job.id)
            }
            // First: what is told of the job's end has the score in it.
            try connection.run(
                "INSERT INTO result (job, verdict, score, report) VALUES (?, ?, ?, ?)",
                .integer(held.number),
                .text(result.verdict),
                .optional(result.score),
                .blob(ReportPacking.pack(result.report))
            )
            try connection.run(
                "UPDATE job SET state = 2, ended_at = ?, expires_at = NULL, cancelling = 0, verdict = ? WHERE number = ?",
                .moment(now),
                .text(result.verdict),
                .integer(held.number)
            )
            try connection.tell(progress, of: held, at: now)
            try connection.tell(
                .finished,
                of: held.number,
                attempt: held.attempt,
                at: now,
                detail: Array(result.verdict.utf8)
            )
        }
    }

    /// Ends an attempt without a result.
    public func fail(_ lease: Lease, reason: String, isFinal: Bool) throws(QueueError) -> Afterwards {
        try end(lease, .failed, reason, isFinal: isFinal)
    }

    /// Hands a job back.
    public func release(_ lease: Lease, reason: String) throws(QueueError) -> Afterwards {
        try end(lease, .released, reason, isFinal: false)
    }

    /// Says that a job was stopped because somebody wanted it stopped.
    public func confirmCancellation(_ lease: Lease) throws(QueueError) {
        let now = now
        try write { (connection) throws(QueueError) in
            guard let held = try connection.held(lease) else { throw .lostLease(lease.job.id) }
            guard held.isCancelling else {
                throw .wrongState(lease.job.id, .running, needed: "jobs that somebody wants cancelled, and no other")
            }
            try connection.end(held, .cancelled, "cancelled", isFinal: false, settings.retries, now: now)
        }
    }

    private func end(
        _ lease: Lease,
        _ ending: Attempt.Ending,
        _ reason: String,
        isFinal: Bool
    ) throws(QueueError) -> Afterwards {
        let now = now
        return try write { (connection) throws(QueueError) in
            guard let held = try connection.held(lease) else { throw .lostLease(lease.job.id) }
            return try connection.end(held, ending, reason, isFinal: isFinal, settings.retries, now: now)
        }
    }
}

/// A running job, and who has it.
struct HeldJob {
    var number: Int
    var attempt: Int
    var forgiven: Int
    var worker: WorkerID
    var workerName: String
    var startedAt: Timestamp
    var isCancelling: Bool

    static let columns = "number, attempt, forgiven, worker, worker_name, started_at, cancelling"

    init(_ row: Row) {
        number = row.integer(0)
        attempt = row.integer(1)
        forgiven = row.integer(2)
        worker = WorkerID(rawValue: row.text(3))
        workerName = row.text(4)
        startedAt = row.moment(5)
        isCancelling = row.flag(6)
    }
}

extension Connection {
    /// The job under that lease; nil when it is not under it any more.
    func held(_ lease: Lease) throws(QueueError) -> HeldJob? {
        try first(
            "SELECT \(HeldJob.columns) FROM job WHERE id = ? AND state = 1 AND token = ?",
            .optional(lease.job.id.code),
            .text(lease.token.rawValue),
            take: HeldJob.init
        )
    }

    fileprivate func hasCompleted(_ lease: Lease) throws(QueueError) -> Bool {
        try first(
            "SELECT 1 FROM job WHERE id = ? AND state = 2 AND token = ?",
            .optional(lease.job.id.code),
            .text(lease.token.rawValue)
        ) { _ in true } ?? false
    }

    fileprivate func tell(_ progress: [Progress], of held: HeldJob, at now: Timestamp) throws(QueueError) {
        for step in progress {
            try tell(step.kind, of: held.number, attempt: held.attempt, at: now, detail: step.detail)
        }
    }

    /// Ends an attempt without a result, and does with the job what the rule says.
    @discardableResult
    func end(
        _ held: HeldJob,
        _ ending: Attempt.Ending,
        _ reason: String,
        isFinal: Bool,
        _ rule: RetryRule,
        now: Timestamp,
        waits: Bool = true
    ) throws(QueueError) -> Afterwards {
        let reason = String(decoding: Array(reason.utf8.prefix(2000)), as: UTF8.self)
        try run(
            """
            INSERT INTO attempt (job, number, worker, worker_name, started_at, ended_at, ending, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            .integer(held.number),
            .integer(held.attempt),
            .text(held.worker.rawValue),
            .text(held.workerName),
            .moment(held.startedAt),
            .moment(now),
            .text(ending.rawValue),
            .text(reason)
        )
        let afterwards = rule.afterwards(
            try attempts(of: held.number, beyond: held.forgiven),
            isFinal: isFinal,
            isCancelled: held.isCancelling,
            now: now,
            chance: .random(in: 0...1),
            waits: waits
        )
        switch afterwards {
        case .queued(let notBefore): try putBack(held, notBefore: notBefore, reason, now: now)
        case .dead(let death): try close(held, .dead, .dead, death, now: now)
        case .cancelled: try close(held, .cancelled, .cancelled, nil, now: now)
        }
        return afterwards
    }

    private func putBack(_ held: HeldJob, notBefore: Timestamp, _ reason: String, now: Timestamp) throws(QueueError) {
        let isReady = notBefore <= now
        try run(
            """
            UPDATE job SET state = 0, ready = ?, not_before = ?, ready_at = ?, token = NULL, expires_at = NULL, cancelling = 0
            WHERE number = ?
            """,
            .flag(isReady),
            .moment(notBefore),
            .moment(isReady ? now : nil),
            .integer(held.number)
        )
        try tell(.requeued, of: held.number, attempt: held.attempt, at: now, detail: Array(reason.utf8))
    }

    private func close(
        _ held: HeldJob,
        _ state: JobState,
        _ kind: JobEvent.Kind,
        _ death: String?,
        now: Timestamp
    ) throws(QueueError) {
        try run(
            """
            UPDATE job SET state = ?, ended_at = ?, death = ?, token = NULL, expires_at = NULL, cancelling = 0 WHERE number = ?
            """,
            .integer(state.code),
            .moment(now),
            .optional(death),
            .integer(held.number)
        )
        try tell(kind, of: held.number, attempt: held.attempt, at: now, detail: Array((death ?? "").utf8))
    }
}
