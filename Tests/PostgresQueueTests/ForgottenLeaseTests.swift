import QueueTesting
import Queueing
import Testing

@testable import PostgresQueue

/// Leases that a server has given and then forgotten, as nobody waits for the disk when a job is given out.
@Suite struct ForgottenLeaseTests {
    @Test func `a server that crashes may forget a lease, and neither the job nor an event is missed`() throws {
        // What is not waited for is on disk only when the log's page is full, or something else is waited for.
        let server = try PrivateServer(["fsync=off", "wal_writer_delay=10s", "autovacuum=off"])
        let test = try QueueUnderTest(server)
        let worker = try test.worker()
        var forgotten = 0
        var tries = 0
        while forgotten < 3, tries < 200 {
            tries += 1
            let id = try test.queue.enqueue(test.job()).id
            let lease = try test.leaseOne(worker)
            let seen = try #require(try test.queue.events(of: id, after: 0, limit: 10).last)
            #expect(seen.kind == .started)
            try server.restart()
            let isForgotten = try test.queue.job(id)?.state == .queued
            if isForgotten { forgotten += 1 }
            try test.queue.complete(lease, accepted)
            let job = try #require(try test.queue.job(id))
            #expect(job.state == .done && job.attempts.map(\.ending) == [.done] && job.attempts.map(\.number) == [1])
            #expect(try test.kinds(id) == [.queued, .started, .finished])
            // Whoever has read up to what was forgotten misses nothing.
            let rest = try test.queue.events(of: id, after: seen.number, limit: 10)
            #expect(rest.map(\.kind) == (isForgotten ? [.started, .finished] : [.finished]))
            let ofAll = try test.queue.events(of: nil, after: seen.number, limit: 10)
            #expect(ofAll.map(\.kind) == rest.map(\.kind))
        }
        #expect(forgotten == 3)
    }

    /// Makes the server forget it as a crash would.
    private func forget(_ lease: Lease, _ test: QueueUnderTest) throws {
        let session = try Session(ServerAddress(test.address), schema: test.schema, prepares: false)
        try session.script(
            """
            DELETE FROM @events WHERE job = \(lease.job.number) AND kind = 'started' AND attempt = \(lease.attempt);
            UPDATE @jobs SET state = 'queued', ready = true, worker = NULL, token = NULL, started_at = NULL,
                expires_at = NULL, attempt = attempt - 1 WHERE number = \(lease.job.number)
            """
        )
    }

    enum Use: CaseIterable { case heartbeat, record, fail, release }

    @Test(arguments: Use.allCases)
    func `a lease that was forgotten is given again to who has it`(use: Use) throws {
        let test = try QueueUnderTest { $0.retries.firstDelay = .zero }
        let worker = try test.worker()
        _ = try test.queue.enqueue(test.job())
        let lease = try test.leaseOne(worker)
        try forget(lease, test)
        switch use {
        case .heartbeat:
            let answers = try test.queue.heartbeat(worker, [lease])
            #expect(answers == [.extended(until: test.clock.now() + test.queue.settings.lease, cancel: false)])
        case .record: try test.queue.record([Progress(.test, detail: [])], under: lease)
        case .fail: #expect(try test.queue.fail(lease, reason: "r", isFinal: true) == .dead(reason: "r"))
        case .release: _ = try test.queue.release(lease, reason: "r")
        }
        let job = try #require(try test.queue.job(lease.job.id))
        switch use {
        case .heartbeat, .record:
            #expect(job.state == .running && job.worker == worker)
            try test.queue.complete(lease, accepted)
            #expect(try test.queue.job(job.id)?.attempts.map(\.number) == [1])
        case .fail: #expect(job.state == .dead && job.attempts.map(\.ending) == [.failed])
        case .release: #expect(job.state == .queued && job.attempts.map(\.ending) == [.released])
        }
    }

    @Test func `a lease that was forgotten is lost where the job is somebody else's, cancelled, or its worker gone`()
        throws
    {
        let test = try QueueUnderTest()
        let (first, second) = (try test.worker("first"), try test.worker("second"))
        let ids = try test.queue.enqueue([test.job(), test.job(), test.job()]).map(\.id)
        let leases = try test.queue.lease(3, for: first, labels: [])
        for lease in leases { try forget(lease, test) }
        let other = try test.leaseOne(second)
        #expect(other.job.id == ids[0] && other.attempt == 1)
        #expect(try test.queue.cancel(ids[1]) == .cancelled)
        try test.queue.report(first, .gone, detail: "")
        for (lease, id) in zip(leases, ids) {
            #expect(throws: QueueError.lostLease(id)) { try test.queue.complete(lease, accepted) }
            #expect(throws: QueueError.lostLease(id)) {
                try test.queue.record([Progress(.test, detail: [])], under: lease)
            }
            #expect(throws: QueueError.lostLease(id)) { try test.queue.fail(lease, reason: "r", isFinal: true) }
        }
        try test.queue.complete(other, accepted)
        #expect(try ids.map { try test.queue.job($0)?.state } == [.done, .cancelled, .queued])
        #expect(try test.queue.job(ids[0])?.attempts.map(\.worker) == [second])
    }
}
