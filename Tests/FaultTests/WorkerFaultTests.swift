import Core
import Foundation
import Glibc
import Linux
import Sandboxing
import Testing

extension BrokenMachinery {
    /// What happens when a system call of `assay` itself fails: the run is right, by what the program sees of its box, or
    /// one line says what is wrong.
    @Suite
    struct WorkerFaultTests {
        private static let choice = FaultChoice.current

        /// What Swift's own threads and memory live by: they have no way to say that it is not there.
        private static let runtime: Set<String> = [
            "mmap", "munmap", "mprotect", "madvise", "brk", "futex", "rseq", "set_robust_list", "gettid", "exit",
            "rt_sigtimedwait", "epoll_ctl", "epoll_wait", "epoll_create1", "eventfd2", "timerfd_create",
            "timerfd_settime", "sched_getaffinity", "set_tid_address", "arch_prctl", "sigaltstack", "poll", "kill",
            "rt_sigaction", "rt_sigprocmask", "execve", "getrandom", "clone3", "prlimit64",
            // These always succeed; and where a process numbers itself -1, a signal that it sends itself is everybody's.
            "getpid", "getppid", "getuid", "geteuid", "getgid", "getegid",
        ]

        @Test
        func `a system call of the worker's that fails is told in one line, and leaves nothing`() async throws {
            let workshop = try await Workshop.blocking { try Workshop.shared.get() }
            let bench = try await Workshop.blocking { try Bench(workshop, "worker") }
            defer { bench.end() }
            let normal = try await Workshop.blocking { try bench.attempt(nil) }
            let expected = try #require(normal.box, "\(normal.result)")
            let faults = Self.faults(at: normal.log.calls)
            #expect(!faults.isEmpty || !Self.choice.asks(forWorkers: true), "no call is called like that")
            var table = FaultTable()
            for fault in faults {
                let attempt = try await Workshop.blocking { try bench.attempt(fault) }
                let verdict = Self.verdict(on: attempt, expected: expected)
                if case .broken(let problems) = verdict {
                    Issue.record("\(fault): \(problems.joined(separator: "; "))")
                }
                table.add(fault, verdict)
            }
            let after = try await Workshop.blocking { try bench.attempt(nil) }
            #expect(Self.verdict(on: after, expected: expected) == .unreached)
            if Self.choice.isStated { print(table.text) }
            print("\(faults.count) faults in the worker's calls: \(table.counts)")
            #expect(table.counts.broken == 0)
        }

        /// Kernel memory is what a cgroup is made of; each directory that the worker makes is refused once.
        @Test
        func `no memory for a directory or a cgroup of the worker's is told in one line, and leaves nothing`()
            async throws
        {
            let workshop = try await Workshop.blocking { try Workshop.shared.get() }
            let bench = try await Workshop.blocking { try Bench(workshop, "memory") }
            defer { bench.end() }
            let normal = try await Workshop.blocking { try bench.attempt(nil) }
            let expected = try #require(normal.box, "\(normal.result)")
            let points = Set(normal.log.calls).filter { ["mkdir", "mkdirat"].contains($0.name) }.sorted()
            var refused = 0
            for point in points {
                let fault = Fault(point: point, error: ENOMEM)
                let attempt = try await Workshop.blocking { try bench.attempt(fault) }
                switch Self.verdict(on: attempt, expected: expected) {
                case .broken(let problems): Issue.record("\(fault): \(problems.joined(separator: "; "))")
                case .refused(let text):
                    #expect(text.contains("free memory on this machine"), "\(fault): \(text)")
                    if text.contains("cgroup") { refused += 1 }
                case .survived, .unreached: break
                }
            }
            // The worker's in each hierarchy, the slot's, and the jailer's in it.
            #expect(refused >= 3)
            let after = try await Workshop.blocking { try bench.attempt(nil) }
            #expect(Self.verdict(on: after, expected: expected) == .unreached)
        }

        private static func faults(at calls: [FaultPoint]) -> [Fault] {
            var seen: Set<String> = []
            var result: [Fault] = []
            for point in Set(calls).sorted() {
                let name = point.name
                if FaultErrors.ignored.contains(name) { continue }
                // The processes that it starts have one thread, and all of their calls can be told of.
                if point.role == "worker", runtime.contains(name) { continue }
                let all = FaultErrors.of(name).map { Fault(point: point, error: $0) }
                switch choice {
                case .all: result += all.prefix(1)
                case .beginning(let starts): result += all.beginning(with: starts)
                case .few where seen.insert(point.role.filter { !$0.isNumber } + name).inserted: result += all.prefix(1)
                case .few: break
                }
            }
            return result
        }

