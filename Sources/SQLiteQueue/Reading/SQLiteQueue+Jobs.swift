public import Queueing

extension SQLiteQueue {
    /// A job; nil: there is none.
    public func job(_ id: JobID) throws(QueueError) -> Job? {
        try read { (connection) throws(QueueError) in
            guard let number = try connection.number(of: id) else { return nil }
            return try connection.job(number: number)
        }
    }

    /// The result of a job; nil: it has none.
    public func result(of id: JobID) throws(QueueError) -> JobResult? {
        let stored = try read { (connection) throws(QueueError) in
            guard let number = try connection.number(of: id) else { throw .unknownJob(id) }
            return try connection.first("SELECT verdict, score, report FROM result WHERE job = ?", .integer(number)) {
                row in
                (verdict: row.text(0), score: row.optionalReal(1), report: row.blob(2))
            }
        }
        guard let stored else { return nil }
        guard let report = ReportPacking.unpack(stored.report) else {
            throw .damaged(database: name, detail: "the report of job \(id) cannot be unpacked")
        }
        return JobResult(verdict: stored.verdict, score: stored.score, report: report)
    }

    /// Jobs to which `filter` applies.
    public func list(_ filter: JobFilter, after cursor: JobCursor?, limit: Int) throws(QueueError) -> JobPage {
        let limit = max(1, min(1000, limit))
        return try read { (connection) throws(QueueError) in
            guard let condition = try connection.condition(filter) else { return JobPage(jobs: [], next: nil) }
            var jobs = try connection.all(
                "\(Connection.selectJob) WHERE \(condition.text) AND job.number < ? ORDER BY job.number DESC LIMIT ?",
                values: condition.values + [.integer(cursor?.before ?? .max), .integer(limit + 1)]
            ) { (row) throws(QueueError) in try Job.Stored(row).job }
            let isMore = jobs.count > limit
            if isMore { jobs.removeLast() }
            return JobPage(jobs: jobs, next: isMore ? jobs.last.map { JobCursor(before: $0.number) } : nil)
        }
    }
}

extension Connection {
    fileprivate static let selectJob = """
        SELECT job.number, job.id, tenant.name, label_set.labels, job.priority, job.state, job.created_at, job.started_at,
            job.ended_at, job.key, job.request, job.rejudges, job.asked_not_before, job.worker, job.cancelling,
            job.verdict, job.death, job.attempt, job.worker_name, job.api_key, job.webhook
        FROM job CROSS JOIN tenant ON tenant.id = job.tenant CROSS JOIN label_set ON label_set.id = job.labels
        """

    func number(of id: JobID) throws(QueueError) -> Int? {
        try first("SELECT number FROM job WHERE id = ?", .optional(id.code)) { row in row.integer(0) }
    }

    /// The job of that number with its attempts; nil: there is none.
    func job(number: Int) throws(QueueError) -> Job? {
        let found = try first("\(Self.selectJob) WHERE job.number = ?", .integer(number)) { (row) throws(QueueError) in
            try Job.Stored(row)
        }
        guard let found else { return nil }
        var job = found.job
        job.attempts = try attempts(of: number, beyond: 0)
        // A result's attempt has no row of its own: all of it is in the job's.
        if job.state == .done, let worker = job.worker, let start = job.startedAt, let end = job.endedAt {
            job.attempts.append(
                Attempt(
                    number: found.attempt,
                    worker: worker,
                    workerName: found.workerName,
                    startedAt: start,
                    endedAt: end,
                    ending: .done,
                    reason: ""
                )
            )
        }
        return job
    }

    /// The attempts of a job that have ended without a result, from a number on.
    func attempts(of job: Int, beyond forgiven: Int) throws(QueueError) -> [Attempt] {
        try all(
            """
            SELECT number, worker, worker_name, started_at, ended_at, ending, reason FROM attempt
            WHERE job = ? AND number > ? ORDER BY number
            """,
            .integer(job),
            .integer(forgiven)
        ) { (row) throws(QueueError) in
            guard let ending = Attempt.Ending(rawValue: row.text(5)) else {
                throw .machinery(operation: "read an attempt", detail: "there is no ending '\(row.text(5))'")
            }
            return Attempt(
                number: row.integer(0),
                worker: WorkerID(rawValue: row.text(1)),
                workerName: row.text(2),
                startedAt: row.moment(3),
                endedAt: row.moment(4),
                ending: ending,
                reason: row.text(6)
            )
        }
    }
}

extension Job {
    /// A job's row, and what only a whole job needs of it.
    fileprivate struct Stored {
        var job: Job
        var attempt: Int
        var workerName: String

        init(_ row: Row) throws(QueueError) {
            let id = JobID(code: row.integer(1))
            guard let request = RequestText.decode(row.text(10)) else {
                throw .machinery(operation: "read job \(id)", detail: "its request is damaged")
            }
            attempt = row.integer(17)
            workerName = row.text(18)
            job = Job(
                id: id,
                number: row.integer(0),
                submitted: NewJob(
                    request,
                    tenant: row.text(2),
                    priority: row.integer(4),
                    idempotencyKey: row.optionalText(9),
                    labels: LabelSet(text: row.text(3)),
                    notBefore: row.optionalMoment(12),
                    rejudges: row.optionalInteger(11).map(JobID.init(code:)),
                    apiKey: row.optionalText(19),
                    webhook: row.optionalText(20)
                ),
                state: try JobState(code: row.integer(5)),
                createdAt: row.moment(6),
                startedAt: row.optionalMoment(7),
                endedAt: row.optionalMoment(8),
                worker: row.optionalText(13).map(WorkerID.init(rawValue:)),
                isCancellationRequested: row.flag(14),
                verdict: row.optionalText(15),
                deathReason: row.optionalText(16)
            )
        }
    }
}
