import Core
import Glibc
import Linux
import Testing

extension BrokenMachinery {
    /// What happens when a system call of `assay` itself fails: the run is right, or one line says what is wrong.
    @Suite
    struct WorkerFaultTests {
        /// `ASSAY_FAULTS`, as for a jailer's.
        private static let choice = HostEnvironment.variables()["ASSAY_FAULTS"]

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
            let normal = try await Workshop.blocking { try bench.attempt(nil) }
            try #require(normal.result.isRight, "\(normal.result)")
            let faults = Self.faults(at: normal.log.calls)
            var table = FaultTable()
            for fault in faults {
                let attempt = try await Workshop.blocking { try bench.attempt(fault) }
                let verdict = Self.verdict(on: attempt)
                if case .broken(let problems) = verdict {
                    Issue.record("\(fault): \(problems.joined(separator: "; "))")
                }
                table.add(fault, verdict)
            }
            let after = try await Workshop.blocking { try bench.attempt(nil) }
            #expect(after.result.isRight && after.leftovers.isEmpty)
            if Self.choice != nil { print(table.text) }
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
            let normal = try await Workshop.blocking { try bench.attempt(nil) }
            try #require(normal.result.isRight, "\(normal.result)")
            let points = Set(normal.log.calls).filter { ["mkdir", "mkdirat"].contains($0.name) }.sorted()
            var refused = 0
            for point in points {
                let fault = Fault(point: point, error: ENOMEM)
                let attempt = try await Workshop.blocking { try bench.attempt(fault) }
                switch Self.verdict(on: attempt) {
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
            #expect(after.result.isRight && after.leftovers.isEmpty)
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
                if let choice {
                    result += choice == "all" ? Array(all.prefix(1)) : all.filter { $0.description.hasPrefix(choice) }
                } else if seen.insert(point.role.filter { !$0.isNumber } + name).inserted {
                    result += all.prefix(1)
                }
            }
            return result
        }

        private static func verdict(on attempt: Bench.Attempt) -> FaultVerdict {
            var problems = attempt.leftovers.map { "left \($0)" }
            let result = attempt.result
            // Before anything of ours runs the loader has its own words.
            let isLoaders = result.code == 127 && result.error.contains("error while loading shared libraries")
            // The runtime's threads end the process when they cannot look at one another.
            let isRuntimes = result.error.contains("_dispatch_workq_monitor_pools")
            if !result.isRight, !result.isClear, !isLoaders, !isRuntimes {
                problems.append("code \(result.code): \(result.output)\(result.error)")
            }
            if !problems.isEmpty { return .broken(problems) }
            if !result.isRight { return .refused(String(result.error.dropLast())) }
            return attempt.log.hasFault ? .survived : .unreached
        }

        /// Where `assay run` is tried, under the tracer.
        private struct Bench: Sendable {
            struct Attempt: Sendable {
                var result: BuiltAssay.Result
                var log: TracerLog
                var leftovers: [String]
            }

            private let assay: BuiltAssay
            private let tracer: String
            private let cgroups: [String]

            init(_ workshop: Workshop, _ name: String) throws {
                assay = try BuiltAssay(in: workshop.directory + "/" + name)
                tracer = workshop.directory + "/tracer"
                try HostCompiler.make(tracer, from: ["Tracer/main.c", "Tracer/follow.c", "Tracer/registers.c"])
                let membership = try CgroupMembership.current()
                cgroups = [membership.unified, membership.v1["memory"], membership.v1["pids"]].compactMap(\.self)
                // The language's self-test, which is run once, is not what is tried here.
                _ = try assay.run(BuiltAssay.program, ["run", assay.source])
            }

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
                var result = try assay.run("/usr/bin/timeout", ["-s", "KILL", "120"] + command)
                // Of its report only what the program said.
                if result.code == 0, result.output.contains("\"stdout\":\"hello\\n\"") { result.output = "hello\n" }
                let seen = TracerLog(String(decoding: try HostFile.read(log, limit: .mebibytes(64)), as: UTF8.self))
                return Attempt(result: result, log: seen, leftovers: leftovers(of: seen.first ?? 0))
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
