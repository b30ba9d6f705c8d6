public import Queueing

extension SQLiteQueue {
    /// Enqueues jobs, all of them or none.
    public func enqueue(_ jobs: [NewJob]) throws(QueueError) -> [Enqueued] {
        for job in jobs { if let flaw = job.flaw { throw .invalid(flaw) } }
        let now = now
        return try write { (connection) throws(QueueError) in
            var results: [Enqueued] = []
            for job in jobs {
                results.append(try connection.enqueue(job, now: now, depth: settings.depth))
            }
            return results
        }
    }
}

extension Connection {
    fileprivate func enqueue(_ job: NewJob, now: Timestamp, depth: DepthRule) throws(QueueError) -> Enqueued {
        let tenant = try tenant(job.tenant)
        let body = job.idempotencyKey == nil ? nil : job.bodyDigest
        if let key = job.idempotencyKey {
            let known = try first("SELECT id, body FROM job WHERE tenant = ? AND key = ?", .integer(tenant), .text(key))
            { row in
                (id: JobID(code: row.integer(0)), body: row.text(1))
            }
            if let known {
                guard known.body == body else { throw .idempotencyConflict(key: key, job: known.id) }
                return Enqueued(id: known.id, isNew: false)
            }
        }
        try refuseIfFull(tenant, job.tenant, depth, now: now)
        let rejudged = try rejudgeable(job.rejudges)
        let isReady = job.notBefore.map { $0 <= now } ?? true
        let turn = isReady ? try turn(tenant: tenant, priority: job.priority) : nil
        let id = JobID.random()
        try run(
            """
            INSERT INTO job (id, tenant, labels, priority, state, ready, turn, not_before, ready_at, created_at, key, body,
                problem, request, rejudges, asked_not_before, api_key, webhook)
            VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            .optional(id.code),
            .integer(tenant),
            .integer(try labelSet(job.labels)),
            .integer(job.priority),
            .flag(isReady),
            .optional(turn),
            .moment(job.notBefore),
            .moment(isReady ? now : nil),
            .moment(now),
            .optional(job.idempotencyKey),
            .optional(body),
            .text(job.request.problem.name),
            .text(RequestText.encode(job.request)),
            .optional(rejudged),
            .moment(job.notBefore),
            .optional(job.apiKey),
            .optional(job.webhook)
        )
        let number = lastInserted
        for content in job.request.contents {
            let isThere = try run(
                "INSERT INTO need (content, job) SELECT id, ? FROM content WHERE digest = ? AND whole = 1",
                .integer(number),
                .text(content.rawValue)
            )
            guard isThere == 1 else { throw .missingContent(content) }
        }
        try tell(.queued, of: number, attempt: 0, at: now)
        return Enqueued(id: id, isNew: true)
    }

    /// Throws `full` when no more jobs of the tenant may be added.
    func refuseIfFull(_ tenant: Int, _ name: String, _ depth: DepthRule, now: Timestamp) throws(QueueError) {
        let ofTenant = try openJobs(tenant)
        let inAll = try openJobs(0)
        if ofTenant < depth.tenant && inAll < depth.total { return }
        let ended = try endedJobs(since: now - .seconds(60))
        if let refusal = depth.refusal(
            tenant: name,
            adding: 1,
            ofTenant: ofTenant,
            inAll: inAll,
            endedLastMinute: ended
        ) {
            throw refusal
        }
    }

    /// How many jobs of a tenant (0: of all) have not ended.
    private func openJobs(_ tenant: Int) throws(QueueError) -> Int {
        try first("SELECT total(count) FROM tally WHERE tenant = ? AND state IN (0, 1)", .integer(tenant)) { row in
            row.integer(0)
        } ?? 0
    }

    /// How many jobs have ended since then; counted up to 100,000.
    func endedJobs(since moment: Timestamp) throws(QueueError) -> Int {
        try first(
            "SELECT count(*) FROM (SELECT 1 FROM job WHERE state >= 2 AND ended_at >= ? LIMIT 100000)",
            .moment(moment)
        ) { row in row.integer(0) } ?? 0
    }

    private func rejudgeable(_ id: JobID?) throws(QueueError) -> Int? {
        guard let id else { return nil }
        let state = try first("SELECT state FROM job WHERE id = ?", .optional(id.code)) { (row) throws(QueueError) in
            try JobState(code: row.integer(0))
        }
        guard let state else { throw .unknownJob(id) }
        guard state.isEnd else {
            throw .invalid("job \(id) is \(state.rawValue); what has not ended cannot be rejudged")
        }
        return id.code
    }

    /// The turn of a job that becomes ready now.
    func turn(tenant: Int, priority: Int) throws(QueueError) -> Int {
        let round = try first("SELECT turn FROM round WHERE priority = ?", .integer(priority)) { row in row.integer(0) }
        let last = try first(
            "SELECT max(turn) FROM job WHERE tenant = ? AND priority = ?",
            .integer(tenant),
            .integer(priority)
        ) { row in row.optionalInteger(0) }
        return FairTurn.turn(round: round ?? 0, last: last ?? nil)
    }

    func tenant(_ name: String) throws(QueueError) -> Int {
        if let known = tenants[name] { return known }
        let found = try first("SELECT id FROM tenant WHERE name = ?", .text(name)) { row in row.integer(0) }
        if let found {
            tenants[name] = found
            return found
        }
        try run("INSERT INTO tenant (name) VALUES (?)", .text(name))
        tenants[name] = lastInserted
        return lastInserted
    }

    func labelSet(_ labels: LabelSet) throws(QueueError) -> Int {
        if let known = labelSets[labels] { return known }
        let found = try first("SELECT id FROM label_set WHERE labels = ?", .text(labels.text)) { row in row.integer(0) }
        if let found {
            labelSets[labels] = found
            return found
        }
        try run("INSERT INTO label_set (labels) VALUES (?)", .text(labels.text))
        labelSets[labels] = lastInserted
        return lastInserted
    }

    /// Adds an event of the job of that number.
    func tell(
        _ kind: JobEvent.Kind,
        of job: Int,
        attempt: Int,
        at now: Timestamp,
        detail: [UInt8] = []
    ) throws(QueueError) {
        try run(
            "INSERT INTO event (job, kind, at, attempt, detail) VALUES (?, ?, ?, ?, ?)",
            .integer(job),
            .text(kind.rawValue),
            .moment(now),
            .integer(attempt),
            .blob(detail)
        )
    }
}
