import Core
import Queueing
import Testing

@testable import Working

/// Workers whose queue, or machinery, does not do as it should.
@Suite(.timeLimit(.minutes(60))) struct WorkerTroubleTests {
    @Test func `a queue that can only be read for a while loses no result and ends no worker`() async throws {
        try await onThread {
            let queue = FakeQueue()
            let standby = QueueError.readOnly(database: "fake")
            queue.fail("complete", standby, standby)
            queue.fail("lease", standby)
            let running = try RunningWorker(queue, FakeJudge { (_, _) async throws(JudgingFailure) in .accepted })
            let id = try queue.enqueue(.toy()).id
            queue.wait(for: id) { $0.state == .done }
            running.worker.drain()
            #expect(try running.ending() == .drained)
            #expect(try queue.job(id)?.attempts.map(\.ending) == [.done])
        }
    }

    @Test func `a queue that does not answer does not hold up the end`() async throws {
        try await onThread {
            let queue = FakeQueue()
            let running = try RunningWorker(
                queue,
                FakeJudge { (_, _) async throws(JudgingFailure) in .accepted },
                farewell: .milliseconds(1)
            )
            queue.wait { $0.workers.values.contains { $0.state == .ready } }
            for call in ["report draining", "report gone"] { queue.hold(call) }
            running.worker.drain()
            #expect(try running.ending() == .drained)
            for call in ["report draining", "report gone"] { queue.letGo(call) }
        }
    }

    @Test func `a cancelled job says nothing of whether the machinery works`() async throws {
        try await onThread {
            let queue = FakeQueue()
            let gate = Mailbox<Void>()
            let judge = FakeJudge { (lease, progress) async throws(JudgingFailure) in
                if lease.job.submitted.priority == 1 {
                    throw await FakeJudge.stopped(after: progress)
                }
                if lease.attempt == 3 {
                    progress(Progress(.compiled, detail: []))
                    await gate.pass()
                }
                throw .machinery(ExecutorFailure(operation: "mount", subject: "root", cause: "no"))
            }
            let running = try RunningWorker(queue, judge, slots: 1)
            var sleeper = NewJob.toy()
            sleeper.priority = 1
            let cancelled = try queue.enqueue(sleeper).id
            queue.wait { state in state.events.contains { $0.job == cancelled && $0.kind == .compiled } }
            // It fails twice, then the other one is cancelled, then it fails for the third time.
            let failing = try queue.enqueue(.toy()).id
            queue.wait { state in state.events.contains { $0.job == failing && $0.kind == .compiled } }
            #expect(try queue.cancel(cancelled) == .requested)
            queue.wait(for: cancelled) { $0.state == .cancelled }
            gate.post(())
            guard case .broken = try running.ending() else {
                Issue.record("it was not broken")
                return
            }
        }
    }
}
