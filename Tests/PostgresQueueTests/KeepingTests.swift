import Core
import QueueTesting
import Queueing
import Testing

@testable import PostgresQueue

@Suite struct KeepingTests {
    @Test func `content comes back as it was, whatever its size, and is kept once`() throws {
        let test = try QueueUnderTest()
        for size in [0, 1, 1 << 20, (1 << 20) + 1, 3_000_000] {
            let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* $0 / 7) }
            let digest = try test.queue.put(bytes)
            #expect(try test.queue.put(bytes) == digest)
            #expect(try test.another().get(digest) == bytes)
        }
        let missing = ContentDigest(rawValue: String(repeating: "0", count: 64))
        #expect(throws: QueueError.missingContent(missing)) { try test.queue.get(missing) }
        #expect(throws: QueueError.missingContent(missing)) { try test.queue.push("x", content: missing) }
        var job = test.job()
        job.request.problem.package = missing
        let new = job
        #expect(throws: QueueError.missingContent(missing)) { try test.queue.enqueue(new) }
        let record = ContentRecord(digest: missing, byteCount: 5, chunkCount: 1)
        #expect(throws: QueueError.missingContent(missing)) { try test.queue.finishContent(record) }
    }

    @Test func `content goes when no job and no package needs it, and not before`() throws {
        let test = try QueueUnderTest()
        let pushed = try test.queue.put(Array("pushed".utf8))
        try test.queue.push("twosum", content: pushed)
        let unused = try test.queue.put(Array("unused".utf8))
        _ = try test.queue.enqueue(test.job())
        test.clock.advance(by: .seconds(3599))
        #expect(try test.queue.tidy() == Removed())
        test.clock.advance(by: .seconds(2))
        #expect(try test.queue.tidy() == Removed(contents: 1))
        #expect(try test.queue.records(of: [unused, pushed, test.package]).count == 2)
        try test.queue.complete(try test.leaseOne(try test.worker()), accepted)
        #expect(try test.queue.purge(JobFilter(), limit: 10) == 1)
        test.clock.advance(by: .seconds(3601))
        #expect(try test.queue.tidy().contents == 1)
        #expect(try test.queue.package("twosum")?.content == pushed)
        #expect(try test.queue.packages().map(\.name) == ["twosum"])
    }

    @Test func `ended jobs are removed by age and by count, with all that belongs to them`() throws {
        let test = try QueueUnderTest { $0.retention = RetentionRule(age: .seconds(100), count: 2) }
        let worker = try test.worker()
        let ids = try test.queue.enqueue((0..<5).map { _ in test.job() }).map(\.id)
        for _ in 0..<4 {
            try test.queue.complete(try test.leaseOne(worker), accepted)
            test.clock.advance(by: .seconds(1))
        }
        #expect(try test.queue.tidy().jobs == 2)
        #expect(try test.queue.job(ids[1]) == nil)
        #expect(try test.queue.list(JobFilter(), after: nil, limit: 10).jobs.map(\.id) == [ids[4], ids[3], ids[2]])
        test.clock.advance(by: .seconds(100))
        #expect(try test.queue.tidy().jobs == 2)
        #expect(try test.queue.allEvents { !$0.isEmpty }.map(\.job) == [ids[4]])
    }

    @Test func `jobs are listed by page, and by what is asked for`() throws {
        let test = try QueueUnderTest()
        let worker = try test.worker()
        let ids = try test.queue.enqueue((0..<5).map { test.job($0 % 2 == 0 ? "even" : "odd") }).map(\.id)
        let first = try test.queue.list(JobFilter(), after: nil, limit: 3)
        #expect(first.jobs.map(\.id) == [ids[4], ids[3], ids[2]])
        let second = try test.queue.list(JobFilter(), after: first.next, limit: 3)
        #expect(second.jobs.map(\.id) == [ids[1], ids[0]] && second.next == nil)
        try test.queue.complete(try test.leaseOne(worker), accepted)
        let filter = JobFilter(states: [.done, .dead], tenant: "even", problem: "twosum")
        #expect(try test.queue.list(filter, after: nil, limit: 9).jobs.map(\.id) == [ids[0]])
        #expect(try test.queue.list(JobFilter(tenant: "odd"), after: nil, limit: 9).jobs.map(\.id) == [ids[3], ids[1]])
        let again = try test.queue.rejudge(ids[0])
        #expect(try test.queue.job(again.id)?.submitted.rejudges == ids[0])
        #expect(throws: QueueError.self) { try test.queue.rejudge(ids[1]) }
    }

    @Test func `statistics say how the queue is doing`() throws {
        let test = try QueueUnderTest()
        let worker = try test.worker()
        _ = try test.queue.enqueue((0..<2500).map { _ in test.job() })
        test.clock.advance(by: .seconds(61))
        _ = try test.queue.enqueue((0..<1200).map { _ in test.job(labels: ["a"]) })
        try test.queue.complete(try test.leaseOne(worker), accepted)
        _ = try test.leaseOne(worker)
        test.clock.advance(by: .seconds(1))
        let statistics = try test.queue.statistics()
        #expect(statistics.counts.filter { $0.value > 0 } == [.queued: 3698, .running: 1, .done: 1])
        #expect(statistics.enqueuedLastMinute == 1200 && statistics.endedLastMinute == 1)
        #expect(statistics.oldestAge == .seconds(62))
        #expect(statistics.waiting.map(\.ready) == [2498, 1200])
        #expect(statistics.workers.map(\.running) == [1])
        #expect(statistics.contentBytes > 0)
    }

    @Test func `many dead jobs are retried, as many as there is room for`() throws {
        let test = try QueueUnderTest { $0.depth = DepthRule(total: 6, tenant: 6) }
        let worker = try test.worker()
        for _ in 0..<2 {
            _ = try test.queue.enqueue((0..<4).map { _ in test.job() })
            for lease in try test.queue.lease(4, for: worker, labels: []) {
                _ = try test.queue.fail(lease, reason: "no", isFinal: true)
            }
        }
        #expect(try test.queue.retry(JobFilter(tenant: "nobody"), limit: 100) == 0)
        #expect(try test.queue.retry(JobFilter(tenant: "t"), limit: 3) == 3)
        #expect(try test.queue.retry(JobFilter(), limit: 100) == 3)
        #expect(try test.queue.statistics().count(.dead) == 2)
    }
}
