public import Queueing

extension SQLiteQueue {
    /// Waits until `lease` may have something to give.
    public func waitForWork(labels: LabelSet, timeout: Duration) throws(QueueError) -> Bool {
        try neighbours.wait(timeout) { () throws(QueueError) in
            let now = now
            let isLookDue = neighbours.isLookDue
            let (isThere, due, workers) = try read { (connection) throws(QueueError) in
                (
                    try connection.nextJob(for: labels) != nil,
                    try connection.nextMoment(),
                    isLookDue ? try connection.presentWorkers() : []
                )
            }
            if isThere || due.map({ $0 <= now }) ?? false || workers.contains(where: { neighbours.hasEnded($0) }) {
                return (true, nil)
            }
            if isLookDue { _ = neighbours.shouldLook() }
            return (nil, due.map { $0 - now })
        } ?? false
    }

    /// Waits until somebody wants a job of that worker's stopped.
    public func waitForCancellations(
        of worker: WorkerID,
        besides known: Set<JobID>,
        timeout: Duration
    ) throws(QueueError) -> Set<JobID> {
        try neighbours.wait(timeout) { () throws(QueueError) in
            let wanted = try read { (connection) throws(QueueError) in
                try connection.all(
                    "SELECT id FROM job WHERE state = 1 AND cancelling = 1 AND worker = ?",
                    .text(worker.rawValue)
                ) { row in JobID(code: row.integer(0)) }
            }
            let new = Set(wanted).subtracting(known)
            return (new.isEmpty ? nil : new, nil)
        } ?? []
    }
}

extension Connection {
    /// When the next job has waited its time, or the next lease runs out.
    fileprivate func nextMoment() throws(QueueError) -> Timestamp? {
        try first(
            """
            SELECT min(moment) FROM (
                SELECT min(not_before) AS moment FROM job WHERE state = 0 AND ready = 0
                UNION ALL SELECT min(expires_at) FROM job WHERE state = 1
            )
            """
        ) { row in row.optionalMoment(0) } ?? nil
    }
}
