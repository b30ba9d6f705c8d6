import Glibc
import Linux
import Queueing

/// From asking for a running job to be cancelled to the end of its box, by a worker's own process.
struct CancelTime {
    let engine: Engine

    func measure() throws(QueueError) {
        let queue = try engine.open(Engine.programs)
        try Program.run("queue", "push", "Problems/hello", "--database", engine.databaseOfPrograms)
        let worker = try Program(
            ["worker", "--slots", "1", "--languages", "python3", "--database", engine.databaseOfPrograms]
        )
        var gone = Times()
        var told = Times()
        for round in 0..<41 {
            let job = try queue.job("hello", "import time\nprint(\(round), flush=True)\ntime.sleep(30)\n")
            let id = try queue.enqueue(job).id
            let box = inBox(worker.child.pid)
            let start = ContinuousClock.now
            _ = try queue.cancel(id)
            // A signal of number 0 only asks whether there is such a process; one that has ended counts as gone.
            while kill(pid_t(box), 0) == 0, !Program.text("/proc/\(box)/stat").contains(") Z ") { sched_yield() }
            gone.add(ContinuousClock.now - start)
            var last = 0
            var isTold = false
            while !isTold {
                _ = try queue.waitForEvents(of: id, after: last, timeout: .seconds(1))
                for event in try queue.events(of: id, after: last, limit: 100) {
                    last = event.number
                    isTold = isTold || event.kind == .cancelled
                }
            }
            told.add(ContinuousClock.now - start)
        }
        worker.stop()
        print("from cancelling to the end of the box:    \(gone.text)")
        print("from cancelling to the event 'cancelled': \(told.text)")
    }

    /// The program in a box, once it sleeps.
    private func inBox(_ worker: Int) -> Int {
        while true {
            for process in Program.family(of: worker)
            where Program.text("/proc/\(process)/cmdline").contains("program.py")
                && Program.text("/proc/\(process)/wchan").contains("nanosleep")
            {
                return process
            }
            usleep(1000)
        }
    }
}
