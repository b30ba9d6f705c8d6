import Queueing
import Synchronization

/// From submitting a job to its first events at somebody who follows it, with a worker on a third connection.
struct Latency {
    let engine: Engine

    func measure() throws(QueueError) {
        let queue = try engine.open("latency")
        let follower = try engine.open("latency")
        let job = try queue.sample()
        var queued = Times()
        var started = Times()
        let worker = Worker(engine: engine)
        try worker.start()
        var last = try follower.events(of: nil, after: 0, limit: 100_000).last?.number ?? 0
        for _ in 0..<300 {
            let start = ContinuousClock.now
            let id = try queue.enqueue(job).id
            var isStarted = false
            while !isStarted {
                _ = try follower.waitForEvents(of: nil, after: last, timeout: .seconds(10))
                for event in try follower.events(of: nil, after: last, limit: 100) {
                    last = event.number
                    guard event.job == id else { continue }
                    if event.kind == .queued { queued.add(ContinuousClock.now - start) }
                    if event.kind == .started {
                        started.add(ContinuousClock.now - start)
                        isStarted = true
                    }
                }
            }
        }
        worker.stop()
        print("from submitting to the event 'queued':  \(queued.text)")
        print("from submitting to the event 'started': \(started.text)")
    }

    /// A worker that takes jobs as they come.
    final class Worker: Sendable {
        private let engine: Engine
        private let isOver = Atomic(false)
        init(engine: Engine) { self.engine = engine }
        func stop() { isOver.store(true, ordering: .relaxed) }

        func start() throws(QueueError) {
            let queue = try engine.open("latency")
            let id = try queue.worker()
            let labels: LabelSet = ["language:python3"]
            Background.run { [self] in
                while !isOver.load(ordering: .relaxed) {
                    guard (try? queue.waitForWork(labels: labels, timeout: .seconds(1))) == true else { continue }
                    for lease in (try? queue.lease(1, for: id, labels: labels)) ?? [] {
                        try? queue.complete(lease, JobResult(verdict: "AC", report: []))
                    }
                }
            }
        }
    }
}
