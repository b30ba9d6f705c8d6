import Linux
import QueueTesting
import Queueing
import Testing

@testable import PostgresQueue

/// Who goes one after the other when jobs are counted, and who does not.
@Suite(.timeLimit(.minutes(20))) struct DepthLockTests {
    private func session(_ test: QueueUnderTest) throws -> Session {
        try Session(ServerAddress(test.address), schema: test.schema, prepares: false)
    }

    @Test func `far from a bound nobody waits for those who count, however many jobs there have been`() throws {
        let test = try QueueUnderTest()
        _ = try test.queue.enqueue(test.job())
        let counting = try session(test)
        // As after years.
        try counting.script("SELECT setval('@job_numbers', 1000000000)")
        try counting.script("BEGIN")
        try Depth.lock(counting, schema: test.schema)
        let queue = try test.another()
        #expect(try queue.enqueue(test.job()).isNew)
        #expect(try queue.enqueue(test.job("another")).isNew)
        #expect(try queue.enqueue((0..<20).map { test.job("tenant \($0)") }).count == 20)
        try counting.script("COMMIT")
    }

    @Test func `what is so many that others of its kind would go past a bound waits for those who count`() throws {
        let test = try QueueUnderTest(change: { $0.depth = DepthRule(total: 10_000, tenant: 10_000) })
        let counting = try session(test)
        let looking = try session(test)
        try counting.script("BEGIN")
        try Depth.lock(counting, schema: test.schema)
        let done = Monitor<Int?>(nil)
        let jobs = (0..<200).map { _ in test.job() }
        try Thread.start {
            let made = (try? test.queue.enqueue(jobs)) ?? []
            done.change { $0 = made.count }
        }
        // It is seen to wait; a call that did not would have ended instead.
        let waiting = """
            SELECT count(*) FROM pg_locks l JOIN pg_locks o USING (locktype, classid, objid, objsubid)
            WHERE locktype = 'advisory' AND NOT l.granted AND o.granted AND o.pid = $1::int
            """
        let holder = try #require(try counting.run("SELECT pg_backend_pid()", []).first?.int(0))
        while try looking.run(waiting, [.int(holder)]).first?.int(0) == 0, done.look({ $0 }) == nil {}
        #expect(done.look { $0 } == nil)
        try counting.script("COMMIT")
        #expect(done.wait(until: nil) { $0 } == 200)
    }
}
