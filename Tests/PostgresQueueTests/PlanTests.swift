import QueueTesting
import Queueing
import Testing

@testable import PostgresQueue

/// How statements find what they are about, where there is much.
@Suite struct PlanTests {
    private let test: QueueUnderTest
    private let session: Session

    init() throws {
        // A server of its own: what is filled here in one go would hold back others' events. One connection, so that what it
        // has done can be asked for.
        let server = try PrivateServer()
        test = try QueueUnderTest(server, postgres: PostgresSettings(listening: .polling, connections: 1))
        session = try Session(ServerAddress(test.address), schema: test.schema, prepares: false)
        let id = try test.queue.enqueue(test.job()).id
        // Half of them wait, the others have ended; a few are dead.
        try session.script(
            """
            INSERT INTO @jobs (
                id, tenant, priority, body_digest, label_set, problem, request, state, ready, due_at, turn, created_at,
                ended_at, verdict, worker, started_at, attempt, last_event
            )
            SELECT 'f' || n, 't' || n % 10, 0, '', label_set, 'p' || n % 50, request,
                CASE WHEN n % 2 = 0 THEN 'queued' WHEN n % 1000 = 1 THEN 'dead' ELSE 'done' END, n % 2 = 0, due_at, n,
                created_at, CASE n % 2 WHEN 1 THEN created_at - n END, 'AC', 'w', created_at, 1, n
            FROM @jobs, generate_series(1, 60000) AS n WHERE id = '\(id.rawValue)';
            INSERT INTO @events SELECT -number, number, 'queued', created_at, 0, '' FROM @jobs WHERE id LIKE 'f%';
            INSERT INTO @attempts SELECT number, 1, 'w', 'w', created_at, created_at, 'done', '', '' FROM @jobs
            WHERE ended_at IS NOT NULL;
            INSERT INTO @job_contents SELECT number, 'c' || number % 5000 FROM @jobs WHERE id LIKE 'f%';
            """
        )
        for table in Self.large { try session.script("VACUUM ANALYZE @\(table)") }
    }

    private static let large = ["jobs", "events", "attempts", "job_contents"]

    /// How often each of the large tables was gone through from end to end.
    private func walks() throws -> [String: Int] {
        let worked = try test.queue.pool.take()
        _ = try worked.run("SELECT pg_stat_force_next_flush()", [])
        test.queue.pool.giveBack(worked)
        var walks: [String: Int] = [:]
        let counts = """
            SELECT relname, seq_scan FROM pg_stat_user_tables WHERE schemaname = $1 AND relname = ANY($2)
            """
        for row in try session.run(counts, [.text(test.schema), .texts(Self.large)]) {
            walks[try row.text(0)] = try row.int(1)
        }
        #expect(walks.count == Self.large.count)
        return walks
    }

    /// Does it so often that the server plans it once and for all, and expects that no large table was gone through.
    private func expectIndexes(_ operation: String, _ body: () throws -> Void) throws {
        let before = try walks()
        for _ in 0..<7 { try body() }
        #expect(try walks() == before, "\(operation)")
    }

    @Test func `a job's way is found by indexes`() throws {
        let queue = test.queue
        let worker = try test.worker()
        var leases: [Lease] = []
        try expectIndexes("enqueue") { _ = try queue.enqueue(test.job("new")) }
        try expectIndexes("enqueue under a key") { _ = try queue.enqueue(test.job("t1", key: "k")) }
        try expectIndexes("enqueue several") { _ = try queue.enqueue([test.job("t1"), test.job("t2", key: "l")]) }
        try expectIndexes("lease") { leases += try queue.lease(3, for: worker, labels: []) }
        #expect(leases.count == 21)
        try expectIndexes("heartbeat") { _ = try queue.heartbeat(worker, leases) }
        try expectIndexes("record") { try queue.record([Progress(.test, detail: [1])], under: leases[0]) }
        try expectIndexes("complete") { try queue.complete(leases.removeLast(), accepted) }
        try expectIndexes("fail") { _ = try queue.fail(leases.removeLast(), reason: "r", isFinal: true) }
        try expectIndexes("cancel") { _ = try queue.cancel(leases[0].job.id) }
        try expectIndexes("wait to cancel") {
            _ = try queue.waitForCancellations(of: worker, besides: [], timeout: .zero)
        }
        try expectIndexes("wait for work") { _ = try queue.waitForWork(labels: [], timeout: .zero) }
        try expectIndexes("tidy") {
            test.clock.advance(by: .seconds(11))
            _ = try queue.tidy()
        }
        try expectIndexes("retry") { _ = try queue.retry(JobFilter(), limit: 2) }
        try expectIndexes("purge") { _ = try queue.purge(JobFilter(), limit: 2) }
    }

    @Test func `what is looked at is found by indexes`() throws {
        let queue = test.queue
        let id = try queue.enqueue(test.job()).id
        try expectIndexes("job") { _ = try queue.job(id) }
        try expectIndexes("result") { _ = try queue.result(of: id) }
        try expectIndexes("events") { _ = try queue.events(of: id, after: 0, limit: 10) }
        try expectIndexes("all events") { _ = try queue.events(of: nil, after: 0, limit: 10) }
        try expectIndexes("wait for events") { _ = try queue.waitForEvents(of: nil, after: 1 << 60, timeout: .zero) }
        for states: Set<JobState> in [[], [.queued], [.running], [.done], [.dead], [.cancelled], [.queued, .running]] {
            for tenant in [nil, "t1", "none"] {
                for problem in [nil, "p1", "none"] {
                    let filter = JobFilter(states: states, tenant: tenant, problem: problem)
                    try expectIndexes("list \(filter)") { _ = try queue.list(filter, after: nil, limit: 10) }
                }
            }
        }
    }
}
