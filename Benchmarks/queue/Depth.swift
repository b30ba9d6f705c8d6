import Queueing
import SQLiteQueue

/// Giving out a job among many that wait, against among a thousand, in turns.
struct Depth {
    let directory: String
    let jobs: Int

    func measure() throws(QueueError) {
        let few = try SQLiteQueue(path: directory + "/few.db")
        let many = try SQLiteQueue(path: directory + "/many.db")
        try fill(few, to: 1000)
        try fill(many, to: jobs)
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

    private func fill(_ queue: SQLiteQueue, to count: Int) throws(QueueError) {
        var job = try queue.sample()
        var there = try queue.statistics().count(.queued)
        let start = (time: ContinuousClock.now, there: there)
        while there < count {
            var batch: [NewJob] = []
            for number in 0..<min(1000, count - there) {
                job.tenant = "tenant \(number % 10)"
                batch.append(job)
            }
            there += try queue.enqueue(batch).count
        }
        let seconds = (ContinuousClock.now - start.time) / .seconds(1)
        if there > start.there {
            print("enqueued \(there - start.there) jobs, a thousand at a time: \(Int(seconds)) s")
        }
    }
}
