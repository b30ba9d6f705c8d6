import Queueing
import SQLiteQueue
import Testing
import Webhooks

@Suite struct SchemaTests {
    @Test(arguments: 0..<SQLiteQueue.newestSchema)
    func `a database of any earlier version is brought up to date, with what is in it`(version: Int) throws {
        let database = try ScratchDatabase()
        do {
            let old = try SQLiteQueue(path: database.path, settings: QueueSettings(), schema: version)
            if version > 0 { try old.execute("INSERT INTO tenant (name) VALUES ('kept')") }
        }
        let queue = try database.open()
        let id = try queue.enqueue(newJob(queue)).id
        #expect(try queue.job(id)?.state == .queued)
        let url = try EndpointURL("https://a.example/")
        let endpoint = try queue.add(.standing(tenant: "default", url: url, at: queue.settings.clock.now()))
        #expect(try queue.cancel(id) == .cancelled)
        #expect(try queue.deliveries(DeliveryFilter(), before: nil, limit: 9).map(\.endpoint) == [endpoint.id])
        if version > 0 {
            #expect(throws: Never.self) {
                try queue.execute("CREATE TEMP TABLE t AS SELECT 1 / (SELECT count(*) FROM tenant WHERE name = 'kept')")
            }
            #expect(try queue.list(JobFilter(tenant: "kept"), after: nil, limit: 1).jobs.isEmpty)
        }
    }

    @Test(arguments: 4..<SQLiteQueue.newestSchema)
    func `the jobs of any earlier version are there, in whatever state they were`(version: Int) throws {
        let database = try ScratchDatabase()
        let package = ContentDigest(rawValue: String(repeating: "5", count: 64))
        let request = JudgingRequest(problem: .init(name: "p", package: package), language: "c", files: [])
        let text = RequestText.encode(request)
        let keyed = NewJob(request, tenant: "t", idempotencyKey: "k")
        let report = ReportPacking.pack(Array("report".utf8)).map {
            String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
        }
        do {
            let old = try SQLiteQueue(path: database.path, settings: QueueSettings(), schema: version)
            // As the statements of that time have left them; what came later has no value.
            try old.execute(
                """
                INSERT INTO tenant VALUES (1, 't');
                INSERT INTO label_set VALUES (1, '');
                INSERT INTO worker VALUES ('w', 'worker', 'h', 1, 1, '', 'ready', '', 1, 4000000000000);
                INSERT INTO content VALUES (1, '\(package.rawValue)', 1, 1, 0, 1, 1);
                INSERT INTO job (
                    number, id, tenant, labels, priority, state, ready, turn, not_before, ready_at, created_at, started_at,
                    ended_at, key, body, problem, request, worker, worker_name, token, expires_at, attempt, verdict, death
                ) VALUES
                    (1, 1, 1, 1, 0, 0, 1, 1, NULL, 1, 1, NULL, NULL, 'k', '\(keyed.bodyDigest)', 'p', '\(text)',
                        NULL, NULL, NULL, NULL, 0, NULL, NULL),
                    (2, 2, 1, 1, 0, 1, 0, 2, NULL, 1, 1, 2, NULL, NULL, NULL, 'p', '\(text)',
                        'w', 'worker', 'token', 4000000000000, 1, NULL, NULL),
                    (3, 3, 1, 1, 0, 2, 0, 3, NULL, 1, 1, 2, 3, NULL, NULL, 'p', '\(text)',
                        'w', 'worker', 'old', NULL, 1, 'AC', NULL),
                    (4, 4, 1, 1, 0, 3, 0, 4, NULL, 1, 1, 2, 3, NULL, NULL, 'p', '\(text)',
                        'w', 'worker', NULL, NULL, 1, NULL, 'its reason'),
                    (5, 5, 1, 1, 0, 4, 0, NULL, NULL, 1, 1, NULL, 3, NULL, NULL, 'p', '\(text)',
                        NULL, NULL, NULL, NULL, 0, NULL, NULL),
                    (6, 6, 1, 1, 0, 0, 0, NULL, 3999999999999, NULL, 1, NULL, NULL, NULL, NULL, 'p', '\(text)',
                        NULL, NULL, NULL, NULL, 0, NULL, NULL);
                INSERT INTO need SELECT 1, number FROM job;
                INSERT INTO attempt VALUES (4, 1, 'w', 'worker', 2, 3, 'failed', 'its reason');
                INSERT INTO result VALUES (3, 'AC', 1.5, x'\(report.joined())');
                INSERT INTO event (job, kind, at, attempt, detail) VALUES
                    (1, 'queued', 1, 0, ''), (2, 'queued', 1, 0, ''), (2, 'started', 2, 1, ''), (3, 'queued', 1, 0, ''),
                    (3, 'finished', 3, 1, 'AC'), (4, 'queued', 1, 0, ''), (4, 'dead', 3, 1, ''), (5, 'queued', 1, 0, ''),
                    (5, 'cancelled', 3, 0, ''), (6, 'queued', 1, 0, '');
                """
            )
        }
        let queue = try database.open()
        let jobs = try (1...6).map { number in
            let id = String(repeating: "0", count: 15) + String(number)
            return try #require(try queue.job(JobID(rawValue: id)))
        }
        #expect(jobs.map(\.state) == [.queued, .running, .done, .dead, .cancelled, .queued])
        #expect(jobs.allSatisfy { $0.submitted.request == request })
        #expect(jobs.map(\.attempts.count) == [0, 0, 1, 1, 0, 0])
        #expect(jobs[3].deathReason == "its reason")
        #expect(try queue.result(of: jobs[2].id) == JobResult(verdict: "AC", score: 1.5, report: Array("report".utf8)))
        #expect(
            try queue.list(JobFilter(tenant: "t"), after: nil, limit: 9).jobs.map(\.id) == jobs.map(\.id).reversed()
        )
        #expect(try queue.events(of: nil, after: 0, limit: 99).map(\.number) == Array(1...10))

        let again = try queue.enqueue(keyed)
        #expect(again.id == jobs[0].id && !again.isNew)
        let lease = Lease(
            job: jobs[1],
            token: LeaseToken(rawValue: "token"),
            worker: WorkerID(rawValue: "w"),
            attempt: 1,
            expiresAt: Timestamp(milliseconds: 4_000_000_000_000)
        )
        let result = JobResult(verdict: "AC", report: [])
        try queue.complete(lease, result)
        let worker = WorkerRecord(name: "n", host: "h", process: 1, slots: 1, labels: [], state: .ready)
        try queue.register(worker)
        let next = try #require(try queue.lease(2, for: worker.id, labels: []).first)
        #expect(next.job.id == jobs[0].id && next.attempt == 1)
        try queue.complete(next, result)
        try queue.retry(jobs[3].id)
        let retried = try #require(try queue.lease(1, for: worker.id, labels: []).first)
        #expect(retried.job.id == jobs[3].id && retried.attempt == 2)
        #expect(try queue.cancel(jobs[5].id) == .cancelled)
        #expect(try queue.job(jobs[1].id)?.attempts.map(\.ending) == [.done])
        #expect(try queue.events(of: nil, after: 10, limit: 99).map(\.number) == Array(11...16))
    }

    @Test func `a newer database is left alone`() throws {
        let database = try ScratchDatabase()
        let newer = SQLiteQueue.newestSchema + 1
        try database.open().execute("PRAGMA user_version = \(newer)")
        #expect(throws: QueueError.schemaNewer(database: database.path, found: newer, known: newer - 1)) {
            try database.open()
        }
    }
}
