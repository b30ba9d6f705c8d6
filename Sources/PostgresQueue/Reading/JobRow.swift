internal import Queueing

/// A job as it is read from the database.
enum JobRow {
    /// The columns, of a table `j` of jobs joined with the sets of labels as `l`.
    static let columns = """
        j.id, j.number, j.tenant, j.priority, j.idempotency_key, l.labels, j.not_before, j.rejudges, j.request, j.state,
        j.created_at, j.started_at, j.ended_at, j.worker, j.cancel, j.verdict, j.death_reason,
        j.api_key, j.webhook
        """
    static let count = 19

    static func job(_ row: Row, database: String) throws(PostgresFailure) -> Job {
        let id = try row.text(0)
        guard let request = RequestText.decode(try row.text(8)), let state = JobState(rawValue: try row.text(9)) else {
            throw .ruled(.damaged(database: database, detail: "job \(id) cannot be read"))
        }
        let submitted = NewJob(
            request,
            tenant: try row.text(2),
            priority: try row.int(3),
            idempotencyKey: try row.optionalText(4),
            labels: LabelSet(text: try row.text(5)),
            notBefore: try time(row, 6),
            rejudges: try row.optionalText(7).map(JobID.init),
            apiKey: try row.optionalText(17),
            webhook: try row.optionalText(18)
        )
        return Job(
            id: JobID(rawValue: id),
            number: try row.int(1),
            submitted: submitted,
            state: state,
            createdAt: Timestamp(milliseconds: try row.int(10)),
            startedAt: try time(row, 11),
            endedAt: try time(row, 12),
            worker: try row.optionalText(13).map(WorkerID.init),
            isCancellationRequested: try row.flag(14) && state == .running,
            verdict: try row.optionalText(15),
            deathReason: try row.optionalText(16)
        )
    }

    static func time(_ row: Row, _ place: Int) throws(PostgresFailure) -> Timestamp? {
        try row.optionalInt(place).map(Timestamp.init)
    }

    /// The attempts of a job above a number.
    static func attempts(of job: Int, after number: Int = 0, _ session: Session) throws(PostgresFailure) -> [Attempt] {
        let rows = try session(
            """
            SELECT number, worker, worker_name, started_at, ended_at, ending, reason FROM @attempts
            WHERE job = $1::bigint AND number > $2::int ORDER BY number
            """,
            .int(job),
            .int(number)
        )
        var result: [Attempt] = []
        for row in rows {
            result.append(
                Attempt(
                    number: try row.int(0),
                    worker: WorkerID(rawValue: try row.text(1)),
                    workerName: try row.text(2),
                    startedAt: Timestamp(milliseconds: try row.int(3)),
                    endedAt: Timestamp(milliseconds: try row.int(4)),
                    ending: Attempt.Ending(rawValue: try row.text(5)) ?? .lost,
                    reason: try row.text(6)
                )
            )
        }
        return result
    }
}
