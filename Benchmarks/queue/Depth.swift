import Queueing

/// Giving out a job among many that wait, against among a thousand, in turns.
struct Depth {
    let engine: Engine
    let jobs: Int

    func measure() throws(QueueError) {
        let few = try engine.open("few")
        let many = try engine.open("many")
        try few.fill(with: few.sample(), to: 1000)
        try many.fill(with: many.sample(), to: jobs)
        let workers = (few: try few.worker(), many: try many.worker())
        let job = try few.sample()
        var times = (few: Times(), many: Times())
        for round in 0..<40 {
            for _ in 0..<10 {
                // The first rounds fill the caches of both.
                var lease = Times()
                _ = try lease.take { () throws(QueueError) in try few.next(workers.few) }
                if round > 1 { times.few.add(.microseconds(lease.median)) }
                // So that there are always a thousand.
                try few.enqueue(job)
            }
            for _ in 0..<10 {
                var lease = Times()
                _ = try lease.take { () throws(QueueError) in try many.next(workers.many) }
                if round > 1 { times.many.add(.microseconds(lease.median)) }
                try many.enqueue(job)
            }
        }
        print("lease of 1000 waiting jobs: \(times.few.text)")
        print("lease of \(jobs) waiting jobs: \(times.many.text)")
        print("ratio of the medians: \(Double(Int(100 * times.many.median / times.few.median)) / 100)")
    }
}
