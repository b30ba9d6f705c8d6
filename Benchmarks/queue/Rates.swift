import Queueing

/// Enqueueing, giving out and completing a job, against three transactions of the bare engine, in turns.
struct Rates {
    let engine: Engine

    func measure() throws(QueueError) {
        let bare = try engine.bare()
        let queue = try engine.open("rates")
        let job = try queue.sample()
        let worker = try queue.worker()
        var bareTimes = Times()
        var times = (all: Times(), enqueue: Times(), lease: Times(), complete: Times())
        let result = JobResult(verdict: "AC", report: Array(String(repeating: "{\"verdict\":\"AC\"}", count: 30).utf8))
        for _ in 0..<20 {
            for _ in 0..<100 { try bareTimes.take { () throws(QueueError) in try bare.cycle() } }
            for _ in 0..<100 {
                let start = ContinuousClock.now
                try times.enqueue.take { () throws(QueueError) in _ = try queue.enqueue(job) }
                let lease = try times.lease.take { () throws(QueueError) in try queue.next(worker) }
                try times.complete.take { () throws(QueueError) in try queue.complete(lease, result) }
                times.all.add(ContinuousClock.now - start)
            }
        }
        print("bare engine, three commits: \(bareTimes.text): \(Int(1_000_000 / bareTimes.median)) a second")
        print("enqueue + lease + complete: \(times.all.text): \(Int(1_000_000 / times.all.median)) a second")
        print("  enqueue  \(times.enqueue.text)")
        print("  lease    \(times.lease.text)")
        print("  complete \(times.complete.text)")
        print("of the bare engine's rate: \(Int(100 * bareTimes.median / times.all.median)) %")
    }
}
