import PostgresQueue
import QueueTesting
import Queueing
import Testing

@Suite struct ConformanceTests {
    @Test(arguments: QueueRequirement.all)
    func `PostgreSQL does what every queue has to do`(requirement: QueueRequirement) throws {
        let url = try PrivateServer.shared.get().url
        let postgres = PostgresSettings(schema: "c\(UInt32.random(in: 0 ... .max))")
        try requirement.check(Workshop { settings in try PostgresQueue(url, settings: settings, postgres: postgres) })
    }
}
