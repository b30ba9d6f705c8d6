internal import Queueing

extension PostgresQueue {
    /// Enqueues one job, as most are, in one step of the server's.
    ///
    /// - Returns: What became of it; nil when that takes more looks than one, and nothing has happened.
    func enqueueSingle(
        _ job: NewJob,
        _ id: JobID,
        _ digest: String,
        _ session: Session
    ) throws(PostgresFailure) -> Enqueued? {
        if job.rejudges != nil { return nil }
        // A job that is there under its key needs no content.
        if job.idempotencyKey == nil { try keepContents(of: [job], session) }
        if !knownContents.unknown(Set(job.request.contents), now: now).isEmpty { return nil }
        let labelSet = try labelSets.number(of: job.labels, session)
        let rows = try session(
            """
            SELECT outcome, known_id, known_digest
            FROM @enqueue_job($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """,
            .text(id.rawValue),
            .text(job.tenant),
            .int(job.priority),
            .optional(job.idempotencyKey),
            .text(digest),
            .int(labelSet),
            .text(job.request.problem.name),
            .text(job.request.language),
            .text(RequestText.encode(job.request)),
            .optional(job.notBefore?.milliseconds),
            .optional(job.apiKey),
            .optional(job.webhook),
            .texts(job.request.contents.map(\.rawValue)),
            .int(now.milliseconds),
            .int(depth.room(settings.depth, adding: [job.tenant: 1]))
        )
        guard let row = rows.first else { throw .lost("no answer") }
        switch try row.text(0) {
        case "made":
            session.news.insert(.event(id))
            session.news.insert(.work(labelSet: labelSet))
            return Enqueued(id: id, isNew: true)
        case "known":
            let known = JobID(rawValue: try row.text(1))
            guard try row.text(2) == digest else {
                throw .ruled(.idempotencyConflict(key: job.idempotencyKey ?? "", job: known))
            }
            return Enqueued(id: known, isNew: false)
        default: return nil
        }
    }
}
