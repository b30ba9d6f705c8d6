import Linux
import Queueing
import SQLiteQueue
import Testing

@Suite struct SettlingTests {
    @Test func `a file that was settled is whole by itself, while its queue is still open`() throws {
        let database = try ScratchDatabase()
        let queue = try database.open()
        let job = try queue.enqueue(newJob(queue))
        try queue.settle()
        let copy = try ScratchDatabase()
        try HostFile.replace(copy.path, with: HostFile.read(database.path))
        #expect(try copy.open().job(job.id)?.state == .queued)
        #expect(try queue.job(job.id)?.state == .queued)
    }
}
