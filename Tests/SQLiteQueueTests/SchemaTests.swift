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

    @Test func `a newer database is left alone`() throws {
        let database = try ScratchDatabase()
        let newer = SQLiteQueue.newestSchema + 1
        try database.open().execute("PRAGMA user_version = \(newer)")
        #expect(throws: QueueError.schemaNewer(database: database.path, found: newer, known: newer - 1)) {
            try database.open()
        }
    }
}
