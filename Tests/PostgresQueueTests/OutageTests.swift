import Linux
import QueueTesting
import Queueing
import Testing

@testable import PostgresQueue

@Suite struct OutageTests {
    @Test func `a job in hand is finished and reported after the server was restarted`() throws {
        let server = try PrivateServer([])
        let test = try QueueUnderTest(server)
        let worker = try test.worker()
        let ids = try test.queue.enqueue([test.job(), test.job()]).map(\.id)
        let lease = try test.leaseOne(worker)
        try server.restart()
        try test.queue.record([Progress(.test, detail: [])], under: lease)
        try server.restart()
        try test.queue.complete(lease, accepted)
        try server.restart()
        #expect(try test.leaseOne(worker).job.id == ids[1])
        #expect(try test.queue.result(of: ids[0]) == accepted)
        #expect(try test.kinds(ids[0]) == [.queued, .started, .test, .finished])
    }

    @Test func `a call waits for a server that is away, and says so when it stays away`() throws {
        let server = try PrivateServer()
        let test = try QueueUnderTest(server, postgres: PostgresSettings(patience: .seconds(600)))
        let impatient = try test.another { $0.patience = .milliseconds(100) }
        try server.stop()
        do throws(QueueError) {
            try impatient.enqueue(test.job())
            Issue.record("there was no server")
        } catch {
            #expect(error.isTransient, "\(error)")
        }
        #expect(throws: QueueError.self) { try impatient.waitForWork(labels: [], timeout: .milliseconds(10)) }
        let found = Monitor<Enqueued?>(nil)
        try Thread.start {
            let made = try? test.queue.enqueue(test.job())
            found.change { $0 = made }
        }
        try server.start()
        #expect(found.wait(until: Clock.nanoseconds + 600_000_000_000) { $0 }?.isNew == true)
        #expect(try impatient.waitForWork(labels: [], timeout: .seconds(60)))
    }

    @Test func `connections that are cut off do not show`() throws {
        let test = try QueueUnderTest()
        let worker = try test.worker()
        let killer = try Session(ServerAddress(test.address), schema: test.schema, prepares: false)
        // Whatever this queue has open, and nothing of other tests': by what it has last run.
        let cut = """
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE pid <> pg_backend_pid() AND query LIKE '%\(test.schema)%'
            """
        for _ in 0..<5 {
            let id = try test.queue.enqueue(test.job()).id
            #expect(try killer.run(cut, []).first?.int(0) != 0)
            let lease = try test.leaseOne(worker)
            _ = try killer.run(cut, [])
            try test.queue.complete(lease, accepted)
            #expect(try test.kinds(id) == [.queued, .started, .finished])
        }
    }

    @Test func `what cannot be reached or used is told in one line, without a password`() throws {
        let url = try PrivateServer.shared.get().url
        let place = try #require(url.split(separator: "@").last)
        func failure(_ address: String, _ settings: PostgresSettings = PostgresSettings()) -> QueueError? {
            do throws(QueueError) {
                _ = try PostgresQueue(address, postgres: settings)
                return nil
            } catch {
                return error
            }
        }
        for address in [
            "postgresql://assay:secret@\(place)", "postgresql://assay:secret@\(place)x",
            "postgresql://assay:secret@\(place)?sslmode=require", "postgresql://assay:sec%ret@\(place)",
        ] {
            guard case .denied = failure(address) else {
                Issue.record("\(String(describing: failure(address))) for \(address)")
                continue
            }
            let text = failure(address)?.description ?? ""
            #expect(!text.contains("secret") && !text.contains("sec%ret") && !text.contains("\n"))
        }
        guard case .unavailable = failure("postgresql://127.0.0.1:1/x") else {
            Issue.record("\(String(describing: failure("postgresql://127.0.0.1:1/x")))")
            return
        }
        #expect(failure(url, PostgresSettings(schema: "a\"b")) != nil)
    }

    @Test func `a schema that a newer Assay has made is refused, and steps are taken once by all who open it`() throws {
        let test = try QueueUnderTest()
        try onThreads(4) { _ in
            var settings = PostgresSettings()
            settings.schema = test.schema + "_b"
            do throws(QueueError) {
                _ = try PostgresQueue(test.address, postgres: settings)
            } catch {
                Issue.record("\(error)")
            }
        }
        let session = try Session(ServerAddress(test.address), schema: test.schema, prepares: false)
        try session.script("UPDATE @meta SET version = 99")
        #expect(
            throws: QueueError.schemaNewer(database: test.queue.name, found: 99, known: SchemaSteps.all.count)
        ) { try test.another() }
    }

    @Test func `events go on with higher numbers on a server whose transactions have lower ones`() throws {
        let test = try QueueUnderTest()
        let first = try test.queue.enqueue(test.job()).id
        let session = try Session(ServerAddress(test.address), schema: test.schema, prepares: false)
        // As after a dump was read into a fresh server.
        try session.script("UPDATE @events SET number = number + (1::bigint << 50)")
        let queue = try test.another()
        _ = try queue.enqueue(test.job())
        let events = try queue.allEvents { $0.count >= 2 }
        #expect(events.count == 2 && events.first?.job == first)
    }
}
