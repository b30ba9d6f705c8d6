import Glibc
import Linux
import QueueTesting
import Queueing
import SQLiteQueue
import Testing

@Suite struct NeighbourTests {
    private func register(_ queue: SQLiteQueue, _ name: String) throws -> WorkerID {
        let record = WorkerRecord(name: name, host: "here", process: 1, slots: 1, labels: [], state: .ready)
        try queue.register(record)
        return record.id
    }

    @Test func `the jobs of a worker whose process ends come back without waiting for the lease`() throws {
        let database = try ScratchDatabase()
        // The clock stands still: no lease runs out, and no wait is over.
        let clock = ManualQueueClock()
        let queue = try database.open(QueueSettings(clock: clock))
        let survivor = try register(queue, "survivor")
        let id = try queue.enqueue(newJob(queue)).id
        var mortal: SQLiteQueue? = try database.open(QueueSettings(clock: clock))
        let worker = try register(try #require(mortal), "mortal")
        #expect(try mortal?.lease(1, for: worker, labels: []).count == 1)
        // What the end of its process does: the kernel lets go of its lock.
        mortal = nil
        #expect(try queue.waitForWork(labels: [], timeout: .seconds(60)))
        #expect(try queue.lease(1, for: survivor, labels: []).map(\.job.id) == [id])
        let job = try #require(try queue.job(id))
        #expect(job.attempts.map(\.ending) == [.lost])
        #expect(job.attempts[0].reason.contains("its process ended"))
        #expect(try queue.workers().first { $0.id == worker }?.state == .gone)
    }

    @Test func `a worker that lives is never taken for dead`() throws {
        let database = try ScratchDatabase()
        let clock = ManualQueueClock()
        let queue = try database.open(QueueSettings(clock: clock))
        let other = try database.open(QueueSettings(clock: clock))
        let (worker, watcher) = (try register(queue, "one"), try register(other, "two"))
        let id = try queue.enqueue(newJob(queue)).id
        #expect(try queue.lease(1, for: worker, labels: []).count == 1)
        for _ in 0..<20 {
            _ = try other.tidy()
            #expect(try other.lease(1, for: watcher, labels: []).isEmpty)
        }
        #expect(try queue.job(id)?.state == .running)
    }

    @Test func `a worker that could not be made known once more keeps what it has`() throws {
        let database = try ScratchDatabase()
        let clock = ManualQueueClock()
        let queue = try database.open(QueueSettings(clock: clock))
        let other = try database.open(QueueSettings(clock: clock))
        let (worker, watcher) = (try register(queue, "one"), try register(other, "two"))
        let id = try queue.enqueue(newJob(queue)).id
        #expect(try queue.lease(1, for: worker, labels: []).count == 1)
        try queue.execute("CREATE TRIGGER no BEFORE UPDATE ON worker BEGIN SELECT RAISE(ABORT, 'no'); END")
        let again = WorkerRecord(id: worker, name: "one", host: "here", process: 1, slots: 1, labels: ["x"])
        #expect(throws: QueueError.self) { try queue.register(again) }
        try queue.execute("DROP TRIGGER no")
        // The first look of a queue comes at once.
        _ = try other.tidy()
        #expect(try other.lease(1, for: watcher, labels: []).isEmpty)
        #expect(try queue.job(id)?.state == .running)
    }

    @Test func `a worker whose file cannot be looked at is not taken for dead`() throws {
        let database = try ScratchDatabase()
        let clock = ManualQueueClock()
        let queue = try database.open(QueueSettings(clock: clock))
        let other = try database.open(QueueSettings(clock: clock))
        let (worker, watcher) = (try register(queue, "one"), try register(other, "two"))
        let id = try queue.enqueue(newJob(queue)).id
        #expect(try queue.lease(1, for: worker, labels: []).count == 1)
        // Opening it fails, as it does for a process that has no descriptor left.
        let file = "\(database.path)-live/\(worker.rawValue)"
        #expect(unlink(file) == 0 && symlink(file, file) == 0)
        // The first look of a queue comes at once.
        _ = try other.tidy()
        #expect(try other.lease(1, for: watcher, labels: []).isEmpty)
        #expect(try queue.job(id)?.state == .running)
        #expect(unlink(file) == 0)
    }

    @Test(arguments: [Duration.seconds(3600), .seconds(-3600)])
    func `a clock that is set takes no job from a worker that lives`(jump: Duration) throws {
        let database = try ScratchDatabase()
        let clock = ManualQueueClock()
        let queue = try database.open(QueueSettings(clock: clock))
        let other = try database.open(QueueSettings(clock: clock))
        let (worker, watcher) = (try register(queue, "one"), try register(other, "two"))
        let id = try queue.enqueue(newJob(queue)).id
        #expect(try queue.lease(1, for: worker, labels: []).count == 1)
        clock.jump(by: jump)
        for queue in [queue, other] {
            #expect(try queue.lease(1, for: watcher, labels: []).isEmpty)
            _ = try queue.tidy()
        }
        #expect(try queue.job(id)?.state == .running)
        // From then on its lease runs out as any other.
        clock.advance(by: queue.settings.lease + .seconds(1))
        _ = try other.tidy()
        #expect(try queue.job(id)?.attempts.map(\.ending) == [.lost])
    }

    @Test func `a heartbeat wakes nobody, and a new job does`() throws {
        let database = try ScratchDatabase()
        let queue = try database.open()
        let worker = try register(queue, "one")
        let new = try newJob(queue)
        let bell = database.path + "-live/bell"
        let old = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
        #expect(utimensat(AT_FDCWD, bell, old, 0) == 0)
        _ = try queue.heartbeat(worker, [])
        #expect(try Descriptor.open(bell).status().st_mtim.tv_sec == 1)
        _ = try queue.enqueue(new)
        #expect(try Descriptor.open(bell).status().st_mtim.tv_sec != 1)
    }

    @Test func `an open database makes itself known to processes that come later`() throws {
        let database = try ScratchDatabase()
        let queues = try (0..<5).map { _ in try database.open() }
        let new = try newJob(queues[0])
        let waits: [@Sendable () throws -> Void] = queues.dropFirst().map { queue in
            {
                let isThere = try queue.waitForWork(labels: [], timeout: .seconds(60))
                #expect(isThere)
            }
        }
        try together(waits + [{ _ = try queues[0].enqueue(new) }])
    }

    @Test func `many who make the database at once all get it`() throws {
        let database = try ScratchDatabase()
        try together(
            (0..<8).map { number in
                {
                    let queue = try database.open()
                    _ = try queue.enqueue(newJob(queue, "\(number)"))
                }
            }
        )
        #expect(try database.open().statistics().count(.queued) == 8)
    }
}
