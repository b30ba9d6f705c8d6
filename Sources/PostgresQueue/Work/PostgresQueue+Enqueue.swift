internal import Linux
public import Queueing

extension PostgresQueue {
    /// Enqueues jobs, all of them or none; they are on disk when this returns.
    public func enqueue(_ jobs: [NewJob]) throws(QueueError) -> [Enqueued] {
        for job in jobs {
            if let flaw = job.flaw { throw .invalid(flaw) }
        }
        if jobs.isEmpty { return [] }
        guard jobs.count <= 500_000 else { throw .invalid("\(jobs.count) jobs at once; at most 500000") }
        // Chosen here, so that jobs whose enqueueing was not answered are found again.
        let ids = jobs.map { _ in JobID.random() }
        let digests = jobs.map { $0.idempotencyKey == nil ? "" : $0.bodyDigest }
        return try run("enqueue jobs", answer: jobs.count > 1 ? .slow : .quick) {
            (session, again) throws(PostgresFailure) in
            if again {
                let rows = try session("SELECT count(*) FROM @jobs WHERE id = ANY($1)", .texts(ids.map(\.rawValue)))
                // Some had been there before under their keys; the rest came as a whole.
                if try rows.first?.int(0) ?? 0 > 0 {
                    return try self.merged(jobs, ids, digests, session, isRepeated: true).results
                }
            }
            var attempt = 0
            while true {
                do throws(PostgresFailure) {
                    return try self.enqueue(jobs, ids, digests, session)
                } catch {
                    guard case .reported(let report) = error, report.isUniqueViolation, attempt < 10 else {
                        throw error
                    }
                    if again, report.constraint == "jobs_id" {
                        // The first try was still under way on the server when we looked.
                        return try self.merged(jobs, ids, digests, session, isRepeated: true).results
                    }
                    // Somebody enqueued a job under the same key at the same moment: now it is there to be found.
                    guard report.constraint == "jobs_idempotency" else { throw error }
                    attempt += 1
                }
            }
        }
    }

    private func enqueue(
        _ jobs: [NewJob],
        _ ids: [JobID],
        _ digests: [String],
        _ session: Session
    ) throws(PostgresFailure) -> [Enqueued] {
        if jobs.count == 1, let result = try enqueueSingle(jobs[0], ids[0], digests[0], session) { return [result] }
        let (results, new) = try merged(jobs, ids, digests, session, isRepeated: false)
        if new.isEmpty { return results }
        try checkRejudged(new.map { jobs[$0] }, session)
        try keepContents(of: new.map { jobs[$0] }, session)
        let rows = try new.map { place throws(PostgresFailure) in
            NewRow(
                job: jobs[place],
                id: ids[place],
                digest: digests[place],
                labelSet: try labelSets.number(of: jobs[place].labels, session)
            )
        }
        var adding: [String: Int] = [:]
        for row in rows { adding[row.job.tenant, default: 0] += 1 }
        try depth.learn(adding.keys, session)
        if try Depth.sequence(session) <= depth.room(settings.depth, adding: adding) {
            try insert(rows, session)
        } else {
            try session.transaction { () throws(PostgresFailure) in
                try Depth.lock(session, schema: self.postgres.schema)
                try self.depth.check(self.settings.depth, adding: adding, session) { () throws(PostgresFailure) in
                    try self.endedLastMinute(session)
                }
                try self.insert(rows, session)
            }
        }
        for row in rows {
            session.news.insert(.event(row.id))
            session.news.insert(.work(labelSet: row.labelSet))
        }
        return results
    }

    /// What becomes of each job, and the places of those that are new.
    private func merged(
        _ jobs: [NewJob],
        _ ids: [JobID],
        _ digests: [String],
        _ session: Session,
        isRepeated: Bool
    ) throws(PostgresFailure) -> (results: [Enqueued], new: [Int]) {
        struct Key: Hashable {
            var tenant: String
            var key: String
        }
        let keyed = jobs.filter { $0.idempotencyKey != nil }
        var known: [Key: (id: JobID, digest: String)] = [:]
        if !keyed.isEmpty {
            let rows = try session(
                """
                SELECT j.tenant, j.idempotency_key, j.id, j.body_digest
                FROM unnest($1::text[], $2::text[]) AS k (tenant, key)
                JOIN @jobs j ON j.tenant = k.tenant AND j.idempotency_key = k.key AND j.idempotency_key IS NOT NULL
                """,
                .texts(keyed.map(\.tenant)),
                .texts(keyed.map(\.idempotencyKey))
            )
            for row in rows {
                let id = JobID(rawValue: try row.text(2))
                known[Key(tenant: try row.text(0), key: try row.text(1))] = (id, try row.text(3))
            }
        }
        var results: [Enqueued] = []
        var new: [Int] = []
        for (place, job) in jobs.enumerated() {
            if let key = job.idempotencyKey {
                let found = known[Key(tenant: job.tenant, key: key)]
                if let found {
                    guard found.digest == digests[place] else {
                        throw .ruled(.idempotencyConflict(key: key, job: found.id))
                    }
                    results.append(Enqueued(id: found.id, isNew: isRepeated && found.id == ids[place]))
                    continue
                }
                // The same key may come twice in one call.
                known[Key(tenant: job.tenant, key: key)] = (ids[place], digests[place])
            }
            results.append(Enqueued(id: ids[place], isNew: true))
            new.append(place)
        }
        return (results, new)
    }

