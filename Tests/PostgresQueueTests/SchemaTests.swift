import Access
import QueueTesting
import Queueing
import Testing
import Webhooks

@testable import PostgresQueue

@Suite struct SchemaTests {
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
}
