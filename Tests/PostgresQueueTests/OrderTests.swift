import Linux
import QueueTesting
import Queueing
import Synchronization
import Testing

@testable import PostgresQueue

@Suite struct OrderTests {
    @Test func `a tenant with many jobs does not delay another's single one by more than a round`() throws {
        let test = try QueueUnderTest()
        let worker = try test.worker()
        _ = try test.queue.enqueue((0..<300).map { _ in test.job("many") })
        _ = try test.queue.lease(5, for: worker, labels: [])
        let single = try test.queue.enqueue(test.job("one")).id
        let next = try test.queue.lease(2, for: worker, labels: []).map(\.job.id)
        #expect(next.contains(single))
    }

    @Test func `a higher priority goes first, a delayed job when its time has come, others in their order`() throws {
        let test = try QueueUnderTest()
        let worker = try test.worker()
        let later = test.clock.now() + .seconds(60)
        let ids = try test.queue.enqueue([
            test.job(), test.job(priority: 5), test.job(priority: 9, notBefore: later), test.job(priority: -1),
        ]).map(\.id)
        #expect(try test.queue.lease(9, for: worker, labels: []).map(\.job.id) == [ids[1], ids[0], ids[3]])
        test.clock.advance(by: .seconds(60))
        #expect(try test.queue.lease(9, for: worker, labels: []).map(\.job.id) == [ids[2]])
    }

    @Test func `a job waits for a worker that has every label it needs`() throws {
        let test = try QueueUnderTest()
        let worker = try test.worker()
        let ids = try test.queue.enqueue([
            test.job(labels: ["language:rust", "class:large"]), test.job(labels: ["language:c"]), test.job(),
        ]).map(\.id)
        #expect(try test.queue.lease(9, for: worker, labels: ["language:c"]).map(\.job.id) == ids.suffix(2))
        #expect(try !test.queue.waitForWork(labels: ["language:rust"], timeout: .zero))
        #expect(try test.queue.waitForWork(labels: ["class:large", "language:rust"], timeout: .zero))
        #expect(try test.queue.statistics().waiting.map(\.labels) == [["class:large", "language:rust"]])
        #expect(try test.leaseOne(worker, labels: ["x", "class:large", "language:rust"]).job.id == ids[0])
    }

    @Test func `a full queue refuses, exactly at its bound, and drops nothing`() throws {
        let test = try QueueUnderTest { $0.depth = DepthRule(total: 12, tenant: 10) }
        let worker = try test.worker()
        let made = Atomic(0)
        let refused = Atomic(0)
        let other = try test.another()
        try onThreads(6) { thread in
            for _ in 0..<4 {
                do throws(QueueError) {
                    _ = try (thread % 2 == 0 ? test.queue : other).enqueue(test.job())
                    made.add(1, ordering: .relaxed)
                } catch {
                    if case .full(of: "t", limit: 10, _) = error { refused.add(1, ordering: .relaxed) }
                }
            }
        }
        #expect(made.load(ordering: .relaxed) == 10 && refused.load(ordering: .relaxed) == 14)
        #expect(throws: QueueError.full(of: nil, limit: 12, retryAfter: .seconds(60))) {
            try test.queue.enqueue([test.job("u"), test.job("v"), test.job("w")])
        }
        #expect(try test.queue.statistics().count(.queued) == 10)
        try test.queue.complete(try test.leaseOne(worker), accepted)
        #expect(try test.queue.enqueue(test.job()).isNew)
    }

    @Test func `many connections lease and complete, and each job has one result`() throws {
        let test = try QueueUnderTest()
        let ids = try test.queue.enqueue((0..<600).map { test.job("t\($0 % 7)", priority: $0 % 3) }).map(\.id)
        let other = try test.another()
        let seen = Mutex<[JobID]>([])
        let failures = Mutex<[String]>([])
        try onThreads(8) { number in
            do {
                let queue = number % 2 == 0 ? test.queue : other
                let worker = try test.worker("w\(number)")
                while true {
                    let leases = try queue.lease(number % 3 + 1, for: worker, labels: [])
                    if leases.isEmpty, try !queue.waitForWork(labels: [], timeout: .zero) { return }
                    for lease in leases {
                        try queue.complete(lease, accepted, after: [Progress(.test, detail: [1])])
                        seen.withLock { $0.append(lease.job.id) }
                    }
                }
            } catch {
                failures.withLock { $0.append("\(error)") }
            }
        }
        #expect(failures.withLock { $0 } == [])
        #expect(seen.withLock { $0.count } == 600)
        #expect(Set(seen.withLock { $0 }) == Set(ids))
        #expect(try test.queue.statistics().count(.done) == 600)
        let events = try test.queue.allEvents { $0.count >= 4 * 600 }
        #expect(events.count == 4 * 600)
        for (_, own) in Dictionary(grouping: events, by: \.job) {
            #expect(own.map(\.kind) == [.queued, .started, .test, .finished])
        }
    }

    @Test func `who reads all events on from the last number misses none, whatever others do`() throws {
        let test = try QueueUnderTest()
        let left = Monitor(6)
        for number in 0..<6 {
            try Thread.start {
                for _ in 0..<60 { _ = try? test.queue.enqueue(test.job("t\(number)")) }
                left.change { $0 -= 1 }
            }
        }
        let reader = try test.another()
        var seen: [Int] = []
        var isOver = false
        repeat {
            isOver = left.look { $0 == 0 }
            if isOver { try reader.allEvents { $0.count >= 360 } }
            while true {
                let events = try reader.events(of: nil, after: seen.last ?? 0, limit: 7)
                if events.isEmpty { break }
                seen += events.map(\.number)
            }
            if !isOver { _ = try reader.waitForEvents(of: nil, after: seen.last ?? 0, timeout: .seconds(1)) }
        } while !isOver
        #expect(seen.count == 360)
        #expect(seen == seen.sorted())
    }
}