    private func checkRejudged(_ jobs: [NewJob], _ session: Session) throws(PostgresFailure) {
        let wanted = Set(jobs.compactMap(\.rejudges))
        if wanted.isEmpty { return }
        let rows = try session("SELECT id, state FROM @jobs WHERE id = ANY($1)", .texts(wanted.map(\.rawValue)))
        var states: [JobID: JobState] = [:]
        for row in rows { states[JobID(rawValue: try row.text(0))] = JobState(rawValue: try row.text(1)) }
        for id in wanted.sorted(by: { $0.rawValue < $1.rawValue }) {
            guard let state = states[id] else { throw .ruled(.unknownJob(id)) }
            guard state.isEnd else {
                throw .ruled(.invalid("job \(id) is \(state.rawValue); only one that has ended can be rejudged"))
            }
        }
    }

    private struct NewRow {
        let job: NewJob
        let id: JobID
        let digest: String
        let labelSet: Int
    }

    private func insert(_ rows: [NewRow], _ session: Session) throws(PostgresFailure) {
        let now = now
        func isReady(_ row: NewRow) -> Bool { row.job.notBefore.map { $0 <= now } ?? true }
        let ready = rows.filter(isReady)
        var turns = try Turns(Set(ready.map { .init(tenant: $0.job.tenant, priority: $0.job.priority) }), session)
        let turnNumbers = rows.map { isReady($0) ? turns.next($0.job.tenant, $0.job.priority) : nil }
        // References to content: of which job, and to what.
        var references: (job: [Int?], content: [String?]) = ([], [])
        for (place, row) in rows.enumerated() {
            for content in row.job.request.contents {
                references.job.append(place + 1)
                references.content.append(content.rawValue)
            }
        }
        _ = try session.run(
            """
            WITH input AS (
                SELECT * FROM unnest(
                    $1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::int[], $7::text[], $8::text[],
                    $9::bigint[], $10::text[], $11::bigint[], $15::text[], $16::text[], $17::text[]
                ) WITH ORDINALITY
                AS i (
                    id, tenant, priority, key, digest, label_set, problem, request, not_before, rejudges, turn, api_key,
                    webhook, language, place
                )
            ),
            first AS MATERIALIZED (SELECT \(EventNumber.first) AS event),
            made AS (
                INSERT INTO @jobs (
                    id, tenant, priority, idempotency_key, body_digest, label_set, problem, request, not_before,
                    rejudges, turn, api_key, webhook, language, ready, state, due_at, created_at, last_event
                )
                SELECT id, tenant, priority, key, digest, label_set, problem, request, not_before,
                    rejudges, turn, api_key, webhook, language, turn IS NOT NULL, 'queued',
                    greatest(not_before, $12::bigint), $12::bigint, first.event + place
                FROM input, first ORDER BY place
                RETURNING number, id, last_event
            ),
            told AS (
                INSERT INTO @events (number, job, kind, at, attempt, detail)
                SELECT last_event, number, 'queued', $12::bigint, 0, '' FROM made
            )
            INSERT INTO @job_contents (job, content)
            SELECT made.number, r.content FROM unnest($13::bigint[], $14::text[]) AS r (place, content)
            JOIN input USING (place) JOIN made ON made.id = input.id
            """,
            [
                .texts(rows.map(\.id.rawValue)), .texts(rows.map(\.job.tenant)), .ints(rows.map(\.job.priority)),
                .texts(rows.map(\.job.idempotencyKey)), .texts(rows.map(\.digest)), .ints(rows.map(\.labelSet)),
                .texts(rows.map(\.job.request.problem.name)),
                .texts(rows.map { RequestText.encode($0.job.request) }),
                .ints(rows.map { $0.job.notBefore?.milliseconds }), .texts(rows.map { $0.job.rejudges?.rawValue }),
                .ints(turnNumbers), .int(now.milliseconds), .ints(references.job), .texts(references.content),
                .texts(rows.map(\.job.apiKey)), .texts(rows.map(\.job.webhook)),
                .texts(rows.map(\.job.request.language)),
            ]
        )
    }

    /// How many jobs ended within the last minute; counted up to 100,000.
    func endedLastMinute(_ session: Session) throws(PostgresFailure) -> Int {
        try session(
            """
            SELECT count(*) FROM (
                SELECT 1 FROM @jobs WHERE ended_at IS NOT NULL AND ended_at > $1::bigint LIMIT 100000
            ) AS ended
            """,
            .int((now - .seconds(60)).milliseconds)
        ).first?.int(0) ?? 0
    }
}
