import Core
import Linux
import SandboxTesting

extension Row {
    /// What needs more than one run of a program: a root of its own, an end from outside, many runs.
    static let situations: [Row] =
        [canary, canaryTool, hostObjects, twoIDs, noListener, openService, everyByte, manyRuns, manyEnds] + takenBack
        + zeroLimits

    private static let canaryRoot = "/opt/canary"

    /// The host's directory with everything that everybody may change, shown in a box.
    private static let canary = Row(
        situation: "canary",
        as: .files,
        in: "C",
        tries: SourceText.summary(of: "Files/canary.c"),
        meets: "every change refused (30 ways); what is read is not even marked as read"
    ) { arena in
        let program = HostileProgram("Files/canary", meets: .says(canaryAnswers))
        return try await program.deviations(of: run(program, showing: arena.canaries.directory, in: arena))
    }

    private static let canaryTool = Row(
        situation: "canary_tool",
        as: .files,
        in: "C",
        tries: SourceText.summary(of: "Files/canary_tool.c"),
        meets: "runs it, and stays uid 1000"
    ) { arena in
        let program = HostileProgram("Files/canary_tool", meets: .says("mode 6755", "uid 1000 1000 gid 1000 1000"))
        return try await program.deviations(of: run(program, showing: arena.canaries.directory, in: arena))
    }
    .repeating("CMS #211")

    private static func run(
        _ program: HostileProgram,
        showing directory: String,
        in arena: Arena
    ) async throws -> Outcome {
        var command = try await program.command(program.kept(by: arena.sandbox))
        command.root = Root(entries: [.bind(host: directory, box: canaryRoot)])
        return try await arena.sandbox.run(command)
    }

    private static let hostObjects = Row(
        situation: "host_ipc",
        as: .crossRun,
        in: "C",
        tries:
            "Uses a System V segment and queue of the host's that everybody may use, by their key and by all numbers.",
        meets: "every use refused"
    ) { arena in
        let fate = Fate.says("segment refused ENOSYS", "queue refused ENOSYS", "set refused ENOSYS", "by number 0")
        let program = HostileProgram("CrossRun/host_ipc", ["\(arena.canaries.key)"], meets: fate)
        return try await program.carryOut(in: arena)
    }

    /// Whoever runs at the same time is somebody else to the host.
    private static let twoIDs = Row(
        situation: "ids of two boxes",
        as: .crossRun,
        in: "C",
        tries: "Runs in two boxes at once: are they one and the same user to the host?",
        meets: "two ids of the host's that are nobody's else (with a single id: the user's own)",
        slots: 2
    ) { arena in
        let limits = Limits.hostile.with { $0.cpuTime = .seconds(20) }
        let program = HostileProgram("CrossRun/hold", limits: limits, meets: .isStopped(.cancelled))
        let command = try await program.command(program.kept(by: arena.sandbox))
        let runs = (0..<2).map { _ in Task { try await arena.sandbox.run(command) } }
        defer { for run in runs { run.cancel() } }
        let numbers = try await Position.taken(by: 2, below: SandboxUnderTest.cgroups().first ?? "")
        let users = Set(HostProcess.all().filter { numbers.contains($0.number) }.compactMap(\.user))
        for run in runs {
            run.cancel()
            _ = try await run.value
        }
        let others = Set(Crew.now().processes.compactMap(\.user))
        if SandboxUnderTest.hasTwoIDs, users.count != 2 || !users.isDisjoint(with: others) {
            return ["their ids were \(users.sorted())"]
        }
        return numbers.count == 2 ? [] : ["\(numbers.count) of 2 took their places"]
    }

    /// Nobody can call us: worker, jailers and sweeper listen on nothing that has a name or a port.
    private static let noListener = Row(
        situation: "no listener",
        as: .sideDoors,
        in: "the host",
        tries: "Looks for a socket of the worker's, a jailer's or the sweeper's that anybody could call.",
        meets: "none but the two canaries"
    ) { _ in
        let found = SocketView.listeners(of: Crew.now())
        return found.count == 2 ? [] : ["they listen on \(found)"]
    }

    private static let everyByte = Row(
        situation: "every_byte",
        as: .output,
        in: "C",
        tries: SourceText.summary(of: "Output/every_byte.c"),
        meets: "ends with 0; both streams are taken byte by byte as they were written"
    ) { arena in
        let program = HostileProgram("Output/every_byte", meets: .exits(0, saying: ""))
        let outcome = try await arena.sandbox.run(program.command(program.kept(by: arena.sandbox)))
        let all = (0...255).map { UInt8($0) }
        let isWhole = try outcome.standardOutput.bytes() == all && outcome.standardError.bytes() == all
        return isWhole ? [] : ["what was taken is not what was written"]
    }

