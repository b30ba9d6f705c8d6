import Linux
import Queueing
import Testing

@testable import PostgresQueue

@Suite struct WaitingTests {
    /// So long that a test which is woken by polling alone is seen to hang.
    private static let slow = PostgresSettings(pollInterval: .seconds(3600))

    @Test func `a worker is woken by a job that another connection enqueues`() throws {
        let test = try QueueUnderTest(postgres: Self.slow)
        let other = try test.another()
        let woken = Monitor<Bool?>(nil)
        try Thread.start {
            let found = try? other.waitForWork(labels: [], timeout: .seconds(60))
            woken.change { $0 = found ?? false }
        }
        _ = try test.queue.enqueue(test.job())
        #expect(woken.wait(until: nil) { $0 } == true)
    }

    @Test func `a worker is woken when a delayed job's time comes`() throws {
        let test = try QueueUnderTest(change: { $0.clock = SystemQueueClock() }, postgres: Self.slow)
        let time = test.queue.now + .milliseconds(200)
        _ = try test.queue.enqueue(test.job(notBefore: time))
        #expect(try test.queue.waitForWork(labels: [], timeout: .seconds(60)))
        #expect(test.queue.now >= time)
    }

    @Test func `who follows a job is woken by its next event`() throws {
        let test = try QueueUnderTest(postgres: Self.slow)
        let other = try test.another()
        let worker = try test.worker()
        let id = try test.queue.enqueue(test.job()).id
        let seen = Monitor<[JobEvent.Kind]>([])
        try Thread.start {
            var last = 0
            while (try? other.waitForEvents(of: id, after: last, timeout: .seconds(60))) == true {
                let events = (try? other.events(of: id, after: last, limit: 10)) ?? []
                last = events.last?.number ?? last
                seen.change { $0 += events.map(\.kind) }
                if events.last?.kind.isEnd == true { return }
            }
        }
        let lease = try test.leaseOne(worker)
        for _ in 0..<3 { try test.queue.record([Progress(.test, detail: [])], under: lease) }
        try test.queue.complete(lease, accepted)
        let all = seen.wait(until: nil) { $0.last == .finished ? $0 : nil }
        #expect(all == [.queued, .started, .test, .test, .test, .finished])
    }

    @Test func `a worker hears that its job is to be stopped, and of nobody else's`() throws {
        let test = try QueueUnderTest(postgres: Self.slow)
        let other = try test.another()
        let (first, second) = (try test.worker("a"), try test.worker("b"))
        let ids = try test.queue.enqueue([test.job(), test.job()]).map(\.id)
        _ = try test.leaseOne(first)
        _ = try test.leaseOne(second)
        let told = Monitor<Set<JobID>?>(nil)
        try Thread.start {
            let found = try? other.waitForCancellations(of: second, besides: [], timeout: .seconds(60))
            told.change { $0 = found ?? [] }
        }
        _ = try test.queue.cancel(ids[0])
        _ = try test.queue.cancel(ids[1])
        #expect(told.wait(until: nil) { $0 } == [ids[1]])
    }

    @Test func `without notifications and prepared statements all is found by looking`() throws {
        let settings = PostgresSettings(prepares: false, listening: .polling, pollInterval: .milliseconds(20))
        let test = try QueueUnderTest(postgres: settings)
        let other = try test.another()
        let worker = try test.worker()
        let woken = Monitor<Bool?>(nil)
        try Thread.start {
            let found = try? other.waitForWork(labels: [], timeout: .seconds(60))
            woken.change { $0 = found ?? false }
        }
        _ = try test.queue.enqueue(test.job())
        #expect(woken.wait(until: nil) { $0 } == true)
        try test.queue.complete(try test.leaseOne(worker), accepted)
    }

    @Test func `those who wait can be sent home`() throws {
        let test = try QueueUnderTest(postgres: Self.slow)
        let woken = Monitor<Bool?>(nil)
        let begun = Monitor(false)
        try Thread.start {
            begun.change { $0 = true }
            let found = try? test.queue.waitForWork(labels: [], timeout: .seconds(3600))
            woken.change { $0 = found ?? true }
        }
        _ = begun.wait(until: nil) { $0 ? () : nil }
        // It may not have come to its wait yet, which a wake from before does not end.
        while woken.look({ $0 }) == nil {
            test.queue.wake()
            _ = woken.wait(until: Clock.nanoseconds + 10_000_000) { $0 }
        }
        #expect(woken.look { $0 } == false)
    }
}
