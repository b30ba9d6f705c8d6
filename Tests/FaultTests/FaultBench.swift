import Core
import Glibc
import Linux
import Sandboxing

/// Where faults are tried out, one after the other: each in a sandbox of its own.
struct FaultBench: Sendable {
    private let directory: String
    private let jailer: TracedJailer
    private let scenario: FaultScenario
    private let sandboxes: String
    private let landlock: Int

    /// What one fault came to.
    struct Report: Sendable {
        var fault: Fault?
        /// Whether it happened at all.
        var isReached = false
        /// The calls, where they were listed.
        var calls: [FaultPoint] = []
        var course = FaultScenario.Course()
        /// What must not be: leftovers, hangs.
        var problems: [String] = []
    }

    /// A bench of its own below `workshop`, whose sandboxes are held to this version of Landlock.
    @available(*, noasync)
    init(named name: String, _ workshop: Workshop, landlock: Int = Landlock.version) throws {
        directory = workshop.directory + "/" + name
        jailer = try TracedJailer(in: directory + "/jailer", workshop)
        scenario = FaultScenario(probe: workshop.probe)
        sandboxes = workshop.probedSandboxes
        self.landlock = landlock
    }

    private var state: String { directory + "/state" }

    /// How long everything may take, with one box that has to be waited for until the jailer gives it up.
    private static let patience: UInt64 = 60_000_000_000

    /// Tries `fault`; nil: nothing fails, and all calls are listed.
    func attempt(_ fault: Fault?) async throws -> Report {
        try jailer.set(fault)
        var report = Report(fault: fault)
        var configuration = Sandbox.Configuration(
            slots: 1,
            jailer: jailer.executable,
            sandboxes: sandboxes,
            state: state
        )
        configuration.landlock = landlock
        let sandbox = try Sandbox(configuration)
        let cgroups = sandbox.cgroupDirectories
        let watch = try Watch(patience: Self.patience) {
            // Whatever is stuck is in there.
            CgroupTree.kill(cgroups[0])
        }
        report.course = try await scenario.course(in: sandbox)
        try await Workshop.blocking { sandbox.stop() }
        if watch.end() { report.problems.append("hangs") }
        for path in cgroups where HostDirectory.kind(of: path) != nil { report.problems.append("left \(path)") }
        for path in left() { report.problems.append("left \(path)") }
        let log = try await Workshop.blocking { try awaitEnd() }
        if log.ends < log.begins || log.begins == 0 { report.problems.append("somebody is still alive") }
        report.problems += log.complaints
        report.isReached = log.hasFault
        report.calls = log.calls
        return report
    }

    /// Files that nobody has any more.
    private func left() -> [String] {
        var paths = ((try? HostDirectory.entries(of: state + "/running")) ?? []).map(\.name)
        for boot in (try? HostDirectory.entries(of: state + "/artifacts")) ?? [] {
            paths += ((try? HostDirectory.entries(of: "\(state)/artifacts/\(boot.name)/drafts")) ?? []).map(\.name)
        }
        return paths
    }

    /// The log once all jailers that were followed are gone, with all their children.
    private func awaitEnd() throws -> TracerLog {
        let end = Clock.nanoseconds + Self.patience
        while true {
            let log = try jailer.log()
            if (log.begins > 0 && log.ends >= log.begins) || Clock.nanoseconds > end { return log }
            var nothing = Poll()
            _ = try nothing.wait(nanoseconds: 2_000_000)
        }
    }
}

/// Does something when too much time has gone by.
private final class Watch: Sendable {
    private let bell: Descriptor
    private let hasRung: Descriptor

    init(patience: UInt64, _ alarm: @escaping @Sendable () -> Void) throws(Errno) {
        let (end, bell) = try Pipe().release()
        let (answer, answerer) = try Pipe().release()
        self.bell = Descriptor(owning: bell)
        hasRung = Descriptor(owning: answer)
        try Linux.Thread.start {
            var poll = Poll()
            poll.add(end)
            var rang: UInt8 = 0
            if (try? poll.wait(nanoseconds: patience)) == false {
                alarm()
                rang = 1
            }
            _ = write(answerer, &rang, 1)
            Descriptor.close([end, answerer])
        }
    }

    /// Stops watching.
    ///
    /// - Returns: whether it was too late.
    func end() -> Bool {
        var byte: UInt8 = 0
        _ = write(bell.number, &byte, 1)
        _ = read(hasRung.number, &byte, 1)
        return byte == 1
    }
}
