import Glibc
import Linux
import QueueTesting
import Queueing
import Testing

@testable import PostgresQueue

/// Workers whose processes have ended on the machine of others.
///
/// The clock stands still: no lease runs out, and no wait is over.
@Suite(.timeLimit(.minutes(60))) struct EndedWorkerTests {
    /// A directory for locks, which goes with it.
    private final class LockDirectory: Sendable {
        let path = "/tmp/assay-locks-\(UInt64.random(in: 0 ... .max))"
        var settings: PostgresSettings { PostgresSettings(workerLocks: path) }
        deinit { try? HostWriting.removeTree(path) }
        func file(_ worker: WorkerID) -> String { path + "/" + worker.rawValue }
        func names() throws -> [String] { try HostDirectory.names(in: path) }
    }

    private static func register(_ queue: PostgresQueue, _ name: String) throws -> WorkerID {
        let record = WorkerRecord(name: name, host: "h", process: 1, slots: 1, labels: [], state: .ready)
        try queue.register(record)
        return record.id
    }

    /// A worker that has taken a job, and lost its lock as it does when its process ends.
    private func ended(_ test: QueueUnderTest) throws -> (worker: WorkerID, job: JobID) {
        let id = try test.queue.enqueue(test.job()).id
        var mortal: PostgresQueue? = try test.another()
        let worker = try Self.register(try #require(mortal), "mortal")
        #expect(try mortal?.lease(1, for: worker, labels: []).map(\.job.id) == [id])
        mortal = nil
        return (worker, id)
    }

    @Test func `what a worker had that was killed is there for the next one that starts on its machine`() async throws {
        let locks = LockDirectory()
        let test = try QueueUnderTest(postgres: locks.settings)
        let id = try test.queue.enqueue(test.job()).id
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [address = test.address as String, schema = test.schema as String, path = locks.path as String] in
            let settings = PostgresSettings(schema: schema, workerLocks: path)
            let queue = try PostgresQueue(
                address,
                settings: QueueSettings(clock: ManualQueueClock()),
                postgres: settings
            )
            let worker = try EndedWorkerTests.register(queue, "mortal")
            guard try queue.lease(1, for: worker, labels: []).count == 1 else { return }
            kill(getpid(), SIGKILL)
        }
        #expect(try test.queue.job(id)?.state == .running)
        let mortal = try #require(try test.queue.workers().first?.id)
        let survivor = try test.worker()
        let lease = try test.leaseOne(survivor)
        #expect(lease.job.id == id)
        let attempts = try #require(try test.queue.job(id)).attempts
        #expect(attempts.map(\.ending) == [.lost])
        #expect(attempts.first?.reason == "worker mortal was lost: its process ended")
        #expect(try test.queue.workers().first { $0.id == mortal }?.state == .gone)
        // Its last words may still be under way; when it has been silent for long enough nobody looks at it any more.
        #expect(try Set(locks.names()) == [mortal.rawValue, survivor.rawValue])
        test.clock.advance(by: test.queue.settings.lease + .seconds(1))
        _ = try test.queue.heartbeat(survivor, [lease])
        _ = try test.queue.tidy()
        #expect(try locks.names() == [survivor.rawValue])
        try test.queue.complete(lease, accepted)
        try test.queue.report(survivor, .gone, detail: "")
        #expect(try locks.names() == [])
    }

    @Test func `those who live see it when they look for jobs, and when they tidy up`() throws {
        for looksForJobs in [true, false] {
            let locks = LockDirectory()
            let test = try QueueUnderTest(postgres: locks.settings)
            let survivor = try test.worker()
            let (_, id) = try ended(test)
            if looksForJobs {
                // The first look comes at once.
                #expect(try test.leaseOne(survivor).job.id == id)
            } else {
                _ = try test.queue.tidy()
            }
            #expect(try test.queue.job(id)?.attempts.map(\.ending) == [.lost])
        }
    }

    @Test func `a worker that lives is never taken for dead`() throws {
        let locks = LockDirectory()
        let test = try QueueUnderTest(postgres: locks.settings)
        let other = try test.another()
        let worker = try test.worker()
        let id = try test.queue.enqueue(test.job()).id
        _ = try test.leaseOne(worker)
        // Made known once more, as with other labels, it is still locked.
        try test.queue.register(
            WorkerRecord(id: worker, name: "w", host: "h", process: 1, slots: 1, labels: ["x"], state: .ready)
        )
        for number in 0..<10 {
            let watcher = try Self.register(other, "watcher \(number)")
            #expect(try other.lease(1, for: watcher, labels: []).isEmpty)
            _ = try other.tidy()
        }
        #expect(try test.queue.job(id)?.state == .running)
    }

    enum Excuse: CaseIterable {
        case beforeItsLossShows, beforeWithItsJobsTaken, afterwards
    }

    @Test(arguments: Excuse.allCases)
    func `what an excused worker has lost does not count, whenever it is excused`(excuse: Excuse) throws {
        let locks = LockDirectory()
        let test = try QueueUnderTest(postgres: locks.settings)
        let (worker, id) = try ended(test)
        // As `assay queue excuse` has it, from a process that is no worker's.
        let operated = try test.another { $0.workerLocks = nil }
        if excuse == .beforeWithItsJobsTaken { try operated.report(worker, .gone, detail: "it was ended from outside") }
        if excuse != .afterwards { try operated.excuse(worker) }
        let survivor = try test.worker()
        if excuse == .afterwards {
            try operated.report(worker, .gone, detail: "it was ended from outside")
            try operated.excuse(worker)
        }
        #expect(try test.queue.job(id)?.attempts.map(\.ending) == [.excused])
        #expect(try test.leaseOne(survivor).job.id == id)
    }

    @Test func `what comes to a worker that is gone already is taken back, too`() throws {
        let locks = LockDirectory()
        let test = try QueueUnderTest(postgres: locks.settings)
        let (worker, id) = try ended(test)
        // As when it was said to be gone while the server was still giving it a job.
        let session = try Session(ServerAddress(test.address), schema: test.schema, prepares: false)
        _ = try session("UPDATE @workers SET state = 'gone' WHERE id = $1", .text(worker.rawValue))
        #expect(try test.leaseOne(test.worker()).job.id == id)
    }

    enum Doubt: CaseIterable {
        case copied, beforeTheMachineWasStarted, empty, linked
    }

    @Test(arguments: Doubt.allCases)
    func `where it is not certain that a worker has ended, its lease decides`(doubt: Doubt) throws {
        let locks = LockDirectory()
        let test = try QueueUnderTest(postgres: locks.settings)
        let (worker, id) = try ended(test)
        let file = locks.file(worker)
        let text = String(decoding: try KernelText.read(file), as: UTF8.self)
        switch doubt {
        case .copied:
            let copy = locks.path + "/new-copy"
            try Descriptor.open(copy, O_WRONLY | O_CREAT, mode: 0o600).set(text)
            try HostWriting.rename(copy, to: file)
        case .beforeTheMachineWasStarted:
            let rest = try #require(text.firstIndex(of: " "))
            try Descriptor.open(file, O_WRONLY | O_TRUNC).set("00000000-0000-4000-8000-000000000000" + text[rest...])
        case .empty: _ = try Descriptor.open(file, O_WRONLY | O_TRUNC)
        case .linked:
            try HostWriting.rename(file, to: file + "moved")
            try #require(symlink(file + "moved", file) == 0)
        }
        let survivor = try test.worker()
        _ = try test.queue.tidy()
        #expect(try test.queue.lease(1, for: survivor, labels: []).isEmpty)
        #expect(try test.queue.job(id)?.state == .running)
        test.clock.advance(by: test.queue.settings.lease + .seconds(1))
        _ = try test.queue.tidy()
        #expect(try test.queue.job(id)?.attempts.map(\.reason) == ["worker mortal was not heard of for 10 s"])
    }

    @Test func `workers of other queues are left to these`() throws {
        let locks = LockDirectory()
        let here = try QueueUnderTest(postgres: locks.settings)
        let there = try QueueUnderTest(postgres: locks.settings)
        let (worker, id) = try ended(there)
        _ = try here.worker()
        _ = try here.queue.tidy()
        #expect(try locks.names().contains(worker.rawValue))
        #expect(try there.queue.job(id)?.state == .running)
        #expect(try there.leaseOne(there.worker()).job.id == id)
    }

    @Test func `files that say nothing for sure are kept for two days`() throws {
        let locks = LockDirectory()
        let test = try QueueUnderTest(postgres: locks.settings)
        let worker = try test.worker()
        let names = ["0123456789abcdef", "new-0123456789abcdef"]
        for name in names + names.map({ $0 + "f" }) {
            try Descriptor.open(locks.path + "/" + name, O_WRONLY | O_CREAT, mode: 0o600).set("x")
        }
        let old = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
        for name in names + [worker.rawValue] {
            try #require(utimensat(AT_FDCWD, locks.path + "/" + name, old, 0) == 0)
        }
        _ = try test.another().tidy()
        #expect(try Set(locks.names()) == Set(names.map { $0 + "f" } + [worker.rawValue]))
    }

    @Test func `a worker whose lock cannot be had works all the same`() throws {
        let locks = LockDirectory()
        let file = locks.path
        try Descriptor.open(file, O_WRONLY | O_CREAT, mode: 0o600).set("no directory")
        defer { unlink(file) }
        let test = try QueueUnderTest(postgres: locks.settings)
        let id = try test.queue.enqueue(test.job()).id
        try test.queue.complete(try test.leaseOne(test.worker()), accepted)
        #expect(try test.queue.job(id)?.state == .done)
    }
}
