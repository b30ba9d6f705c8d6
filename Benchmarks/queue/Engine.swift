import PostgresQueue
import Queueing
import SQLiteQueue

/// What is measured: an engine, and where its databases are made.
enum Engine: Sendable {
    /// Files in a directory.
    case sqlite(directory: String)
    /// Schemas on a server, by its URL.
    case postgres(url: String)

    /// The queue of that name, on connections of its own every time.
    func open(_ name: String) throws(QueueError) -> any JobQueue {
        switch self {
        case .sqlite(let directory): return try SQLiteQueue(path: "\(directory)/\(name).db")
        case .postgres(let url): return try PostgresQueue(url, postgres: PostgresSettings(schema: name))
        }
    }

    /// The engine without the queue.
    func bare() throws(QueueError) -> any BareEngine {
        switch self {
        case .sqlite(let directory): return try BareSQLite(path: directory + "/bare.db")
        case .postgres(let url): return try BarePostgres(url)
        }
    }

    /// What programs are given as `--database` for the queue that they use; by it no other schema can be named.
    var databaseOfPrograms: String {
        switch self {
        case .sqlite(let directory): "sqlite:\(directory)/\(Self.programs).db"
        case .postgres(let url): url
        }
    }

    /// What the queue of `databaseOfPrograms` is called here.
    static let programs = "assay"
}

/// A database engine by itself.
protocol BareEngine: Sendable {
    /// Enqueues, gives out and finishes one job, each in a transaction of its own.
    func cycle() throws(QueueError)
}

extension JobQueue {
    /// A job as submissions are: one file, one package.
    func sample() throws(QueueError) -> NewJob {
        let request = JudgingRequest(
            problem: .init(name: "hello", package: try put(Array("package".utf8))),
            language: "python3",
            files: [.init(name: "hello.py", content: try put(Array("print('hello')".utf8)))]
        )
        return NewJob(request, labels: ["language:python3"])
    }

    /// A job of that Python program for a problem that was pushed.
    func job(_ problem: String, _ program: String) throws(QueueError) -> NewJob {
        guard let package = try package(problem) else {
            throw .machinery(operation: "measure", detail: "\(problem) was not pushed")
        }
        let request = JudgingRequest(
            problem: .init(name: problem, package: package.content),
            language: "python3",
            files: [.init(name: "program.py", content: try put(Array(program.utf8)))],
            options: .init(timeLimitMilliseconds: 60_000)
        )
        return NewJob(request, labels: ["language:python3"])
    }

    /// Has `count` jobs wait, of ten tenants; says how long that took.
    func fill(with job: NewJob, to count: Int) throws(QueueError) {
        var job = job
        var there = try statistics().count(.queued)
        let start = (time: ContinuousClock.now, there: there)
        while there < count {
            var batch: [NewJob] = []
            for number in 0..<min(1000, count - there) {
                job.tenant = "tenant \(number % 10)"
                batch.append(job)
            }
            there += try enqueue(batch).count
        }
        let seconds = (ContinuousClock.now - start.time) / .seconds(1)
        if there > start.there {
            print("enqueued \(there - start.there) jobs, a thousand at a time: \(Int(seconds)) s")
        }
    }

    /// A worker that takes everything.
    func worker() throws(QueueError) -> WorkerID {
        let record = WorkerRecord(
            name: "w",
            host: "h",
            process: 1,
            slots: 1,
            labels: ["language:python3"],
            state: .ready
        )
        try register(record)
        return record.id
    }

    /// The next job.
    func next(_ worker: WorkerID) throws(QueueError) -> Lease {
        guard let lease = try lease(1, for: worker, labels: ["language:python3"]).first else {
            throw .machinery(operation: "measure", detail: "there is no job")
        }
        return lease
    }
}
