internal import Queueing

/// A job as `--json` shows it; the report, which is JSON already, is put in behind it.
struct JobJSON: Encodable {
    struct PastAttempt: Encodable {
        var number: Int
        var worker: String
        var startedAt: String
        var endedAt: String
        var ending: String
        var reason: String
    }

    var id: String
    var state: String
    /// How often it was begun.
    var attempts: Int
    /// What became of the attempts that have ended.
    var attemptLog: [PastAttempt]?
    var verdict: String?
    var deathReason: String?
    /// Null with a plain run, as is its package.
    var problem: String?
    var package: String?
    var language: String
    var files: [String]
    var entry: String?
    var tenant: String
    var priority: Int
    var key: String?
    var labels: [String]
    var rejudges: String?
    var cancelling: Bool
    var createdAt: String
    var notBefore: String?
    var startedAt: String?
    var endedAt: String?
    var worker: String?

    /// The job; without its attempts' ends where they were not read.
    init(_ job: Job, withAttempts: Bool) {
        let new = job.submitted
        id = job.id.rawValue
        state = job.state.rawValue
        attempts = job.attempts.count + (job.state == .running ? 1 : 0)
        attemptLog =
            !withAttempts
            ? nil
            : job.attempts.map {
                PastAttempt(
                    number: $0.number,
                    worker: $0.workerName,
                    startedAt: UTCTime.text($0.startedAt),
                    endedAt: UTCTime.text($0.endedAt),
                    ending: $0.ending.rawValue,
                    reason: $0.reason
                )
            }
        verdict = job.verdict
        deathReason = job.deathReason
        problem = new.request.run == nil ? new.request.problem.name : nil
        package = new.request.run == nil ? new.request.problem.package.rawValue : nil
        language = new.request.language
        files = new.request.files.map(\.name)
        entry = new.request.entry
        tenant = new.tenant
        priority = new.priority
        key = new.idempotencyKey
        labels = new.labels.labels
        rejudges = new.rejudges?.rawValue
        cancelling = job.isCancellationRequested
        createdAt = UTCTime.text(job.createdAt)
        notBefore = new.notBefore.map(UTCTime.text)
        startedAt = job.startedAt.map(UTCTime.text)
        endedAt = job.endedAt.map(UTCTime.text)
        worker = job.worker?.rawValue
    }

    private enum Key: String, CodingKey {
        case id, state, attempts, attemptLog, verdict, deathReason, problem, package, language, files, entry, tenant
        case priority, key, labels, rejudges, cancelling, createdAt, notBefore, startedAt, endedAt, worker
    }

    /// Writes every field, null where there is no value.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(state, forKey: .state)
        try container.encode(attempts, forKey: .attempts)
        try container.encodeIfPresent(attemptLog, forKey: .attemptLog)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(deathReason, forKey: .deathReason)
        try container.encode(problem, forKey: .problem)
        try container.encode(package, forKey: .package)
        try container.encode(language, forKey: .language)
        try container.encode(files, forKey: .files)
        try container.encode(entry, forKey: .entry)
        try container.encode(tenant, forKey: .tenant)
        try container.encode(priority, forKey: .priority)
        try container.encode(key, forKey: .key)
        try container.encode(labels, forKey: .labels)
        try container.encode(rejudges, forKey: .rejudges)
        try container.encode(cancelling, forKey: .cancelling)
        try container.encode(createdAt, forKey: .createdAt)
        try container.encode(notBefore, forKey: .notBefore)
        try container.encode(startedAt, forKey: .startedAt)
        try container.encode(endedAt, forKey: .endedAt)
        try container.encode(worker, forKey: .worker)
    }

    /// The line of a job with its report, null where it has none.
    static func line(_ job: Job, report: [UInt8]?) throws(Complaint) -> [UInt8] {
        var line = try JSONLine.bytes(of: JobJSON(job, withAttempts: true))
        line.removeLast(2)
        return line + Array(",\"report\":".utf8) + (report ?? Array("null".utf8)) + Array("}\n".utf8)
    }
}

/// A part of a list of jobs as `--json` shows it.
struct JobListJSON: Encodable {
    struct Entry: Encodable {
        let job: JobJSON

        // How often a job was begun is not read for a list.
        private enum Key: String, CodingKey {
            case id, state, verdict, problem, language, tenant, priority, key, rejudges, createdAt, startedAt, endedAt
            case worker, deathReason
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(job.id, forKey: .id)
            try container.encode(job.state, forKey: .state)
            try container.encode(job.verdict, forKey: .verdict)
            try container.encode(job.problem, forKey: .problem)
            try container.encode(job.language, forKey: .language)
            try container.encode(job.tenant, forKey: .tenant)
            try container.encode(job.priority, forKey: .priority)
            try container.encode(job.key, forKey: .key)
            try container.encode(job.rejudges, forKey: .rejudges)
            try container.encode(job.createdAt, forKey: .createdAt)
            try container.encode(job.startedAt, forKey: .startedAt)
            try container.encode(job.endedAt, forKey: .endedAt)
            try container.encode(job.worker, forKey: .worker)
            try container.encode(job.deathReason, forKey: .deathReason)
        }
    }

    private enum Key: String, CodingKey {
        case jobs, next
    }

    var jobs: [Entry]
    /// What `--after` goes on from; null: this is the end.
    var next: String?

    init(_ page: JobPage) {
        jobs = page.jobs.map { Entry(job: JobJSON($0, withAttempts: false)) }
        next = page.next?.text
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(jobs, forKey: .jobs)
        try container.encode(next, forKey: .next)
    }
}
