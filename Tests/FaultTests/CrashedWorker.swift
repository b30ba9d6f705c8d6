import Core
import Glibc
import Linux
import Sandboxing

/// A process whose sandbox is never idle, and that is killed at some moment.
enum CrashedWorker {
    // MARK: - In that process

    /// Says that it begins, then that its sandbox is there, and works until it is killed.
    static func work(in directory: String, seed: UInt64) async throws {
        let report = try Descriptor.open(directory + "/report", O_WRONLY)
        try report.set("begins \(getpid())\n")
        let sandbox = try Sandbox(
            .init(slots: 2, jailer: Workshop.jailer, sandboxes: Workshop.sandboxes, state: directory + "/state")
        )
        let load = CrashLoad(sandbox, program: try HostFile.read(directory + "/load"))
        try await load.prepare()
        try report.set("works \(sandbox.cgroupDirectories.joined(separator: " "))\n")
        await load.run(seed: seed)
    }

    // MARK: - In the process that kills it

    /// What was seen of one that was killed.
    struct Remains: Sendable {
        /// Its directories in the cgroup hierarchies, where it had come so far.
        var cgroups: [String] = []
        /// The roles of those who were killed, and had not ended by themselves.
        var killed: [CrashProcess.Role] = []
        /// Those who were alive long after.
        var survivors: [String] = []
    }

    private static let patience: UInt64 = 60_000_000_000

    /// Kills it, and with it who is among `victims`, `delay` nanoseconds after it has begun, or has begun to work.
    ///
    /// Returns when everybody who took part is gone, or too long after.
    static func kill(
        _ victims: Set<CrashProcess.Role>,
        in directory: String,
        isWorking: Bool,
        after delay: UInt64
    ) throws -> Remains {
        // For both ways, so that it is never at its end before the writer comes.
        let report = try Descriptor.open(directory + "/report", O_RDWR)
        var text = ""
        while !text.contains(isWorking ? "works " : "begins ") || !text.hasSuffix("\n") {
            var poll = Poll()
            poll.add(report.number)
            guard try poll.wait(nanoseconds: patience) else { throw Errno(ETIMEDOUT) }
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = read(report.number, &buffer, buffer.count)
            text += String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
        }
        var remains = Remains()
        var number = 0
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words[0] == "begins" { number = Int(words[1]) ?? 0 }
            if words[0] == "works" { remains.cgroups = Array(words.dropFirst()) }
        }
        guard let worker = CrashProcess(role: .worker, number: number) else { throw Errno(ESRCH) }
        var moment = Poll()
        _ = try moment.wait(nanoseconds: delay)
        let others = CrashProcess.all(of: number, in: remains.cgroups)
        // The worker last, so that it sees nobody's end but its own; or first, so that nobody sees it.
        let chosen = others.filter { victims.contains($0.role) }
        let order = delay.isMultiple(of: 2) ? [worker] + chosen : chosen + [worker]
        for process in order where process.kill() { remains.killed.append(process.role) }
        let end = Clock.nanoseconds + patience
        for process in [worker] + others where !process.ends(by: end) {
            remains.survivors.append("\(process.role) \(process.number)")
        }
        // Whoever was born meanwhile.
        while let someone = remains.cgroups.flatMap(members).first {
            guard Clock.nanoseconds < end else {
                remains.survivors.append("\(someone) in a cgroup")
                break
            }
            _ = try moment.wait(nanoseconds: 1_000_000)
        }
        return remains
    }

    private static func members(below directory: String) -> [Int] {
        CrashProcess.members(of: directory)
            + HostDirectory.subdirectories(of: directory).flatMap { members(below: directory + "/" + $0) }
    }
}
