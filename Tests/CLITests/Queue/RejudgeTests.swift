import Linux
import Queueing
import SQLiteQueue
import Testing

@testable import CLI

@Suite(.timeLimit(.minutes(60))) struct RejudgeTests {
    /// A queue in a file of its own, with a job that is done.
    private struct Scene: ~Copyable {
        let scratch: ScratchDirectory
        let queue: SQLiteQueue
        let worker: WorkerID
        let job: Job

        static func make() throws -> Scene {
            let scratch = try ScratchDirectory()
            let queue = try SQLiteQueue(path: scratch.path + "/queue.db")
            let package = try queue.put(Array("package".utf8))
            let request = JudgingRequest(problem: .init(name: "p", package: package), language: "c", files: [])
            let id = try queue.enqueue(NewJob(request)).id
            let worker = WorkerRecord(name: "w", host: "h", process: 1, slots: 1, labels: [], state: .ready)
            try queue.register(worker)
            try judge(queue, worker.id)
            let job = try queue.job(id)
            return Scene(scratch: scratch, queue: queue, worker: worker.id, job: try #require(job))
        }

        static func judge(_ queue: SQLiteQueue, _ worker: WorkerID) throws {
            let lease = try #require(try queue.lease(1, for: worker, labels: []).first)
            try queue.complete(lease, JobResult(verdict: "AC", score: nil, report: Array("{}".utf8)))
        }

        func plan() throws -> [RejudgedJob] {
            let result = try queue.result(of: job.id)
            return [RejudgedJob(job, try #require(result), by: job.submitted.request.problem)]
        }
    }

    @Test func `a call that was cut short is taken up by the next, and what has ended is judged anew`() throws {
        let scene = try Scene.make()
        let (reader, writer) = try Pipe().release()
        defer { Descriptor.close([reader, writer]) }
        var ids: [JobID] = []
        for round in 0..<6 {
            var plan = try scene.plan()
            let count = try RejudgedJob.enqueue(&plan, in: scene.queue, stop: reader)
            #expect(count == 1)
            ids.append(try #require(plan[0].new))
            if round % 2 == 1 { try Scene.judge(scene.queue, scene.worker) }
        }
        #expect(ids[0] == ids[1] && ids[2] == ids[3] && ids[4] == ids[5])
        #expect(Set(ids).count == 3)
        let queue = scene.queue
        #expect(try queue.statistics().count(.done) == 4)
    }

    @Test func `nothing is enqueued any more for somebody who has called it off`() throws {
        let scene = try Scene.make()
        let (reader, writer) = try Pipe().release()
        defer { Descriptor.close([reader]) }
        Descriptor.close([writer])
        var plan = try scene.plan()
        let enqueued = try RejudgedJob.enqueue(&plan, in: scene.queue, stop: reader)
        #expect(enqueued == 0)
        let queue = scene.queue
        #expect(try queue.statistics().count(.queued) == 0)
    }

    @Test func `whoever follows a job goes on when the queue is there again`() throws {
        let scene = try Scene.make()
        let queue = ShakyQueue(scene.queue)
        let (reader, writer) = try Pipe().release()
        defer { Descriptor.close([reader, writer]) }
        var kinds: [JobEvent.Kind] = []
        let ending = try JobFollower(queue: queue, id: scene.job.id).follow(stop: reader) { kinds.append($0.kind) }
        guard case .finished(let report) = ending else {
            Issue.record("\(ending)")
            return
        }
        #expect(report == Array("{}".utf8))
        // Each of them once.
        #expect(kinds == [.queued, .started, .finished])
        #expect(queue.failures.count == 4)
    }
}
