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
        let patient = try test.another { $0.patience = .seconds(600) }
        _ = try patient.enqueue(test.job())
        try turn(true)
        let queue = try test.another()
        #expect(throws: QueueError.readOnly(database: queue.name)) { try queue.enqueue(test.job()) }
        #expect(throws: QueueError.readOnly(database: queue.name)) { try queue.complete(lease, accepted) }
        #expect(throws: QueueError.readOnly(database: queue.name)) { try queue.lease(1, for: worker, labels: []) }
        #expect(try ids.map { try queue.job($0)?.state } == [.running, .queued])
        // Whoever has written before waits, as for a primary that is just being replaced.
        let completed = Monitor<QueueError??>(nil)
        try Thread.start {
            do throws(QueueError) {
                try patient.complete(lease, accepted)
                completed.change { $0 = .some(nil) }
            } catch {
                completed.change { $0 = error }
            }
        }
        try session.script("SET default_transaction_read_only = off")
        try turn(false)
        let outcome = completed.wait(until: nil) { $0 }
        #expect(outcome == .some(nil))
        #expect(try queue.job(ids[0])?.state == .done)
    }

    @Test func `a job that cannot be ended does not keep others from coming back`() throws {
        let test = try QueueUnderTest()
        let worker = try test.worker()
        let ids = try test.queue.enqueue([test.job(), test.job(), test.job()]).map(\.id)
        #expect(try test.queue.lease(3, for: worker, labels: []).count == 3)
        let session = try Session(ServerAddress(test.address), schema: test.schema, prepares: false)
        try session.script(
            """
            CREATE FUNCTION @refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
            CREATE TRIGGER refusal BEFORE UPDATE OF state ON @jobs FOR EACH ROW
                WHEN (NEW.id = '\(ids[0].rawValue)') EXECUTE FUNCTION @refuse();
            """
        )
        test.clock.advance(by: .seconds(11))
        _ = try test.queue.tidy()
        #expect(try ids.map { try test.queue.job($0)?.state } == [.running, .queued, .queued])
        try session.script("DROP TRIGGER refusal ON @jobs")
        test.clock.advance(by: .seconds(11))
        _ = try test.queue.tidy()
        #expect(try test.queue.job(ids[0])?.attempts.map(\.ending) == [.lost])
    }

    @Test func `a job that cannot be read is given up, and others are given out`() throws {
        let test = try QueueUnderTest()
        let ids = try test.queue.enqueue([test.job(), test.job()]).map(\.id)
        let session = try Session(ServerAddress(test.address), schema: test.schema, prepares: false)
        try session.script("UPDATE @jobs SET request = 'x' WHERE id = '\(ids[0].rawValue)'")
        #expect(try test.queue.lease(2, for: test.worker(), labels: []).map(\.job.id) == [ids[1]])
        #expect(try test.kinds(ids[0]) == [.queued, .started, .dead])
    }

    @Test func `labels that a restored server has lost stop nobody`() throws {
        let test = try QueueUnderTest()
        let worker = try test.worker(labels: ["a"])
        _ = try test.queue.enqueue([test.job(labels: ["a"]), test.job()])
        let session = try Session(ServerAddress(test.address), schema: test.schema, prepares: false)
        try session.script("DELETE FROM @jobs WHERE label_set = 1; DELETE FROM @label_sets WHERE id = 1")
        #expect(try test.queue.waitForWork(labels: ["a"], timeout: .zero))
        #expect(try test.queue.lease(2, for: worker, labels: ["a"]).count == 1)
        _ = try test.queue.tidy()
    }

    @Test func `times are the server's, whatever the clock of this machine says`() throws {
        let test = try QueueUnderTest()
        let session = try Session(ServerAddress(test.address), schema: test.schema, prepares: false)
        var isSame = false
        // Whoever is not given a processor between asking for the time and hearing it is behind for good.
        for _ in 0..<5 where !isSame {
            let queue = try PostgresQueue(test.address, postgres: test.queue.postgres)
            // As long as nobody sets it back to read the other.
            let before = queue.now.milliseconds
            let server = try #require(try session.run("SELECT \(PostgresQueue.serverClock)", []).first?.int(0))
            let after = queue.now.milliseconds
            isSame = before - 2000 <= server && server <= after + 2000
        }
        #expect(isSame)
    }

    @Test func `a full disk of the log ends the server, and what was acknowledged is there afterwards`() throws {
        let server = try PrivateServer(["fsync=off", "wal=24", "max_wal_size=4MB", "min_wal_size=2MB"])
        let test = try QueueUnderTest(server, change: { $0.retries.firstDelay = .zero })
        let worker = try test.worker()
        let kept = try test.queue.enqueue(test.job()).id
        let lease = try test.leaseOne(worker)
        // As when a standby is away that the log is kept for.
        let session = try Session(ServerAddress(test.address), schema: test.schema, prepares: false)
        try session.script("SELECT pg_create_physical_replication_slot('standby', true)")
        let impatient = try test.another { $0.patience = .milliseconds(200) }
        let patient = try test.another { $0.patience = .seconds(600) }
        let bytes = (0..<1 << 20).map { _ in UInt8.random(in: 0...255) }
        var acknowledged: [JobID] = []
        do throws(QueueError) {
            while acknowledged.count < 1000 {
                var other = bytes
                withUnsafeBytes(of: acknowledged.count) { other.replaceSubrange(0..<8, with: $0) }
                let content = try impatient.put(other)
                var job = test.job()
                job.request.files = [.init(name: "a", content: content)]
                acknowledged.append(try impatient.enqueue(job).id)
            }
            Issue.record("the disk was never full")
        } catch {
            #expect(error.isTransient, "\(error)")
        }
        #expect(!acknowledged.isEmpty)
        // A job in hand is reported when the server is there again.
        let completed = Monitor<Bool?>(nil)
        try Thread.start {
            let isDone = (try? patient.complete(lease, accepted)) != nil
            completed.change { $0 = isDone }
        }
        try server.makeRoom()
        #expect(completed.wait(until: nil) { $0 } == true)
        #expect(try patient.result(of: kept) == accepted)
        for id in acknowledged {
            let job = try #require(try patient.job(id))
            #expect(job.state == .queued)
            #expect(try patient.get(job.submitted.request.files[0].content, limit: .mebibytes(2)).count == 1 << 20)
        }
        #expect(try patient.lease(1, for: worker, labels: []).map(\.job.id) == [acknowledged[0]])
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
