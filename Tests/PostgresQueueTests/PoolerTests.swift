import QueueTesting
import Queueing
import Testing

@testable import PostgresQueue

/// Behind pgbouncer in transaction mode: every transaction may be on another connection to the server.
@Suite struct PoolerTests {
    private static let server = Result { try PrivateServer(["fsync=off", "pooler"]) }

    @Test(arguments: QueueRequirement.all)
    func `it does behind a pooler what every queue has to do`(requirement: QueueRequirement) throws {
        let url = try PostgresURL(Self.server.get().url)
        var postgres = url.settings
        postgres.schema = "t\(UInt32.random(in: 0 ... .max))x"
        // Notifications come from the server itself.
        guard case .at = postgres.listening else {
            Issue.record("\(postgres.listening)")
            return
        }
        let settings = postgres
        try requirement.check(
            Workshop { queue in try PostgresQueue(url.address, settings: queue, postgres: settings) }
        )
    }

    @Test func `where nothing can be heard it is looked for`() throws {
        let url = try Self.server.get().url.split(separator: "&").first.map(String.init) ?? ""
        let test = try QueueUnderTest(address: url)
        #expect(test.queue.postgres.listening == .polling)
        let worker = try test.worker()
        let id = try test.queue.enqueue(test.job()).id
        let other = try test.another()
        #expect(try other.waitForWork(labels: [], timeout: .seconds(60)))
        try other.complete(test.leaseOne(worker), accepted)
        #expect(try test.queue.waitForEvents(of: id, after: 0, timeout: .seconds(60)))
        #expect(try test.kinds(id) == [.queued, .started, .finished])
    }

    @Test func `statements that were prepared are missed in one clear line`() throws {
        let server = try Self.server.get()
        let url = try PostgresURL(server.url)
        var settings = url.settings
        settings.prepares = true
        settings.listening = .polling
        // Sooner or later a statement is not there, or another's is.
        let failure = #expect(throws: QueueError.self) {
            for _ in 0..<1000 { _ = try PostgresQueue(url.address, postgres: settings).workers() }
        }
        guard case .denied(_, let detail) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(detail.contains("assay_pooler=transaction"))
    }
}
