import QueueTesting
import Queueing
import SQLiteQueue
import Testing

@Suite struct ConformanceTests {
    @Test(arguments: QueueRequirement.all)
    func `SQLite does what every queue has to do`(requirement: QueueRequirement) throws {
        let database = try ScratchDatabase()
        try requirement.check(Workshop { settings in try database.open(settings) })
    }
}
