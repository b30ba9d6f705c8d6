import Core
import Glibc
import Linux
import Sandboxing
import Testing

extension BrokenMachinery {
    /// What becomes of everything when one of us is killed at a random moment, while two slots are busy.
    @Suite
    struct CrashTests {
        /// How many are killed; `ASSAY_CRASHES` says more.
        private static let count = HostEnvironment.variables()["ASSAY_CRASHES"].flatMap { Int($0) } ?? 24
        /// Where the random moments come from; `ASSAY_SEED` has them come again.
        private static let seed =
            HostEnvironment.variables()["ASSAY_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999)

        /// Who is killed at once, with the worker.
        private static let killings: [(name: String, victims: Set<CrashProcess.Role>, isWorking: Bool)] = [
            ("worker", [.worker], true),
            ("worker and jailers", [.worker, .jailer], true),
            ("worker and sweeper", [.worker, .sweeper], true),
            ("worker, jailers and sweeper", [.worker, .jailer, .sweeper], true),
            ("worker, jailers, inits and sweeper", [.worker, .jailer, .initial, .sweeper], true),
            ("worker while it starts", [.worker], false),
        ]

        @Test
        func `a worker that is killed at any moment leaves nothing that the next one does not remove`() async throws {
            var random = SeededRandom(seed: Self.seed)
            let rounds = (Self.count + 1) / 2
            print("killing \(rounds) workers under load, seed \(Self.seed)")
            let workshop = try await Workshop.blocking { try Workshop.shared.get() }
            let directory = workshop.directory + "/crashes"
            try HostDirectory.make(directory)
            try await Workshop.blocking { try HostCompiler.make(directory + "/load", from: ["Programs/load.c"]) }
            try #require(mkfifo(directory + "/report", 0o600) == 0)
            let program = try HostFile.read(directory + "/load")
            let mounts = try KernelText.read("/proc/self/mountinfo")
            var table: [String: (rounds: Int, present: Int, atOnce: Int)] = [:]
            for round in 0..<rounds {
                let killing = Self.killings[round % Self.killings.count]
                let seed = random.next()
                let delay = UInt64.random(in: 0..<(killing.isWorking ? 300_000_000 : 60_000_000), using: &random)
                async let crashed = Workshop.blocking {
                    try CrashedWorker.kill(
                        killing.victims,
                        in: directory,
                        isWorking: killing.isWorking,
                        after: delay
                    )
                }
                await #expect(processExitsWith: .signal(SIGKILL)) {
                    [directory = directory as String, seed = seed as UInt64] in
                    try await CrashedWorker.work(in: directory, seed: seed)
                }
                let remains = try await crashed
                let name = "round \(round), \(killing.name) after \(delay / 1_000_000) ms"
                #expect(remains.survivors.isEmpty, "\(name)")
                let isSwept = !killing.victims.contains(.sweeper) && killing.isWorking
                let left = remains.cgroups.filter { HostDirectory.kind(of: $0) != nil }
                // The sweeper has it done by the time that everybody is gone, itself among them.
                if isSwept { #expect(left.isEmpty, "\(name)") }
                try await nextWorkerWorks(in: directory, after: remains, program: program, name)
                let row = table[killing.name] ?? (0, 0, 0)
                table[killing.name] = (row.0 + 1, row.1 + remains.present.count, row.2 + (left.isEmpty ? 1 : 0))
            }
            #expect(try KernelText.read("/proc/self/mountinfo") == mounts)
            for killing in Self.killings {
                guard let row = table[killing.name] else { continue }
                print(
                    "  \(killing.name): \(row.rounds) times, \(row.present) other processes, cgroups gone at once \(row.atOnce) times"
                )
            }
        }

        /// The next worker with the same state directory removes what is left, and works.
        private func nextWorkerWorks(
            in directory: String,
            after remains: CrashedWorker.Remains,
            program: [UInt8],
            _ name: String
        ) async throws {
            let sandbox = try Sandbox(
                .init(slots: 2, jailer: Workshop.jailer, sandboxes: Workshop.sandboxes, state: directory + "/state")
            )
            #expect(remains.cgroups.filter { HostDirectory.kind(of: $0) != nil }.isEmpty, "\(name)")
            let load = CrashLoad(sandbox, program: program)
            try await load.prepare()
            #expect(try await load.runQuickly(), "\(name)")
            try await Workshop.blocking { sandbox.stop() }
            let present = try HostDirectory.entries(of: directory + "/state/running").map(\.name)
            #expect(present == [], "\(name)")
            for boot in try HostDirectory.entries(of: directory + "/state/artifacts") {
                let drafts = "\(directory)/state/artifacts/\(boot.name)/drafts"
                #expect(try HostDirectory.entries(of: drafts).map(\.name) == [], "\(name)")
            }
        }

        @Test
        func `a worker whose helpers are killed at any moment goes on, at the cost of a run each`() async throws {
            var random = SeededRandom(seed: Self.seed &+ 1)
            let kills = Self.count / 2
            print("killing \(kills) jailers, inits, programs and sweepers under load, seed \(Self.seed)")
            let workshop = try await Workshop.blocking { try Workshop.shared.get() }
            let directory = workshop.directory + "/helpers"
            try HostDirectory.make(directory)
            try await Workshop.blocking { try HostCompiler.make(directory + "/load", from: ["Programs/load.c"]) }
            let mounts = try KernelText.read("/proc/self/mountinfo")
            // What the first round opens for good, Swift's own, is not counted.
            var descriptors: Int?
            var killed: [CrashProcess.Role: Int] = [:]
            var done = 0
            while done < kills {
                // A sandbox has one sweeper; so a few kills each.
                let planned = min(10, kills - done)
                for role in try await kill(planned, in: directory, &random) { killed[role, default: 0] += 1 }
                done += planned
                if descriptors == nil { descriptors = OpenDescriptors.settled() }
            }
            #expect(try KernelText.read("/proc/self/mountinfo") == mounts)
            if let descriptors { #expect(OpenDescriptors.now(atMost: descriptors) <= descriptors) }
            for (role, count) in killed.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                print("  \(role.rawValue): \(count) killed")
            }
        }

        /// Kills so many helpers of a sandbox that is busy.
        ///
        /// - Returns: what they were.
        private func kill(
            _ count: Int,
            in directory: String,
            _ random: inout SeededRandom
        ) async throws -> [CrashProcess.Role] {
            let sandbox = try Sandbox(
                .init(slots: 2, jailer: Workshop.jailer, sandboxes: Workshop.sandboxes, state: directory + "/state")
            )
            let load = CrashLoad(sandbox, program: try HostFile.read(directory + "/load"))
            try await load.prepare()
            let seed = random.next()
            let running = Task { await load.run(seed: seed) }
            let roles = [CrashProcess.Role.jailer, .initial, .program, .jailer, .initial, .program, .sweeper]
            var plan: [(CrashProcess.Role, UInt64)] = []
            for _ in 0..<count {
                let role = roles.randomElement(using: &random) ?? .jailer
                plan.append((role, .random(in: 0..<60_000_000, using: &random)))
            }
            let cgroups = sandbox.cgroupDirectories
            let victims = try await Workshop.blocking { [plan] in
                try plan.compactMap { try Self.killOne($0.0, after: $0.1, in: cgroups) }
            }
            running.cancel()
            await running.value
            let tally = load.runs
            #expect(tally.wrong.isEmpty, "seed \(seed)")
            #expect(
                tally.lost.count <= victims.filter { $0 != .sweeper }.count,
                "seed \(seed): \(tally.lost), \(victims)"
            )
            #expect(try await load.runQuickly())
            try await Workshop.blocking { sandbox.stop() }
            #expect(cgroups.filter { HostDirectory.kind(of: $0) != nil }.isEmpty)
            #expect(try HostDirectory.entries(of: directory + "/state/running").map(\.name) == [])
            return victims
        }

        /// Kills one of that role, when there is one, and waits until it is gone, and who was in its box with it.
        ///
        /// - Returns: the role of who was killed; nil when there was nobody.
        private static func killOne(
            _ role: CrashProcess.Role,
            after delay: UInt64,
            in cgroups: [String]
        ) throws -> CrashProcess.Role? {
            var moment = Poll()
            _ = try moment.wait(nanoseconds: delay)
            let all = CrashProcess.all(of: Int(getpid()), in: cgroups)
            guard let victim = all.first(where: { $0.role == role }) else { return nil }
            victim.kill()
            let end = Clock.nanoseconds + 60_000_000_000
            let gone = all.filter { one in
                switch role {
                case .jailer: one.slot == victim.slot
                case .initial: one.number == victim.number || (one.slot == victim.slot && one.role == .program)
                default: one.number == victim.number
                }
            }
            for process in gone where !process.ends(by: end) { throw Errno(ETIMEDOUT) }
            return role
        }
    }
}
