import Glibc
import Linux
import QueueTesting
import Queueing
import Testing

@testable import PostgresQueue

/// A server whose connections are there, and which does not answer.
@Suite(.timeLimit(.minutes(20))) struct StuckServerTests {
    /// The process of the server that serves the queue's one connection.
    private func backend(_ queue: PostgresQueue) throws -> pid_t {
        let session = try queue.pool.take()
        defer { queue.pool.giveBack(session) }
        let number = try #require(try session.run("SELECT pg_backend_pid()", []).first?.int(0))
        return pid_t(number)
    }

    private func parent(_ process: pid_t) throws -> pid_t {
        let file = try Descriptor.open("/proc/\(process)/stat")
        let text = String(decoding: try file.read(at: 0, upTo: 4096), as: UTF8.self)
        let fields = try #require(text.split(separator: ")").last).split(separator: " ")
        return try #require(pid_t(fields[1]))
    }

    @Test func `a connection that is not answered is left for another one`() throws {
        let server = try PrivateServer()
        let settings = PostgresSettings(listening: .polling, connections: 1, answer: .seconds(2))
        let test = try QueueUnderTest(server, postgres: settings)
        let worker = try test.worker()
        let enqueued = try test.queue.enqueue(test.job()).id
        let stuck = try backend(test.queue)
        try #require(kill(stuck, SIGSTOP) == 0)
        defer { kill(stuck, SIGCONT) }
        let lease = try test.leaseOne(worker)
        #expect(lease.job.id == enqueued)
        #expect(try backend(test.queue) != stuck)
        let second = try backend(test.queue)
        try #require(kill(second, SIGSTOP) == 0)
        defer { kill(second, SIGCONT) }
        try test.queue.complete(lease, accepted)
        #expect(try test.kinds(enqueued) == [.queued, .started, .finished])
    }

    @Test func `a server that is stuck as a whole is as one that is away`() throws {
        let server = try PrivateServer()
        let test = try QueueUnderTest(server)
        let worker = try test.worker()
        let id = try test.queue.enqueue(test.job()).id
        let lease = try test.leaseOne(worker)
        var postgres = test.queue.postgres
        postgres.listening = .polling
        postgres.connections = 1
        postgres.answer = .seconds(1)
        postgres.patience = .milliseconds(100)
        let impatient = try PostgresQueue(
            test.address + "?connect_timeout=2",
            settings: test.queue.settings,
            postgres: postgres
        )
        let stuck = try backend(impatient)
        let main = try parent(stuck)
        for process in [main, stuck] { try #require(kill(process, SIGSTOP) == 0) }
        defer { for process in [main, stuck] { kill(process, SIGCONT) } }
        func expectAway(_ operation: String, _ body: () throws(QueueError) -> Void) {
            do throws(QueueError) {
                try body()
                Issue.record("\(operation) was answered")
            } catch {
                #expect(error.isTransient, "\(operation): \(error)")
            }
        }
        expectAway("heartbeat") { () throws(QueueError) in _ = try impatient.heartbeat(worker, [lease]) }
        expectAway("lease") { () throws(QueueError) in _ = try impatient.lease(1, for: worker, labels: []) }
        expectAway("complete") { () throws(QueueError) in try impatient.complete(lease, accepted) }
        for process in [main, stuck] { kill(process, SIGCONT) }
        // What it was asked for and could not answer may have happened by now.
        try test.queue.complete(lease, accepted)
        #expect(try test.queue.job(id)?.attempts.map(\.ending) == [.done])
    }

    @Test func `what a call gets that was given up comes back`() throws {
        let settings = PostgresSettings(listening: .polling, answer: .seconds(2))
        let test = try QueueUnderTest(PrivateServer(), change: { $0.lease = .seconds(3600) }, postgres: settings)
        let worker = try test.worker()
        let ids = Set(try test.queue.enqueue((0..<40).map { _ in test.job() }).map(\.id))
        let locking = try Session(ServerAddress(test.address), schema: test.schema, prepares: false)
        let looking = try Session(ServerAddress(test.address), schema: test.schema, prepares: false)
        // What nothing but giving out a job needs, and after the job was chosen.
        try locking.script("BEGIN; LOCK TABLE @rounds")
        let first = Monitor<[Lease]?>(nil)
        try Thread.start {
            let leases = (try? test.queue.lease(1, for: worker, labels: [])) ?? []
            first.change { $0 = leases }
        }
        // One call that was given up, and the one that was made in its place, both on the server.
        let waiting = """
            SELECT count(*) FROM pg_stat_activity
            WHERE wait_event_type = 'Lock' AND query LIKE '%\(test.schema)%lease_jobs%'
            """
        while try looking.run(waiting, []).first?.int(0) ?? 0 < 2 {}
        try locking.script("COMMIT")
        let leases = try #require(first.wait(until: nil) { $0 })
        #expect(leases.count == 1)
        // Each job can be had, and no attempt counts that nobody has heard of.
        var found = Set(leases.map(\.job.id))
        while found.count < ids.count {
            for lease in try test.queue.lease(40, for: worker, labels: []) {
                #expect(found.insert(lease.job.id).inserted)
                #expect(lease.job.attempts.allSatisfy { $0.ending == .released })
            }
        }
        #expect(found == ids)
    }
}
