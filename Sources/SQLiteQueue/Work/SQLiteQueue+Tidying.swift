public import Queueing
internal import Synchronization

extension SQLiteQueue {
    /// Does what is due.
    public func tidy() throws(QueueError) -> Removed {
        let (now, jump) = clockWatch.look()
        let ended = try endedWorkers()
        let step = 200
        let isBusy = try write { (connection) throws(QueueError) in
            if jump != nil { try connection.renewLeases(now + settings.lease, now: now) }
            return try connection.recover(ended, settings.retries, now: now) >= step
        }
        clockWatch.accept(jump)
        var removed = Removed()
        removed.jobs = try write { (connection) throws(QueueError) in
            try connection.removeOld(settings.retention, now: now, limit: step)
        }
        let gone = try write { (connection) throws(QueueError) in
            try connection.forgetWorkers(before: now - .seconds(86_400))
        }
        for worker in gone { neighbours.forget(worker) }
        let look = try removeUnused(now: now, limit: 1000)
        removed.contents = look.removed
        removed.isMore = isBusy || removed.jobs == step || look.removed > 0
        return removed
    }

    /// Looks at the next `limit` contents and removes those that nobody needs; goes round and round.
    private func removeUnused(now: Timestamp, limit: Int) throws(QueueError) -> (removed: Int, isRound: Bool) {
        let start = sweep.load(ordering: .relaxed)
        let (unused, last) = try read { (connection) throws(QueueError) in
            try connection.unused(since: now - settings.retention.unusedContentAge, after: start, limit: limit)
        }
        sweep.store(last ?? 0, ordering: .relaxed)
        if unused.isEmpty { return (0, last == nil) }
        let removed = try write { (connection) throws(QueueError) in
            var count = 0
            for id in unused {
                // Looked at once more: somebody may have come to need it meanwhile.
                count += try connection.run(
                    "DELETE FROM content WHERE id = ? AND \(Connection.isUnused)",
                    .integer(id),
                    .moment(now - settings.retention.unusedContentAge)
                )
            }
            return count
        }
        return (removed, last == nil)
    }
}

extension Connection {
    fileprivate static let isUnused = """
        used_at < ? AND NOT EXISTS (SELECT 1 FROM need WHERE need.content = content.id)
            AND NOT EXISTS (SELECT 1 FROM package WHERE package.content = content.id)
        """

    /// Contents that nobody needs, among the next `limit`; and the last one of these, nil where there were fewer.
    fileprivate func unused(
        since moment: Timestamp,
        after start: Int,
        limit: Int
    ) throws(QueueError) -> (unused: [Int], last: Int?) {
        let looked = try all(
            "SELECT id, \(Self.isUnused) FROM content WHERE id > ? ORDER BY id LIMIT ?",
            .moment(moment),
            .integer(start),
            .integer(limit)
        ) { row in (id: row.integer(0), isUnused: row.flag(1)) }
        return (looked.filter(\.isUnused).map(\.id), looked.count == limit ? looked.last?.id : nil)
    }

    /// Removes some of the jobs that need not be kept.
    fileprivate func removeOld(_ rule: RetentionRule, now: Timestamp, limit: Int) throws(QueueError) -> Int {
        var removed = 0
        if let age = rule.age {
            removed += try remove(where: Condition(text: "ended_at < ?", values: [.moment(now - age)]), limit: limit)
        }
        if let most = rule.count, removed < limit {
            let count = try first("SELECT total(count) FROM tally WHERE tenant = 0 AND state >= 2") { row in
                row.integer(0)
            }
            let excess = (count ?? 0) - most
            if excess > 0 {
                removed += try remove(where: Condition(text: "1", values: []), limit: min(excess, limit - removed))
            }
        }
        return removed
    }

    fileprivate func forgetWorkers(before moment: Timestamp) throws(QueueError) -> [WorkerID] {
        try all("DELETE FROM worker WHERE state = 'gone' AND heard_at < ? RETURNING id", .moment(moment)) { row in
            WorkerID(rawValue: row.text(0))
        }
    }
}
