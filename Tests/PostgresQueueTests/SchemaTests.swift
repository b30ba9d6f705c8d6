import Access
import QueueTesting
import Queueing
import Testing
import Webhooks

@testable import PostgresQueue

@Suite(.timeLimit(.minutes(20))) struct SchemaTests {
    @Test(arguments: 1..<SchemaSteps.all.count)
    func `a database of any earlier version is brought up to date, with what is in it`(version: Int) throws {
        let server = try PrivateServer.shared.get()
        let schema = "m\(UInt32.random(in: 0 ... .max))x"
        let session = try Session(ServerAddress(server.url), schema: schema, prepares: false)
        try Migration.run(session, schema: schema, database: "d", steps: Array(SchemaSteps.all.prefix(version)))
        try session.script("INSERT INTO @packages VALUES ('kept', 'c', 1)")
        let queue = try PostgresQueue(server.url, postgres: PostgresSettings(schema: schema))
        #expect(try session.run("SELECT version FROM @meta", []).first?.int(0) == SchemaSteps.all.count)
        #expect(try session.run("SELECT count(*) FROM @packages WHERE name = 'kept'", []).first?.int(0) == 1)
        let now = queue.settings.clock.now()
        let endpoint = try queue.add(.standing(tenant: "t", url: try EndpointURL("https://a.example/"), at: now))
        let package = try queue.put(Array("package".utf8))
        let request = JudgingRequest(problem: .init(name: "p", package: package), language: "c", files: [])
        let id = try queue.enqueue(NewJob(request, tenant: "t", apiKey: "k")).id
        #expect(try queue.cancel(id) == .cancelled)
        #expect(try queue.deliveries(DeliveryFilter(), before: nil, limit: 9).map(\.endpoint) == [endpoint.id])
    }

    @Test(arguments: 1..<SchemaSteps.all.count)
    func `the jobs of any earlier version are there, in whatever state they were`(version: Int) throws {
        let server = try PrivateServer.shared.get()
        let schema = "m\(UInt32.random(in: 0 ... .max))x"
        let session = try Session(ServerAddress(server.url), schema: schema, prepares: false)
        try Migration.run(session, schema: schema, database: "d", steps: Array(SchemaSteps.all.prefix(version)))
        let package = ContentDigest(rawValue: String(repeating: "5", count: 64))
        let request = JudgingRequest(problem: .init(name: "p", package: package), language: "c", files: [])
        let text = RequestText.encode(request)
        let keyed = NewJob(request, tenant: "t", idempotencyKey: "k")
        // As the statements of that time have left them; what came later has no value.
        try session.script(
            """
            INSERT INTO @contents VALUES ('\(package.rawValue)', 1, 1, true, 1);
            INSERT INTO @label_sets (labels) VALUES ('');
            INSERT INTO @workers VALUES ('w', 'worker', 'h', 1, 1, '', 'ready', '', 1, 4000000000000);
            INSERT INTO @jobs (
                number, id, tenant, priority, idempotency_key, body_digest, label_set, problem, request, state, ready, due_at,
                turn, created_at, started_at, ended_at, worker, token, expires_at, attempt, last_event, verdict, score, report,
                death_reason
            ) VALUES
                (1, 'queued', 't', 0, 'k', '\(keyed.bodyDigest)', 1, 'p', '\(text)', 'queued', true, 1,
                    1, 1, NULL, NULL, NULL, NULL, NULL, 0, 1, NULL, NULL, NULL, NULL),
                (2, 'running', 't', 0, NULL, '', 1, 'p', '\(text)', 'running', false, 1,
                    2, 1, 2, NULL, 'w', 'token', 4000000000000, 1, 3, NULL, NULL, NULL, NULL),
                (3, 'done', 't', 0, NULL, '', 1, 'p', '\(text)', 'done', false, 1,
                    3, 1, 2, 3, 'w', 'old', NULL, 1, 5, 'AC', 1.5, 'report', NULL),
                (4, 'dead', 't', 0, NULL, '', 1, 'p', '\(text)', 'dead', false, 1,
                    4, 1, 2, 3, 'w', NULL, NULL, 1, 7, NULL, NULL, NULL, 'its reason'),
                (5, 'cancelled', 't', 0, NULL, '', 1, 'p', '\(text)', 'cancelled', false, 1,
                    NULL, 1, NULL, 3, NULL, NULL, NULL, 0, 9, NULL, NULL, NULL, NULL),
                (6, 'delayed', 't', 0, NULL, '', 1, 'p', '\(text)', 'queued', false, 3999999999999,
                    NULL, 1, NULL, NULL, NULL, NULL, NULL, 0, 10, NULL, NULL, NULL, NULL);
            SELECT setval('@job_numbers', 6);
            INSERT INTO @attempts VALUES
                (3, 1, 'w', 'worker', 2, 3, 'done', '', 'old'), (4, 1, 'w', 'worker', 2, 3, 'failed', 'its reason', 'dead');
            INSERT INTO @events VALUES
                (1, 1, 'queued', 1, 0, ''), (2, 2, 'queued', 1, 0, ''), (3, 2, 'started', 2, 1, ''),
                (4, 3, 'queued', 1, 0, ''), (5, 3, 'finished', 3, 1, 'AC'), (6, 4, 'queued', 1, 0, ''),
                (7, 4, 'dead', 3, 1, ''), (8, 5, 'queued', 1, 0, ''), (9, 5, 'cancelled', 3, 0, ''),
                (10, 6, 'queued', 1, 0, '');
            INSERT INTO @job_contents SELECT number, '\(package.rawValue)' FROM @jobs;
            """
        )
        let queue = try PostgresQueue(server.url, postgres: PostgresSettings(schema: schema))
        let names = ["queued", "running", "done", "dead", "cancelled", "delayed"]
        let states: [JobState] = [.queued, .running, .done, .dead, .cancelled, .queued]
        let jobs = try names.map { try #require(try queue.job(JobID(rawValue: $0))) }
        #expect(jobs.map(\.state) == states)
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
        let answers = try queue.heartbeat(lease.worker, [lease])
        guard case .extended(_, cancel: false)? = answers.first else {
            Issue.record("\(answers)")
            return
        }
        try queue.complete(lease, accepted)
        let next = try #require(try queue.lease(2, for: lease.worker, labels: []).first)
        #expect(next.job.id == jobs[0].id && next.attempt == 1)
        try queue.complete(next, accepted)
        try queue.retry(jobs[3].id)
        let retried = try #require(try queue.lease(1, for: lease.worker, labels: []).first)
        #expect(retried.job.id == jobs[3].id && retried.attempt == 2)
        #expect(try queue.cancel(jobs[5].id) == .cancelled)
        #expect(try queue.job(jobs[1].id)?.attempts.map(\.ending) == [.done])
        // As far as other tests' transactions on that server let all events be read.
        var numbers: [Int] = []
        while numbers.count < 6 { numbers = try queue.events(of: nil, after: 10, limit: 99).map(\.number) }
        #expect(numbers.count == 6 && numbers == numbers.sorted() && Set(numbers).count == 6)
    }
}
