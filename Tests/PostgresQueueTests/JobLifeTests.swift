import QueueTesting
import Queueing
import Testing

@testable import PostgresQueue

@Suite struct JobLifeTests {
    @Test func `a job goes from the queue to its result, and tells each step once`() throws {
        let test = try QueueUnderTest()
        let worker = try test.worker()
        let id = try test.queue.enqueue(test.job(language: "py\"th\\on{,}")).id
        let lease = try test.leaseOne(worker)
        #expect(lease.job.id == id && lease.attempt == 1 && lease.job.submitted == test.job(language: "py\"th\\on{,}"))
        try test.queue.record([Progress(.compiled, detail: [0, 92, 34]), Progress(.test, detail: [])], under: lease)
        try test.queue.complete(lease, accepted, after: [Progress(.test, detail: Array("{}".utf8))])
        // An answer that got lost has it asked for twice.
        try test.queue.complete(lease, accepted)
        #expect(try test.kinds(id) == [.queued, .started, .compiled, .test, .test, .finished])
        #expect(try test.queue.events(of: id, after: 0, limit: 100)[2].detail == [0, 92, 34])
        #expect(try test.queue.result(of: id) == accepted)
        let job = try #require(try test.queue.job(id))
        #expect(job.state == .done && job.verdict == "AC" && job.attempts.map(\.ending) == [.done])
        #expect(job.attempts.first?.workerName == "w" && job.worker == worker)
        #expect(try test.queue.lease(1, for: worker, labels: []).isEmpty)
        let all = try test.queue.allEvents { $0.count >= 6 }
        try #require(all.count == 6)
        #expect(all == (try test.queue.events(of: id, after: 0, limit: 100)))
        #expect(try test.queue.events(of: nil, after: all[2].number, limit: 2) == Array(all[3...4]))
    }

