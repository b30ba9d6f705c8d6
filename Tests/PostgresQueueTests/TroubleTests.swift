import Core
import Linux
import QueueTesting
import Queueing
import Synchronization
import Testing

@testable import PostgresQueue

/// A server that does not do as it should.
@Suite struct TroubleTests {
    @Test func `a server that can only be read says so, and what was acknowledged is there`() throws {
        let test = try QueueUnderTest(PrivateServer())
        let worker = try test.worker()
        let ids = try test.queue.enqueue([test.job(), test.job()]).map(\.id)
        let lease = try test.leaseOne(worker)
        let session = try Session(ServerAddress(test.address), schema: test.schema, prepares: false)
        func turn(_ isReadOnly: Bool) throws {
            try session.script("ALTER SYSTEM SET default_transaction_read_only = \(isReadOnly ? "on" : "off")")
            try session.script("SELECT pg_reload_conf()")
            // New sessions have it when the server has heard of it.
            let wanted = isReadOnly ? "on" : "off"
            var found: String?
            while found != wanted {
                let fresh = try Session(ServerAddress(test.address), schema: test.schema, prepares: false)
                found = try fresh.run("SHOW default_transaction_read_only", []).first?.text(0)
            }
        }
        try turn(true)
        let queue = try test.another()
        #expect(throws: QueueError.readOnly(database: queue.name)) { try queue.enqueue(test.job()) }
        #expect(throws: QueueError.readOnly(database: queue.name)) { try queue.complete(lease, accepted) }
        #expect(throws: QueueError.readOnly(database: queue.name)) { try queue.lease(1, for: worker, labels: []) }
        #expect(try ids.map { try queue.job($0)?.state } == [.running, .queued])
        try session.script("SET default_transaction_read_only = off")
        try turn(false)
        try test.another().complete(lease, accepted)
        #expect(try queue.job(ids[0])?.state == .done)
    }

    @Test func `a full disk says so, and what was acknowledged is there`() throws {
        let test = try QueueUnderTest(PrivateServer(["fsync=off", "disk=24M"]))
        let worker = try test.worker()
        let kept = try test.queue.enqueue(test.job()).id
        let lease = try test.leaseOne(worker)
        var stored: [ContentDigest] = []
        var number = 0
        // What cannot be compressed, until there is no room.
        var bytes = (0..<1 << 20).map { _ in UInt8.random(in: 0...255) }
        do throws(QueueError) {
            while number < 100 {
                bytes[0] = UInt8(number)
                stored.append(try test.queue.put(bytes))
                number += 1
            }
            Issue.record("the disk was never full")
        } catch {
            #expect(error == .diskFull(database: test.queue.name))
        }
        #expect(!stored.isEmpty)
        var enqueued: [JobID] = []
        do throws(QueueError) {
            // There may be room for some rows yet.
            for _ in 0..<100_000 { enqueued.append(try test.queue.enqueue(test.job()).id) }
            Issue.record("there was room for everything")
        } catch {
            #expect(error == .diskFull(database: test.queue.name))
            #expect(error.isTransient)
        }
        #expect(try test.queue.get(stored[0], limit: .mebibytes(2)).count == 1 << 20)
        #expect(try test.queue.list(JobFilter(), after: nil, limit: 1000).jobs.count == min(1000, enqueued.count + 1))
        // Room is made, and everything goes on.
        let session = try Session(ServerAddress(test.address), schema: test.schema, prepares: false)
        try session.script("DROP TABLE @chunks")
        try test.queue.complete(lease, accepted)
        #expect(try test.queue.job(kept)?.state == .done)
        _ = try test.queue.enqueue(NewJob(test.job().request, tenant: "late"))
    }

    @Test func `connections that are cut at any moment lose nothing and do nothing twice`() throws {
        let test = try QueueUnderTest { $0.retries.losses = 1000 }
        let url = test.address + "?application_name=\(test.schema)"
        let queue = try PostgresQueue(url, settings: test.queue.settings, postgres: test.queue.postgres)
        let worker = try test.worker()
        let steps = Monitor(0)
        let jobs = 120
        let made = Monitor<[JobID]>([])
        try Thread.start {
            // A cut after every few steps, at whatever is going on then.
            var next = 0
            guard let address = try? ServerAddress(test.address),
                let killer = try? Session(address, schema: test.schema, prepares: false)
            else { return }
            while next < Int.max {
                let over = steps.wait(until: nil) { $0 >= next ? $0 : nil } ?? 0
                if over == Int.max { return }
                next = over + Int.random(in: 1...5)
                _ = try? killer.run(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1
                    ORDER BY random() LIMIT 1
                    """,
                    [.text(test.schema)]
                )
            }
        }
        defer { steps.change { $0 = .max } }
        try onThreads(4) { number in
            do throws(QueueError) {
                if number == 0 {
                    for job in 0..<jobs {
                        let id = try queue.enqueue(test.job(key: "\(job)")).id
                        made.change { $0.append(id) }
                        steps.change { $0 += 1 }
                    }
                    return
                }
                while try queue.statistics().count(.done) < jobs {
                    for lease in try queue.lease(2, for: worker, labels: []) {
                        steps.change { $0 += 1 }
                        try queue.record([Progress(.test, detail: [1])], under: lease)
                        steps.change { $0 += 1 }
                        try queue.complete(lease, accepted, after: [Progress(.test, detail: [2])])
                        steps.change { $0 += 1 }
                    }
                }
            } catch {
                Issue.record("\(error)")
            }
        }
        let ids = made.look { $0 }
        #expect(Set(ids).count == jobs)
        #expect(try test.queue.statistics().count(.done) == jobs)
        for id in ids { #expect(try test.kinds(id) == [.queued, .started, .test, .test, .finished]) }
    }
}
