import Core
import Glibc
import Linux
import Testing

/// All suites that break the machinery on purpose.
///
/// One test after the other: they count what is left of this process.
@Suite(.serialized)
enum BrokenMachinery {}

extension BrokenMachinery {
    /// What happens when a system call of a jailer, of a box's init or of the program's process before its execve fails: an
    /// error that names the step, or a run as if nothing had been.
    @Suite
    struct FaultTests {
        /// Of what is chosen every error of every call, and being killed at each; else one error of each kind of call.
        private static let choice = FaultChoice.current

        /// Places to try faults at, at once.
        private static let benches = 2

        @Test
        func `without a fault the box has all its protections`() async throws {
            let bench = try await Workshop.blocking { try FaultBench(named: "plain", Workshop.shared.get()) }
            let report = try await bench.attempt(nil)
            #expect(report.problems.isEmpty)
            #expect(report.course.failures.isEmpty)
            let statement = try #require(report.course.statements[.run])
            for line in [
                "names in /proc/self/fd: . .. 0 1 2 3",
                "/proc/self/status: CapInh:\t0000000000000000", "/proc/self/status: CapPrm:\t0000000000000000",
                "/proc/self/status: CapEff:\t0000000000000000", "/proc/self/status: CapBnd:\t0000000000000000",
                "/proc/self/status: CapAmb:\t0000000000000000", "/proc/self/status: NoNewPrivs:\t1",
                "/proc/self/status: Seccomp:\t2", "/proc/self/status: SigIgn:\t0000000000000000",
                "/proc/self/status: SigBlk:\t0000000000000000", "/proc/self/status: Umask:\t0022",
                "ids 1000 1000 1000 1000", "/proc/self/oom_score_adj: 1000", "host assay domain (none)",
                "names in /.assay: . ..", "write a file in the root: EROFS", "write below /usr: EROFS",
                "look at init: ENOENT", "write its oom_score_adj: EROFS", "take a socket: EACCES",
                "write a file in /box: EROFS", "write a file in /data: done", "processes: 15, then EAGAIN",
                "variable OWN=variable", "input: to the program", "limit 4: 1 1",
            ] {
                #expect(statement.box.lines.contains(Substring(line)), "\(line)")
            }
            #expect(statement.box.lines.filter { $0.contains("/proc/self/cgroup: ") }.allSatisfy { $0.hasSuffix(":/") })
            #expect(statement.box.sharedNamespaces.isEmpty && statement.wrongFigures.isEmpty)
            let landlock = Landlock.version
            for line in [
                "make a socket in /tmp: \(landlock > 0 ? "EACCES" : "done")",
                "ask a device: \(landlock >= 5 ? "EACCES" : "ENOTTY")",
            ] {
                for step in [FaultScenario.Step.compile, .run, .last, .team, .judge] {
                    let said = report.course.statements[step]?.box.lines ?? []
                    #expect(said.contains(Substring(line)), "\(step) \(line)")
                }
            }
            #expect(report.course.statements[.compile]?.collected?.count == 4)
            #expect(report.course.statements[.eat]?.stop == .memory)
            #expect(report.course.statements[.spin]?.stop == .cpuTime)
            #expect(report.course.statements[.call]?.stop == .forbiddenCall(name: "ptrace"))
            #expect(report.course.statements[.cancel]?.stop == .cancelled)
            for side in [FaultScenario.Step.team, .judge] {
                let said = try #require(report.course.statements[side])
                #expect(said.box.lines.contains("input: said by the partner") && said.box.lines.contains("said"))
                #expect(said.differences(from: said).isEmpty)
            }
        }

        /// What a fault that takes Landlock away would come to, or one by which an older version of it is in force.
        @Test
        func `a box with less of Landlock is told from others by what it says`() async throws {
            let workshop = try await Workshop.blocking { try Workshop.shared.get() }
            let bench = try await Workshop.blocking { try FaultBench(named: "landlock", workshop) }
            let normal = try await bench.attempt(nil)
            // None, and the one that is before what the probe asks a device for.
            for version in [0, 4] where version < Landlock.version {
                let less = try await Workshop.blocking {
                    try FaultBench(named: "landlock-\(version)", workshop, landlock: version)
                }
                let report = try await less.attempt(nil)
                try #require(report.problems.isEmpty && report.course.failures.isEmpty)
                guard case .broken(let problems) = FaultVerdict(report, expected: normal.course.statements) else {
                    Issue.record("boxes with Landlock \(version) seem to have all protections")
                    continue
                }
                let said = version == 0 ? "make a socket in /tmp: done" : "ask a device: ENOTTY"
                #expect(problems.allSatisfy { $0.contains(said) }, "\(problems)")
            }
        }