    @Test func `a key and a body that come again are the same job, another body is an error`() throws {
        let test = try QueueUnderTest()
        let first = try test.queue.enqueue(test.job(key: "k"))
        #expect(try test.queue.enqueue(test.job(key: "k")) == Enqueued(id: first.id, isNew: false))
        #expect(try test.queue.enqueue(test.job("other", key: "k")).isNew)
        #expect(throws: QueueError.idempotencyConflict(key: "k", job: first.id)) {
            try test.queue.enqueue(test.job(key: "k", language: "d"))
        }
        let both = try test.queue.enqueue([test.job(key: "k2"), test.job(key: "k2"), test.job(key: "k")])
        #expect(
            both[0].id == both[1].id && both.map(\.isNew) == [true, true, false]
                || both.map(\.isNew) == [true, false, false]
        )
    }

    @Test func `a failed job waits longer each time, and is dead in the end; then it can be retried`() throws {
        let test = try QueueUnderTest { $0.retries = RetryRule(attempts: 3, jitter: 0) }
        let worker = try test.worker()
        let id = try test.queue.enqueue(test.job()).id
        for wait in [1, 2] {
            let lease = try test.leaseOne(worker)
            let due = test.clock.now() + .seconds(wait)
            #expect(try test.queue.fail(lease, reason: "no\nluck", isFinal: false) == .queued(notBefore: due))
            #expect(throws: QueueError.lostLease(id)) { try test.queue.complete(lease, accepted) }
            #expect(try test.queue.lease(1, for: worker, labels: []).isEmpty)
            #expect(try test.queue.statistics().delayed == 1)
            test.clock.advance(by: .seconds(wait))
        }
        let afterwards = try test.queue.fail(try test.leaseOne(worker), reason: "no luck", isFinal: false)
        #expect(afterwards == .dead(reason: "3 attempts came to nothing; last: no luck"))
        let dead = try #require(try test.queue.job(id))
        #expect(dead.state == .dead && dead.attempts.map(\.reason) == ["no luck", "no luck", "no luck"])
        try test.queue.retry(id)
        #expect(throws: QueueError.wrongState(id, .queued, needed: "dead")) { try test.queue.retry(id) }
        let lease = try test.leaseOne(worker)
        #expect(lease.attempt == 4 && lease.job.attempts.count == 3)
        #expect(
            try test.queue.fail(lease, reason: "x", isFinal: false)
                == .queued(notBefore: test.clock.now() + .seconds(1))
        )
        #expect(
            try test.kinds(id)
                == [.queued, .started, .requeued, .started, .requeued, .started, .dead, .queued, .started, .requeued]
        )
        #expect(try test.queue.retry(JobFilter(), limit: 10) == 0)
    }

    @Test func `a lease that ran out goes to another worker, and counts as lost`() throws {
        let test = try QueueUnderTest()
        let (first, second) = (try test.worker("a"), try test.worker("b"))
        let id = try test.queue.enqueue(test.job()).id
        let lease = try test.leaseOne(first)
        test.clock.advance(by: .seconds(9))
        #expect(
            try test.queue.heartbeat(first, [lease])
                == [.extended(until: test.clock.now() + .seconds(10), cancel: false)]
        )
        test.clock.advance(by: .seconds(11))
        #expect(try test.queue.lease(1, for: second, labels: []).isEmpty)
        #expect(try test.queue.job(id)?.attempts.map(\.ending) == [.lost])
        test.clock.advance(by: .seconds(2))
        let other = try test.leaseOne(second)
        #expect(try test.queue.heartbeat(first, [lease]) == [.lost])
        #expect(throws: QueueError.lostLease(id)) { try test.queue.record([Progress(.test, detail: [])], under: lease) }
        #expect(throws: QueueError.lostLease(id)) { try test.queue.complete(lease, accepted) }
        try test.queue.complete(other, accepted)
    }

    @Test func `a worker that is gone gives its jobs back, and what outside events ended does not count`() throws {
        let test = try QueueUnderTest()
        let (first, second) = (try test.worker("a"), try test.worker("b"))
        let id = try test.queue.enqueue(test.job()).id
        _ = try test.leaseOne(first)
        try test.queue.report(first, .gone, detail: "killed")
        try test.queue.excuse(first)
        #expect(try test.queue.job(id)?.attempts.map(\.ending) == [.excused])
        #expect(throws: QueueError.self) { try test.queue.lease(1, for: first, labels: []) }
        #expect(throws: QueueError.self) { try test.queue.lease(1, for: .random(), labels: []) }
        test.clock.advance(by: .seconds(5))
        _ = try test.leaseOne(second)
        try test.queue.report(second, .gone, detail: "")
        #expect(try test.queue.job(id)?.attempts.map(\.ending) == [.excused, .released])
        #expect(try test.queue.workers().map(\.state) == [.gone, .gone])
    }

    @Test func `a job is cancelled at once while it waits, and through its worker while it runs`() throws {
        let test = try QueueUnderTest()
        let worker = try test.worker()
        let ids = try test.queue.enqueue([test.job(), test.job()]).map(\.id)
        #expect(try test.queue.cancel(ids[0]) == .cancelled)
        #expect(try test.queue.cancel(ids[0]) == .ended(.cancelled))
        let lease = try test.leaseOne(worker)
        #expect(lease.job.id == ids[1])
        #expect(throws: QueueError.self) { try test.queue.confirmCancellation(lease) }
        #expect(try test.queue.waitForCancellations(of: worker, besides: [], timeout: .zero).isEmpty)
        #expect(try test.queue.cancel(ids[1]) == .requested)
        #expect(try test.queue.waitForCancellations(of: worker, besides: [], timeout: .seconds(5)) == [ids[1]])
        #expect(try test.queue.job(ids[1])?.isCancellationRequested == true)
        try test.queue.confirmCancellation(lease)
        #expect(try test.queue.job(ids[1])?.state == .cancelled)
        #expect(try test.kinds(ids[1]) == [.queued, .started, .cancelling, .cancelled])
        #expect(throws: QueueError.self) { try test.queue.cancel(.random()) }
    }

    @Test func `a job that was handed back is there at once, in its old place`() throws {
        let test = try QueueUnderTest()
        let worker = try test.worker()
        let ids = try test.queue.enqueue([test.job(), test.job()]).map(\.id)
        #expect(
            try test.queue.release(try test.leaseOne(worker), reason: "stop") == .queued(notBefore: test.clock.now())
        )
        let lease = try test.leaseOne(worker)
        #expect(lease.job.id == ids[0] && lease.attempt == 2)
    }
}
