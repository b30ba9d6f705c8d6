import Core
import Glibc
import Linux
import SandboxTesting

/// What the host looks like as far as a hostile program could have changed it: the same after every row as before it.
struct HostState: Sendable, Equatable {
    /// Each thing that was looked at, by its name, and how it is.
    private(set) var things: [HostPart: [String: String]] = [:]

    /// The host as it is now.
    static func now(_ canaries: Canaries, memory: HostMemory) -> HostState {
        var state = HostState()
        let crew = Crew.now()
        state.things[.processes] = ProcessView.things(crew)
        state.things[.mounts] = MountView.things(crew, memory)
        state.things[.cgroups] = CgroupView.things(crew)
        state.things[.state] = StateDirectoryView.things(memory)
        state.things[.temporaryFiles] = TemporaryFilesView.things(crew)
        state.things[.ipc] = InterprocessView.things()
        state.things[.sockets] = SocketView.things(crew, canaries)
        state.things[.canaries] = canaries.things()
        state.things[.descriptors] = DescriptorView.things(crew, memory)
        state.things[.supervisors] = SupervisorView.things(crew)
        state.things[.kernel] = KernelView.things(crew, memory)
        return state
    }

    /// The host as soon as it is as `expected`, or else after a moment.
    ///
    /// A jailer answers while the box's init still takes its namespaces down, and closes what it was sent just after it
    /// has answered.
    static func settled(_ canaries: Canaries, memory: HostMemory, expecting expected: HostState) -> HostState {
        let end = Clock.nanoseconds + 3_000_000_000
        var looks = 0
        while true {
            let state = now(canaries, memory: memory)
            looks += 1
            // Emulated, one look takes a second: the clock alone would allow but a few.
            if state == expected || (looks >= 10 && Clock.nanoseconds > end) { return state }
            pause()
        }
    }

    /// The host once it does not change any more.
    static func settled(_ canaries: Canaries, memory: HostMemory) -> HostState {
        var state = now(canaries, memory: memory)
        let end = Clock.nanoseconds + 3_000_000_000
        var looks = 0
        while looks < 10 || Clock.nanoseconds < end {
            pause()
            looks += 1
            let next = now(canaries, memory: memory)
            if next == state { break }
            state = next
        }
        return state
    }

    private static func pause() {
        var nothing = Poll()
        _ = try? nothing.wait(nanoseconds: 3_000_000)
    }

    /// What is otherwise in `other`, a line for each thing.
    func changes(to other: HostState) -> [(part: HostPart, text: String)] {
        HostPart.allCases.flatMap { part -> [(HostPart, String)] in
            let before = things[part] ?? [:]
            let after = other.things[part] ?? [:]
            return Set(before.keys).union(after.keys).sorted().compactMap { name in
                guard before[name] != after[name] else { return nil }
                let text = "\(name): \(before[name] ?? "not there") before, \(after[name] ?? "not there") after"
                return (part, "\(part.title): \(text)")
            }
        }
    }
}

/// Who we are on this host: the worker, its jailers and sweepers, and the ids that programs have.
struct Crew: Sendable {
    let worker: Int
    let jailers: [Int]
    let sweepers: [Int]
    /// All that run now.
    let processes: [HostProcess]
    /// The host ids of programs; none where they are the worker's own.
    let programIDs: Set<Int>

    static func now() -> Crew {
        let processes = HostProcess.all()
        let jailers = SandboxUnderTest.jailers()
        let ids = SandboxUnderTest.hasTwoIDs ? jailers.compactMap(programID) : []
        return Crew(
            worker: Int(getpid()),
            jailers: jailers.sorted(),
            sweepers: processes.filter { $0.parent == Int(getpid()) && $0.name == "assay-jailer" }
                .map(\.number).filter { !jailers.contains($0) }.sorted(),
            processes: processes,
            programIDs: Set(ids)
        )
    }

    /// Everybody of ours, with a name that does not change from run to run.
    var members: [(name: String, number: Int)] {
        [("worker", worker)] + jailers.enumerated().map { ("jailer \($0.offset)", $0.element) }
            + sweepers.enumerated().map { ("sweeper \($0.offset)", $0.element) }
    }

    /// How many inits of boxes a jailer has.
    func initials(of jailer: Int) -> Int {
        processes.count { $0.parent == jailer && !$0.isZombie }
    }

    /// What the id of programs in a jailer's user namespace is on the host.
    private static func programID(of jailer: Int) -> Int? {
        for line in HostProcess.lines(of: "/proc/\(jailer)/uid_map") {
            let fields = line.split(separator: " ").compactMap { Int($0) }
            if fields.count == 3, fields[0] <= 1000, 1000 < fields[0] + fields[2] {
                return fields[1] + 1000 - fields[0]
            }
        }
        return nil
    }
}