        @Test
        func `a system call that fails costs at most one run, and never a protection`() async throws {
            let plain = try await Workshop.blocking { try FaultBench(named: "list", Workshop.shared.get()) }
            let normal = try await plain.attempt(nil)
            let expected = normal.course.statements
            try #require(expected.count == FaultScenario.Step.allCases.count && normal.problems.isEmpty)
            let faults = Self.faults(at: normal.calls)
            #expect(!faults.isEmpty || !Self.choice.asks(forWorkers: false), "no call is called like that")
            print("\(faults.count) faults in \(Set(faults.map(\.point)).count) calls of \(Set(normal.calls).count)")
            let descriptors = OpenDescriptors.settled()
            let mounts = try HostFile.text(of: "/proc/self/mountinfo")

            // Before anything is started: a child that is just being born would hold the file of a jailer's copy open.
            var benches: [FaultBench] = []
            for number in 0..<Self.benches {
                benches.append(
                    try await Workshop.blocking { try FaultBench(named: "faults-\(number)", Workshop.shared.get()) }
                )
            }
            let table = try await withThrowingTaskGroup(of: [(Fault, FaultVerdict)].self) { group in
                for (number, bench) in benches.enumerated() {
                    group.addTask {
                        var results: [(Fault, FaultVerdict)] = []
                        for index in stride(from: number, to: faults.count, by: Self.benches) {
                            let verdict = await bench.verdict(on: faults[index], expected: expected)
                            if case .broken(let problems) = verdict {
                                Issue.record("\(faults[index]): \(problems.joined(separator: "; "))")
                            }
                            results.append((faults[index], verdict))
                        }
                        return results
                    }
                }
                var table = FaultTable()
                for try await results in group {
                    for (fault, verdict) in results { table.add(fault, verdict) }
                }
                return table
            }
            let counts = table.counts
            if Self.choice.isStated { print(table.text) }
            print(
                "\(faults.count) faults in \(Set(faults.map(\.point)).count) calls: \(counts.survived) made no difference, "
                    + "\(counts.refused) an error, \(counts.unreached) were not met, \(counts.broken) broke a promise"
            )
            #expect(counts.broken == 0)
            // Calls that are made as often as there is something to wait for are not always met; the others are. Those are
            // many of all calls, and hardly any of a few of each kind.
            #expect(counts.unreached * (Self.choice.isStated ? 5 : 20) <= faults.count)
            #expect(OpenDescriptors.now(atMost: descriptors) <= descriptors)
            #expect(try HostFile.text(of: "/proc/self/mountinfo") == mounts)
        }

        /// Kernel memory is what a cgroup is made of: a jailer makes those of its boxes.
        @Test
        func `no memory for a directory or a cgroup of the jailer's costs one run, and names it`() async throws {
            let bench = try await Workshop.blocking { try FaultBench(named: "memory", Workshop.shared.get()) }
            let normal = try await bench.attempt(nil)
            try #require(normal.problems.isEmpty)
            let points = Set(normal.calls).filter { $0.role == "serve" && ["mkdir", "mkdirat"].contains($0.name) }
            var refusals: [String] = []
            for point in points.sorted() {
                let fault = Fault(point: point, error: ENOMEM)
                switch await bench.verdict(on: fault, expected: normal.course.statements) {
                case .broken(let problems): Issue.record("\(fault): \(problems.joined(separator: "; "))")
                case .refused(let text): refusals.append(text)
                case .survived, .unreached: break
                }
            }
            #expect(refusals.contains { $0.contains("cgroup") && $0.contains("ENOMEM") }, "\(refusals)")
        }

        /// The faults to try at the calls of a run that went well: without a choice, of the calls of one name by one role
        /// the first, one in the middle and the last; fewer of a partner's, which are made as the others.
        private static func faults(at calls: [FaultPoint]) -> [Fault] {
            var result: [Fault] = []
            var alike: [String: [Fault]] = [:]
            for point in Set(calls).sorted() where !FaultErrors.ignored.contains(point.name) {
                let errors = FaultErrors.of(point.name) + [0]
                let faults = errors.map { Fault(point: point, error: $0) }
                switch choice {
                case .all: result += faults
                case .beginning(let starts): result += faults.beginning(with: starts)
                case .few:
                    if FaultErrors.ofLibrary.contains(point.name) { continue }
                    let role = point.role.filter { !$0.isNumber }
                    // Of what makes a partner's box one: that it fails while the other goes on is what is new.
                    let isBoxes = point.isPartners && !["partner-enter", "partner-serve"].contains(role)
                    alike[role + (isBoxes ? "" : point.name), default: []] += faults.prefix(1)
                }
            }
            for faults in alike.values {
                let middle = faults.count / 2
                let places: Set = faults[middle].point.isPartners ? [middle] : [0, middle, faults.count - 1]
                result += places.sorted().map { faults[$0] }
            }
            return result.sorted { $0.point < $1.point }
        }
    }

}

extension HostFile {
    /// The whole text of a file of the kernel's.
    fileprivate static func text(of path: String) throws(Errno) -> String {
        String(decoding: try KernelText.read(path), as: UTF8.self)
    }
}
