import Core
import Linux
import Queueing
import Synchronization
import Testing

@testable import Working

@Suite(.timeLimit(.minutes(60))) struct WorkerTests {
    @Test func `a job's steps are told before its result, and its result once`() async throws {
        try await onThread {
            let queue = FakeQueue()
            let judge = FakeJudge { (_, progress) async throws(JudgingFailure) in
                progress(Progress(.compiled, detail: [1]))
                progress(Progress(.test, detail: [2]))
                return .accepted
            }
            let running = try RunningWorker(queue, judge)
            let id = try queue.enqueue(.toy()).id
            queue.wait(for: id) { $0.state == .done }
            running.worker.drain()
            #expect(try running.ending() == .drained)
            #expect(
                try queue.events(of: id, after: 0, limit: 10).map(\.kind)
                    == [.queued, .started, .compiled, .test, .finished]
            )
            #expect(queue.calls.count { $0 == "complete" } == 1)
            #expect(queue.workerRecords.map(\.state) == [.gone])
        }
    }

    @Test func `a running job that somebody cancels is stopped, and said to be cancelled`() async throws {
        try await onThread {
            let queue = FakeQueue()
            let running = try RunningWorker(queue, FakeJudge.endless)
            let id = try queue.enqueue(.toy()).id
            queue.wait { $0.events.contains { $0.job == id && $0.kind == .compiled } }
            #expect(try queue.cancel(id) == .requested)
            queue.wait(for: id) { $0.state == .cancelled }
            running.worker.drain()
            #expect(try running.ending() == .drained)
            #expect(!queue.calls.contains("complete"))
        }
    }

    @Test func `a job whose lease was lost is stopped, and nothing more is told of it`() async throws {
        try await onThread {
            let queue = FakeQueue()
            let running = try RunningWorker(queue, FakeJudge.endless)
            let id = try queue.enqueue(.toy()).id
            queue.wait { $0.events.contains { $0.job == id && $0.kind == .compiled } }
            queue.takeAway(id)
            running.worker.drain()
            #expect(try running.ending() == .drained)
            let told: Set = ["complete", "fail", "release", "confirmCancellation"]
            #expect(told.isDisjoint(with: queue.calls))
        }
    }

    @Test func `draining finishes what is in hand and takes nothing more`() async throws {
        try await onThread {
            let queue = FakeQueue()
            let gate = Mailbox<Void>()
            let judge = FakeJudge { (_, progress) async throws(JudgingFailure) in
                progress(Progress(.compiled, detail: []))
                await gate.pass()
                return .accepted
            }
            let running = try RunningWorker(queue, judge)
            let id = try queue.enqueue(.toy()).id
            queue.wait { $0.events.contains { $0.job == id && $0.kind == .compiled } }
            running.worker.drain()
            queue.wait { $0.calls.contains("report draining") }
            let late = try queue.enqueue(.toy()).id
            gate.post(())
            #expect(try running.ending() == .drained)
            #expect(try queue.job(id)?.state == .done)
            #expect(try queue.job(late)?.state == .queued)
        }
    }

    @Test(arguments: [true, false])
    func `what is not finished in time, or at once when that is asked for, is handed back`(isHurried: Bool) async throws
    {
        try await onThread {
            let queue = FakeQueue()
            let running = try RunningWorker(
                queue,
                FakeJudge.endless,
                drain: isHurried ? .seconds(60) : .milliseconds(1)
            )
            let id = try queue.enqueue(.toy()).id
            queue.wait { $0.events.contains { $0.job == id && $0.kind == .compiled } }
            running.worker.drain()
            if isHurried { running.worker.stopNow() }
            #expect(try running.ending() == .drained)
            let job = try queue.job(id)
            #expect(job?.state == .queued)
            #expect(job?.attempts.map(\.ending) == [.released])
        }
    }

    @Test func `a result that cannot be told is told when the queue can be reached again`() async throws {
        try await onThread {
            let queue = FakeQueue()
            let gone = QueueError.unavailable(database: "fake", detail: "restarting")
            queue.fail("complete", gone, gone)
            queue.fail("lease", gone)
            let running = try RunningWorker(queue, FakeJudge { (_, _) async throws(JudgingFailure) in .accepted })
            let id = try queue.enqueue(.toy()).id
            queue.wait(for: id) { $0.state == .done }
            running.worker.drain()
            #expect(try running.ending() == .drained)
            #expect(try queue.job(id)?.attempts.count == 1)
        }
    }

    @Test func `the same failure of its own again and again takes a worker out of service`() async throws {
        try await onThread {
            let queue = FakeQueue()
            let judge = FakeJudge { (_, _) async throws(JudgingFailure) in
                throw .machinery(ExecutorFailure(operation: "mount", subject: "root", cause: "no"))
            }
            let running = try RunningWorker(queue, judge, slots: 1)
            _ = try queue.enqueue(.toy()).id
            guard case .broken(let reason) = try running.ending() else {
                Issue.record("it was not broken")
                return
            }
            #expect(reason.contains("could not mount"))
            #expect(queue.calls.contains("report broken"))
        }
    }

    @Test func `a result that the queue will not have is a failure of the worker's own, and the job is told why`()
        async throws
    {
        try await onThread {
            let queue = FakeQueue()
            let refusal = QueueError.machinery(operation: "complete a job", detail: "no")
            queue.fail("complete", refusal, refusal, refusal)
            let judge = FakeJudge { (_, _) async throws(JudgingFailure) in .accepted }
            let running = try RunningWorker(queue, judge, slots: 1)
            let id = try queue.enqueue(.toy()).id
            guard case .broken(let reason) = try running.ending() else {
                Issue.record("it was not broken")
                return
            }
            #expect(reason.contains("could not complete a job"))
            // Between the last failure and its being counted the job may be taken once more, and handed back or done.
            let failed = try queue.job(id)?.attempts.filter { $0.ending == .failed }
            #expect(failed?.count == 3)
            #expect(failed?.allSatisfy { $0.reason.contains("complete a job") } == true)
        }
    }

    @Test func `a worker that takes nothing more hears that it was taken for gone, and stops what it has`() async throws
    {
        try await onThread {
            let queue = FakeQueue()
            let running = try RunningWorker(queue, FakeJudge.endless, slots: 1)
            // One more than it has slots, which is as much as it takes.
            let ids = try [queue.enqueue(.toy()).id, queue.enqueue(.toy()).id]
            queue.wait { state in
                ids.allSatisfy { id in state.events.contains { $0.job == id && $0.kind == .compiled } }
            }
            let first = queue.workerRecords.first?.id
            queue.forgetWorkers()
            queue.wait { state in state.workers.keys.contains { $0 != first } }
            running.worker.drain()
            #expect(try running.ending() == .drained)
            let told: Set = ["complete", "fail", "release", "confirmCancellation"]
            #expect(told.isDisjoint(with: queue.calls))
        }
    }

    @Test func `a job that no worker can judge is given up at once`() async throws {
        try await onThread {
            let queue = FakeQueue()
            let judge = FakeJudge { (_, _) async throws(JudgingFailure) in throw .refused("no tests") }
            let running = try RunningWorker(queue, judge)
            let id = try queue.enqueue(.toy()).id
            queue.wait(for: id) { $0.state == .dead }
            running.worker.drain()
            #expect(try running.ending() == .drained)
            #expect(try queue.job(id)?.attempts.map(\.reason) == ["no tests"])
        }
    }

    @Test func `a job waits for a worker that has its labels, also one that comes to have them`() async throws {
        try await onThread {
            let queue = FakeQueue()
            let running = try RunningWorker(queue, FakeJudge { (_, _) async throws(JudgingFailure) in .accepted })
            let other = try queue.enqueue(.toy(labels: ["language:ada"])).id
            let fitting = try queue.enqueue(.toy(labels: ["language:c"])).id
            queue.wait(for: fitting) { $0.state == .done }
            #expect(try queue.job(other)?.state == .queued)
            running.worker.offer(["language:ada"])
            queue.wait(for: other) { $0.state == .done }
            #expect(queue.workerRecords.first?.labels == ["language:ada"])
            running.worker.drain()
            #expect(try running.ending() == .drained)
        }
    }

    @Test func `a worker that was taken for gone makes itself known as another`() async throws {
        try await onThread {
            let queue = FakeQueue()
            let running = try RunningWorker(queue, FakeJudge { (_, _) async throws(JudgingFailure) in .accepted })
            queue.wait { $0.workers.values.contains { $0.state == .ready } }
            let first = queue.workerRecords.first?.id
            queue.forgetWorkers()
            let id = try queue.enqueue(.toy()).id
            queue.wait(for: id) { $0.state == .done }
            #expect(queue.workerRecords.first?.id != first)
            running.worker.drain()
            #expect(try running.ending() == .drained)
        }
    }

    @Test func `a queue that is damaged ends the worker`() async throws {
        try await onThread {
            let queue = FakeQueue()
            queue.fail("lease", .damaged(database: "fake", detail: "no header"))
            let running = try RunningWorker(queue, FakeJudge.endless)
            #expect(throws: QueueError.damaged(database: "fake", detail: "no header")) { try running.ending() }
        }
    }
}

/// A thread that runs `body`.
func startThread(_ body: @escaping @Sendable () -> Void) throws { try Thread.start(body) }
