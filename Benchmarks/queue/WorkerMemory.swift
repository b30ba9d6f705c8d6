import Glibc
import Linux
import Queueing

/// What a worker and its jailers take of memory while very many jobs wait.
struct WorkerMemory {
    let engine: Engine
    let jobs: Int

    func measure() throws(QueueError) {
        let queue = try engine.open(Engine.programs)
        try Program.run("queue", "push", "Problems/hello", "--database", engine.databaseOfPrograms)
        try queue.fill(with: queue.job("hello", "print('Hello, World!')\n"), to: jobs)
        let worker = try Program(
            ["worker", "--slots", "2", "--languages", "python3", "--database", engine.databaseOfPrograms]
        )
        let follower = try engine.open(Engine.programs)
        var done = 0
        var most: [Int: Int] = [:]
        var names: [Int: String] = [:]
        let start = ContinuousClock.now
        while done < 500, ContinuousClock.now - start < .seconds(90) {
            for process in Program.family(of: worker.child.pid) {
                let lines = Program.text("/proc/\(process)/status").split(separator: "\n")
                func value(_ key: String) -> Substring? {
                    lines.first { $0.hasPrefix(key + ":\t") }?.dropFirst(key.utf8.count + 2)
                }
                guard let name = value("Name"), name.hasPrefix("assay"),
                    // The inits of boxes are forks of their jailers, and share their memory.
                    process == worker.child.pid || value("PPid") == "\(worker.child.pid)",
                    let peak = value("VmHWM")?.split(separator: " ").first.flatMap({ Int($0) })
                else { continue }
                most[process] = max(most[process] ?? 0, peak)
                names[process] = String(name)
            }
            usleep(100_000)
            done = try follower.statistics().count(.done)
        }
        worker.stop()
        print("\(done) jobs were judged while \(try follower.statistics().count(.queued)) waited")
        for (process, name) in names.sorted(by: { $0.key < $1.key }) {
            print("\(name): \(Double(((most[process] ?? 0) * 10 + 512) / 1024) / 10) MiB resident at most")
        }
    }
}
