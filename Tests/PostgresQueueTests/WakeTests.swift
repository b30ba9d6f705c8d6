import Linux
import QueueTesting
import Queueing
import Synchronization
import Testing

@testable import PostgresQueue

@Suite(.timeLimit(.minutes(60))) struct WakeTests {
    @Test func `who is to end does not wait for a server that is away`() throws {
        let server = try PrivateServer()
        let test = try QueueUnderTest(server, postgres: PostgresSettings(patience: .seconds(86_400)))
        let worker = try test.worker()
        try server.stop()
        let isOver = Atomic(false)
        try together([
            {
                let error = #expect(throws: QueueError.self) { try test.queue.lease(1, for: worker, labels: []) }
                #expect(error?.isTransient == true)
                isOver.store(true, ordering: .sequentiallyConsistent)
            },
            // A call that has not begun yet is not ended.
            { while !isOver.load(ordering: .sequentiallyConsistent) { test.queue.wake() } },
        ])
        try server.start()
    }
}
