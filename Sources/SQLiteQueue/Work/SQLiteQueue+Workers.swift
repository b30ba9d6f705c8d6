public import Queueing

extension SQLiteQueue {
    /// Makes a worker known, and locks the file by which its end is noticed.
    public func register(_ worker: WorkerRecord) throws(QueueError) {
        if let flaw = worker.labels.flaw { throw .invalid(flaw) }
        let now = now
        // Before it is in the database: nobody must find it there without its lock.
        let isNew = try neighbours.appear(worker.id)
        do throws(QueueError) {
            try write { (connection) throws(QueueError) in
                _ = try connection.run(
                    """
                    INSERT INTO worker (id, name, host, process, slots, labels, state, detail, started_at, heard_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET name = excluded.name, host = excluded.host, process = excluded.process,
                        slots = excluded.slots, labels = excluded.labels, state = excluded.state, detail = excluded.detail,
                        heard_at = excluded.heard_at
                    """,
                    .text(worker.id.rawValue),
                    .text(worker.name),
                    .text(worker.host),
                    .integer(worker.process),
                    .integer(worker.slots),
                    .text(worker.labels.text),
                    .text(worker.state.rawValue),
                    .text(worker.detail),
                    .moment(now),
                    .moment(now)
                )
                if worker.state == .ready { try connection.forgetOutOfService(worker.id) }
            }
        } catch {
            // What one has that was known before must not be taken from it.
            if isNew { neighbours.disappear(worker.id) }
            throw error
        }
    }

    /// Says how it is with a worker.
    public func report(_ worker: WorkerID, _ state: WorkerRecord.State, detail: String) throws(QueueError) {
        let now = now
        try write { (connection) throws(QueueError) in
            guard try connection.nameOfLiving(worker) != nil else {
                // To be gone twice is no error: somebody else may have noticed first.
                if state == .gone { return }
                throw .invalid("worker \(worker) is not registered in \(name), or is gone")
            }
            try connection.mark(worker, state, detail, now: now)
            if state == .ready { try connection.forgetOutOfService(worker) }
            if state == .gone {
                let ending: Attempt.Ending = detail.isEmpty ? .released : .lost
                let reason = detail.isEmpty ? "the worker ended" : detail
                _ = try connection.take(from: worker, ending, reason, settings.retries, now: now)
            }
        }
        if state == .gone { neighbours.disappear(worker) }
    }

    /// Says that something outside of its jobs has ended a worker.
    public func excuse(_ worker: WorkerID) throws(QueueError) {
        try write { (connection) throws(QueueError) in
            _ = try connection.run(
                "UPDATE attempt SET ending = 'excused' WHERE worker = ? AND ending = 'lost'",
                .text(worker.rawValue)
            )
        }
    }

    /// All workers that are kept.
    public func workers() throws(QueueError) -> [WorkerRecord] {
        try read { (connection) throws(QueueError) in try connection.workers("") }
    }
}

extension Connection {
    /// Holds for workers that statistics may tell of.
    static let isTold = "(state <> 'gone' OR detail LIKE '\(WorkerRecord.outOfService)%')"

    /// What was told of workers of that one's name that had taken themselves out of service is news no more.
    fileprivate func forgetOutOfService(_ worker: WorkerID) throws(QueueError) {
        try run(
            """
            UPDATE worker SET detail = substr(detail, \(WorkerRecord.outOfService.count + 1))
            WHERE state = 'gone' AND detail LIKE '\(WorkerRecord.outOfService)%'
                AND name = (SELECT name FROM worker WHERE id = ?)
            """,
            .text(worker.rawValue)
        )
    }

    func workers(_ condition: String) throws(QueueError) -> [WorkerRecord] {
        try all(
            """
            SELECT id, name, host, process, slots, labels, state, detail, started_at, heard_at,
                (SELECT count(*) FROM job WHERE job.state = 1 AND job.worker = worker.id)
            FROM worker \(condition) ORDER BY started_at, id
            """
        ) { (row) throws(QueueError) in
            guard let state = WorkerRecord.State(rawValue: row.text(6)) else {
                throw .machinery(operation: "read a worker", detail: "there is no state '\(row.text(6))'")
            }
            return WorkerRecord(
                id: WorkerID(rawValue: row.text(0)),
                name: row.text(1),
                host: row.text(2),
                process: row.integer(3),
                slots: row.integer(4),
                labels: LabelSet(text: row.text(5)),
                state: state,
                detail: row.text(7),
                startedAt: row.moment(8),
                heardAt: row.moment(9),
                running: row.integer(10)
            )
        }
    }
}