    /// So many runs that whatever each leaves behind adds up.
    private static let manyRuns = Row(
        situation: "many runs",
        as: .leftovers,
        in: "C",
        tries: "Runs 200 times on both slots, leaving something of every kind each time: does it add up?",
        meets: "each ends with 0, saying: left",
        slots: 2
    ) { arena in
        let program = HostileProgram("Leftovers/everything", meets: .says("left"))
        let command = try await program.command(program.kept(by: arena.sandbox))
        return try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<200 {
                group.addTask { try program.deviations(of: try await arena.sandbox.run(command)) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    private static let manyEnds = Row(
        situation: "many ends",
        as: .leftovers,
        in: "C",
        tries: "Is taken back 100 times, two at once, at random moments: while it is queued, while its boxes are made, "
            + "and in its place.",
        meets: "each is stopped: taken back",
        slots: 2
    ) { arena in
        let limits = Limits.hostile.with { $0.cpuTime = .seconds(60) }
        let endless = HostileProgram("Time/deadlock", limits: limits, meets: .isStopped(.cancelled))
        let command = try await endless.command(endless.kept(by: arena.sandbox))
        var deviations: [String] = []
        var start: UInt64 = 0
        for pair in 0..<50 {
            let began = Clock.nanoseconds
            let runs = (0..<2).map { _ in Task { try await arena.sandbox.run(command) } }
            defer { for run in runs { run.cancel() } }
            // Every fifth pair takes its place for certain; within the time of that all the others are taken back.
            if pair.isMultiple(of: 5) {
                let numbers = try await Position.taken(by: 2, below: SandboxUnderTest.cgroups().first ?? "")
                guard numbers.count == 2 else { return ["\(numbers.count) of 2 took their places"] }
                start = UInt64(Clock.nanoseconds - began)
            }
            for run in runs {
                try await Aside.pause(.random(in: 0...start))
                run.cancel()
            }
            for run in runs { deviations += try endless.deviations(of: try await run.value) }
        }
        return deviations
    }

    /// A program that has been asked to go is gone, whatever it does about signals; each in the state that it is in then.
    private static let takenBack: [Row] = [
        ("Time/ignore_signals", "R"), ("Time/stop", "T"), ("Processes/fork_chain", "S"), ("Time/sleep_silently", "S"),
    ]
    .map { (source: String, state: Character) in
        Row(
            situation: "taken back: " + source,
            as: .processes,
            in: "C",
            tries: SourceText.summary(of: source + ".c") + " Once it does, the run is taken back.",
            meets: "stopped: taken back",
            // Alone, so that nobody else is taken for it.
            slots: 2
        ) { arena in
            let limits = Limits.hostile.with { $0.cpuTime = .seconds(60) }
            let program = HostileProgram(source, limits: limits, meets: .isStopped(.cancelled))
            let command = try await program.command(program.kept(by: arena.sandbox))
            let run = Task { try await arena.sandbox.run(command) }
            defer { run.cancel() }
            let cgroup = SandboxUnderTest.cgroups().first ?? ""
            let numbers = try await Position.taken(in: state, below: cgroup)
            guard !numbers.isEmpty else { return ["it never took its place"] }
            run.cancel()
            return try program.deviations(of: try await run.value)
        }
    }

    /// Nothing is no way to ask for no limit.
    private static let zeroLimits: [Row] = [
        Row(
            situation: "no time on the clock",
            as: .time,
            in: "C",
            tries: "A limit of 0 on the clock, which elsewhere meant none.",
            meets: "stopped: time on the clock"
        ) { arena in
            let limits = Limits.hostile.with { $0.wallTime = .zero }
            let program = HostileProgram("Time/sleep", limits: limits, meets: .isStopped(.wallTime))
            return try await program.carryOut(in: arena)
        }
        .repeating("Judge0 1.13.0, wall_time_limit 0"),
        Row(
            situation: "no CPU time",
            as: .time,
            in: "C",
            tries: "A limit of 0 on CPU time, which elsewhere meant none.",
            meets: "stopped: CPU time"
        ) { arena in
            let limits = Limits.hostile.with { $0.cpuTime = .zero }
            let program = HostileProgram("Time/spin", limits: limits, meets: .isStopped(.cpuTime))
            return try await program.carryOut(in: arena)
        }
        .repeating("Judge0 1.13.0, wall_time_limit 0"),
    ]

    private static let canaryAnswers = [
        "open to write refused EROFS", "open to empty refused EROFS", "truncate refused EROFS", "create refused EROFS",
        "nameless refused EROFS", "mode refused EROFS", "owner refused EROFS", "owner of the link refused EROFS",
        "times refused EROFS", "link refused EROFS", "symbolic link refused EROFS", "rename refused EROFS",
        "exchange refused EROFS", "remove refused EROFS", "remove directory refused EROFS", "directory refused EROFS",
        "fifo refused EROFS", "follow refused ENOENT", "read 22", "by descriptor refused EROFS",
        "mode by descriptor refused EROFS", "times by descriptor refused EROFS", "attribute refused EOPNOTSUPP",
        "map refused EACCES", "unprotect refused EACCES", "discard refused EINVAL", "allocate refused EBADF",
        "copy refused EBADF",
    ]
}
