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

        /// How often a kill is tried for which nobody was there at the moment.
        private static let tries = 50

        /// Who is killed at once.
        private struct Killing {
            var name: String
            var victims: Set<CrashProcess.Role>
            var isWorking = true
        }

        private static let killings = [
            Killing(name: "worker", victims: [.worker]),
            Killing(name: "worker and jailers", victims: [.worker, .jailer]),
            Killing(name: "worker and sweeper", victims: [.worker, .sweeper]),
            Killing(name: "worker, jailers and sweeper", victims: [.worker, .jailer, .sweeper]),
            Killing(name: "worker, jailers, inits and sweeper", victims: [.worker, .jailer, .initial, .sweeper]),
            Killing(name: "worker while it starts", victims: [.worker], isWorking: false),
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
            var table: [String: (rounds: Int, incomplete: Int, killed: Int, atOnce: Int)] = [:]
            for round in 0..<rounds {
                let killing = Self.killings[round % Self.killings.count]
                var row = table[killing.name] ?? (0, 0, 0, 0)
                // A round in which somebody was not there is looked at, and does not count.
                for attempt in 1... {
                    let seed = random.next()
                    // On a slow machine they come later: where nobody was there again and again, we wait longer.
                    let latest: UInt64 = (killing.isWorking ? 300_000_000 : 60_000_000) * UInt64(1 + attempt / 5)
                    let delay = UInt64.random(in: 0..<latest, using: &random)
                    let name = "round \(round), \(killing.name) after \(delay / 1_000_000) ms"
                    let remains = try await kill(killing, in: directory, seed: seed, after: delay)
                    #expect(remains.survivors.isEmpty, "\(name)")
                    let isSwept = !killing.victims.contains(.sweeper) && killing.isWorking
                    let left = remains.cgroups.filter { HostDirectory.kind(of: $0) != nil }
                    // The sweeper has it done by the time that everybody is gone, itself among them.
                    if isSwept { #expect(left.isEmpty, "\(name)") }
                    try await nextWorkerWorks(in: directory, after: remains, program: program, name)
                    row.killed += remains.killed.count
                    row.atOnce += left.isEmpty ? 1 : 0
                    if killing.victims.isSubset(of: remains.killed) { break }
                    row.incomplete += 1
                    try #require(
                        attempt < Self.tries,
                        "\(name): of \(killing.victims) only \(remains.killed) were ever there in \(Self.tries) tries"
                    )
                }
                row.rounds += 1
                table[killing.name] = row
            }
            #expect(try KernelText.read("/proc/self/mountinfo") == mounts)
            for killing in Self.killings {
                guard let row = table[killing.name] else { continue }
                print(
                    "  \(killing.name): \(row.rounds) times, and \(row.incomplete) without one of them; "
                        + "\(row.killed) processes killed, cgroups gone at once \(row.atOnce) times"
                )
            }
            #expect(table.count == min(rounds, Self.killings.count))
            #expect(table.values.map(\.rounds).reduce(0, +) == rounds)
        }

        /// Kills a worker under load, and with it whom `killing` names.
        private func kill(
            _ killing: Killing,
            in directory: String,
            seed: UInt64,
            after delay: UInt64
        ) async throws -> CrashedWorker.Remains {
            async let crashed = Workshop.blocking {
                try CrashedWorker.kill(killing.victims, in: directory, isWorking: killing.isWorking, after: delay)
            }
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [directory = directory as String, seed = seed as UInt64] in
                try await CrashedWorker.work(in: directory, seed: seed)
            }
            return try await crashed
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
                // A sandbox has one sweeper, and each is killed in the order of a deal of its own: so a few kills each.
                let deal = Array(Self.deal(&random).prefix(kills - done))
                for role in try await kill(deal, in: directory, &random) { killed[role, default: 0] += 1 }
                done += deal.count
                if descriptors == nil { descriptors = OpenDescriptors.settled() }
            }
            #expect(try KernelText.read("/proc/self/mountinfo") == mounts)
            if let descriptors { #expect(OpenDescriptors.now(atMost: descriptors) <= descriptors) }
            for (role, count) in killed.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                print("  \(role.rawValue): \(count) killed")
            }
            #expect(killed.values.reduce(0, +) == kills)
            #expect(killed.count == min(kills, Self.helpers.count), "not of each role one: \(killed)")
        }

        /// Who helps a worker.
        private static let helpers: [CrashProcess.Role] = [.jailer, .initial, .program, .sweeper]

        /// Who of one sandbox is killed, one after the other: first one of each role, then those that come again.
        private static func deal(_ random: inout SeededRandom) -> [CrashProcess.Role] {
            helpers.shuffled(using: &random) + helpers.filter { $0 != .sweeper }.shuffled(using: &random)
        }

        /// Kills helpers of a sandbox that is busy, of these roles.
        ///
        /// - Returns: the roles of those who were killed: all of them, or the test has failed.
        private func kill(
            _ roles: [CrashProcess.Role],
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
            let cgroups = sandbox.cgroupDirectories
            let moments = SeededRandom(seed: random.next())
            let victims = try await Workshop.blocking {
                var moments = moments
                return try roles.filter { try Self.killOne($0, in: cgroups, &moments) }
            }
            #expect(victims == roles, "seed \(seed): nobody was there of the others in \(Self.tries) tries each")
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

        /// Kills one of that role at a random moment, and waits until it is gone, and who was in its box with it.
        ///
        /// - Returns: whether it was killed; false when there was nobody, however often it was tried.
        private static func killOne(
            _ role: CrashProcess.Role,
            in cgroups: [String],
            _ random: inout SeededRandom
        ) throws -> Bool {
            for _ in 0..<tries {
                var moment = Poll()
                _ = try moment.wait(nanoseconds: .random(in: 0..<60_000_000, using: &random))
                let all = CrashProcess.all(of: Int(getpid()), in: cgroups)
                guard let victim = all.filter({ $0.role == role }).randomElement(using: &random), victim.kill() else {
                    continue
                }
                let end = Clock.nanoseconds + 60_000_000_000
                let gone = all.filter { one in
                    switch role {
                    case .jailer: one.slot == victim.slot
                    case .initial: one.number == victim.number || (one.slot == victim.slot && one.role == .program)
                    default: one.number == victim.number
                    }
                }
                for process in gone where !process.ends(by: end) { throw Errno(ETIMEDOUT) }
                return true
            }
            return false
        }
    }
}
