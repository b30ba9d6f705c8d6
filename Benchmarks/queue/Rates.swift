import Queueing

/// Enqueueing, giving out and completing a job, against three transactions of the bare engine, in turns.
struct Rates {
    let engine: Engine

    func measure() throws(QueueError) {
        try measureOne()
        // A file has one writer at a time.
        if case .postgres = engine { try measureMany(8) }
    }

    /// Several threads on connections of their own, on both sides: commits go to disk together then.
    private func measureMany(_ count: Int) throws(QueueError) {
        var bare: [any BareEngine] = []
        for _ in 0..<count { bare.append(try engine.bare()) }
        let queue = try engine.open("rates")
        let job = try queue.sample()
        let worker = try queue.worker()
        let result = JobResult(verdict: "AC", report: Array(String(repeating: "{\"verdict\":\"AC\"}", count: 30).utf8))
        let bares = bare
        var seconds = (bare: 0.0, queue: 0.0)
        let (rounds, cycles) = (10, 50)
        for _ in 0..<rounds {
            seconds.bare += try Background.onThreads(count) { (number) throws(QueueError) in
                for _ in 0..<cycles { try bares[number].cycle() }
            }
            seconds.queue += try Background.onThreads(count) { (_) throws(QueueError) in
                for _ in 0..<cycles {
                    _ = try queue.enqueue(job)
                    var lease: Lease?
                    // What others are just taking is passed over; there is one for everybody.
                    while lease == nil { lease = try queue.lease(1, for: worker, labels: job.labels).first }
                    if let lease { try queue.complete(lease, result) }
                }
            }
        }
        let jobs = Double(rounds * cycles * count)
        print("on \(count) connections, bare engine: \(Int(jobs / seconds.bare)) a second")
        print("on \(count) connections, queue:       \(Int(jobs / seconds.queue)) a second")
        print("of the bare engine's rate: \(Int(100 * seconds.bare / seconds.queue)) %")
    }

    private func measureOne() throws(QueueError) {
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