        private static func verdict(on attempt: Bench.Attempt, expected: ProbedBox) -> FaultVerdict {
            var problems = attempt.leftovers.map { "left \($0)" }
            let result = attempt.result
            // Before anything of ours runs the loader has its own words.
            let isLoaders = result.code == 127 && result.error.contains("error while loading shared libraries")
            // The runtime's threads end the process when they cannot look at one another.
            let isRuntimes = result.error.contains("_dispatch_workq_monitor_pools")
            if let box = attempt.box {
                problems += box.differences(from: expected)
                problems += box.hostIDs.filter(attempt.isTaken).map { "has the host's id \($0), another sandbox's" }
            } else if !result.isClear, !isLoaders, !isRuntimes {
                problems.append("code \(result.code): \(result.output)\(result.error)")
            }
            if !problems.isEmpty { return .broken(problems) }
            if attempt.box == nil { return .refused(String(result.error.dropLast())) }
            return attempt.log.hasFault ? .survived : .unreached
        }

        /// Where `assay run` is tried, under the tracer.
        private struct Bench: Sendable {
            struct Attempt: Sendable {
                var result: BuiltAssay.Result
                /// What the program saw of its box, where it was run.
                var box: ProbedBox?
                var log: TracerLog
                var leftovers: [String]
                /// Ids of the host that another sandbox has.
                var taken: IDRange?

                func isTaken(_ id: Int) -> Bool { taken?.contains(id) == true }
            }

            private let assay: BuiltAssay
            private let tracer: String
            private let cgroups: [String]
            /// Ids that another sandbox has meanwhile; nil where boxes have the user's own.
            private let lease: HostLease?

            init(_ workshop: Workshop, _ name: String) throws {
                assay = try BuiltAssay(
                    in: workshop.directory + "/" + name,
                    source: HostCompiler.directory + "/Programs/probe.c",
                    sandboxes: workshop.probedSandboxes
                )
                tracer = workshop.directory + "/tracer"
                try HostCompiler.make(tracer, from: ["Tracer/main.c", "Tracer/follow.c", "Tracer/registers.c"])
                let membership = try CgroupMembership.current()
                cgroups = [membership.unified, membership.v1["memory"], membership.v1["pids"]].compactMap(\.self)
                lease = geteuid() == 0 ? try Self.lease() : nil
                // The language's self-test, which is run once, is not what is tried here.
                _ = try assay.run(BuiltAssay.program, ["run", assay.source])
            }

            /// The first ids that are free, as a sandbox takes them: a worker that does not see this takes the same.
            private static func lease() throws -> HostLease {
                let choice = try HostIDChoice(HostIDFacts.current(stated: nil))
                let wish = HostLease.Wish(ids: choice, slots: 1, pinsSlots: false, cgroups: [])
                return try HostLease(wish, name: "assay-faults-\(getpid())", in: "/run/assay/leases")
            }

            /// Gives back what it has of the host.
            func end() { lease?.end() }

            func attempt(_ fault: Fault?) throws -> Attempt {
                // Compiled anew each time.
                try? HostWriting.removeTree(assay.state + "/artifacts")
                var lines = ["lists \(fault == nil ? 1 : 0)"]
                if let fault {
                    lines += [
                        "role \(fault.point.role)", "call \(fault.point.call)",
                        "occurrence \(fault.point.occurrence)", "errno \(fault.error)",
                    ]
                }
                let specification = assay.directory + "/specification"
                let log = assay.directory + "/log"
                try HostFile.replace(specification, with: Array(lines.joined(separator: "\n").utf8))
                unlink(log)
                // Killed with all that it follows when it does not end.
                let command = [tracer, specification, log, "--", BuiltAssay.program, "run", "--json", assay.source]
                let result = try assay.run("/usr/bin/timeout", ["-s", "KILL", "120"] + command)
                let box = result.code == 0 ? ProbedBox(report: result.output) : nil
                let seen = TracerLog(String(decoding: try HostFile.read(log, limit: .mebibytes(64)), as: UTF8.self))
                var attempt = Attempt(
                    result: result,
                    box: box,
                    log: seen,
                    leftovers: leftovers(of: seen.first ?? 0)
                )
                if case .own(let range) = lease?.ids { attempt.taken = range }
                return attempt
            }

            /// What is left of the worker of that number.
            private func leftovers(of worker: Int) -> [String] {
                let end = Clock.nanoseconds + 10_000_000_000
                while true {
                    var left = BuiltAssay.leftovers(in: assay.state)
                    for cgroup in cgroups {
                        left += HostDirectory.subdirectories(of: cgroup).filter { $0.hasPrefix("assay-\(worker)-") }
                    }
                    if left.isEmpty || Clock.nanoseconds > end { return left }
                    // What could not be removed the next one removes.
                    _ = try? assay.run(BuiltAssay.program, ["run", assay.source])
                }
            }
        }
    }
}

extension ProbedBox {
    /// The box that the program described of which `assay run --json` reports; nil where it did not come to its end.
    fileprivate init?(report: String) {
        struct Report: Decodable {
            var outcome: String
            var exitCode: Int?
            var stdout: String
        }
        guard let report = try? JSONDecoder().decode(Report.self, from: Data(report.utf8)), report.outcome == "exited",
            report.exitCode == 0, !report.stdout.isEmpty
        else { return nil }
        self.init(report.stdout)
    }
}
