public import Queueing

extension PostgresQueue {
    /// Makes a worker known.
    ///
    /// Its heartbeats tell this engine that it lives, as the worker may be on any machine; that it has ended is told by its
    /// lock, too, where there is one (`PostgresSettings.workerLocks`).
    public func register(_ worker: WorkerRecord) throws(QueueError) {
        if let flaw = worker.labels.flaw { throw .invalid(flaw) }
        // Before it is in the database, and until it is gone: the lock says nothing but that this process lives.
        workerLocks?.take(worker.id)
        try run("register a worker", answer: .quick) { (session, _) throws(PostgresFailure) in
            try self.takeBackFromEnded(session)
            _ = try session(
                """
                INSERT INTO @workers (id, name, host, process, slots, labels, state, detail, started_at, heard_at)
                VALUES ($1, $2, $3, $4::bigint, $5::int, $6, $7, $8, $9::bigint, $9::bigint)
                ON CONFLICT (id) DO UPDATE SET name = $2, host = $3, process = $4::bigint, slots = $5::int,
                    labels = $6, state = $7, detail = $8, heard_at = $9::bigint
                """,
                .text(worker.id.rawValue),
                .text(worker.name),
                .text(worker.host),
                .int(worker.process),
                .int(worker.slots),
                .text(worker.labels.text),
                .text(worker.state.rawValue),
                .text(worker.detail),
                .int(self.now.milliseconds)
            )
            if worker.state == .ready { try self.forgetOutOfService(worker.id, session) }
        }
    }

    /// Says how it is with a worker.
    public func report(
        _ worker: WorkerID,
        _ state: WorkerRecord.State,
        detail: String
    ) throws(QueueError) {
        try run("report a worker", answer: .quick) { (session, _) throws(PostgresFailure) in
            try session.transaction { () throws(PostgresFailure) in
                let rows = try session(
                    """
                    UPDATE @workers SET state = $2,
                        detail = CASE WHEN $2 = 'gone' THEN \(Self.lastWord("$3")) ELSE $3 END,
                        heard_at = CASE WHEN $2 = 'gone' THEN heard_at ELSE $4::bigint END
                    WHERE id = $1 AND state <> 'gone' RETURNING 1
                    """,
                    .text(worker.rawValue),
                    .text(state.rawValue),
                    .text(detail),
                    .int(self.now.milliseconds)
                )
                if rows.isEmpty {
                    // To be gone twice is no error: somebody else may have noticed first.
                    if state == .gone { return }
                    throw .ruled(.invalid("worker \(worker) was not registered, or is gone"))
                }
                if state == .gone { try self.takeBack(from: worker, detail, session) }
                if state == .ready { try self.forgetOutOfService(worker, session) }
            }
        }
        if state == .gone { workerLocks?.letGo(of: worker) }
    }

    /// The detail of a worker that is gone from now on: who had taken itself out of service is still to be seen by its reason.
    static func lastWord(_ detail: String) -> String {
        "CASE WHEN state = 'broken' THEN '\(WorkerRecord.outOfService)' || detail ELSE \(detail) END"
    }

    /// What was told of workers of that one's name that had taken themselves out of service is news no more.
    private func forgetOutOfService(_ worker: WorkerID, _ session: Session) throws(PostgresFailure) {
        _ = try session(
            """
            UPDATE @workers SET detail = substr(detail, \(WorkerRecord.outOfService.count + 1))
            WHERE state = 'gone' AND detail LIKE '\(WorkerRecord.outOfService)%'
                AND name = (SELECT name FROM @workers WHERE id = $1)
            """,
            .text(worker.rawValue)
        )
    }

    private func takeBack(from worker: WorkerID, _ detail: String, _ session: Session) throws(PostgresFailure) {
        for job in try held("j.worker = $1", [.text(worker.rawValue)], session) {
            let ending: Attempt.Ending = detail.isEmpty ? .released : job.isWorkerExcused ? .excused : .lost
            let reason = detail.isEmpty ? "worker \(job.workerName) has ended" : detail
            _ = try end(job, ending, reason, isFinal: false, waits: false, session)
        }
    }

    /// Says that something outside of its jobs has ended a worker: what it lost does not count against them.
    public func excuse(_ worker: WorkerID) throws(QueueError) {
        try run("excuse a worker", answer: .quick) { (session, _) throws(PostgresFailure) in
            try session.transaction { () throws(PostgresFailure) in
                _ = try session("UPDATE @workers SET excused = true WHERE id = $1", .text(worker.rawValue))
                _ = try session(
                    "UPDATE @attempts SET ending = 'excused' WHERE worker = $1 AND ending = 'lost'",
                    .text(worker.rawValue)
                )
            }
        }
    }

    /// All workers, those that are gone included as long as they are kept: for a day.
    public func workers() throws(QueueError) -> [WorkerRecord] {
        try run("list workers") { (session, _) throws(PostgresFailure) in
            try self.workers(session, "true")
        }
    }

    func workers(_ session: Session, _ condition: String) throws(PostgresFailure) -> [WorkerRecord] {
        let rows = try session.run(
            """
            SELECT id, name, host, process, slots, labels, state, detail, started_at, heard_at,
                (SELECT count(*) FROM @jobs j WHERE j.state = 'running' AND j.worker = w.id)
            FROM @workers w WHERE \(condition) ORDER BY name, started_at, id
            """,
            []
        )
        var result: [WorkerRecord] = []
        for row in rows {
            result.append(
                WorkerRecord(
                    id: WorkerID(rawValue: try row.text(0)),
                    name: try row.text(1),
                    host: try row.text(2),
                    process: try row.int(3),
                    slots: try row.int(4),
                    labels: LabelSet(text: try row.text(5)),
                    state: WorkerRecord.State(rawValue: try row.text(6)) ?? .gone,
                    detail: try row.text(7),
                    startedAt: Timestamp(milliseconds: try row.int(8)),
                    heardAt: Timestamp(milliseconds: try row.int(9)),
                    running: try row.int(10)
                )
            )
        }
        return result
    }
}
