internal import Core
internal import JailProtocol
internal import Linux

/// The subtree of cgroups in which this process's boxes live, below the process's own cgroup in each hierarchy.
///
///     <own>/assay-PID/slot-N/jailer     the slot's jailer (unified hierarchy)
///     <own>/assay-PID/slot-N/box-0, -1  programs are born here (unified), and enter here (v1: memory, pids)
///     <own>/assay-worker-PID            this process (v2, unless <own> is the root)
struct WorkerCgroups: Sendable {
    /// Which hierarchy has the controllers.
    let controllers: SlotConfiguration.Controllers
    /// The process's own cgroup in the unified hierarchy.
    private let own: String
    /// Where this process has to move to; nil where it can stay.
    let leaf: String?
    /// Our directory in the unified hierarchy.
    let unified: String
    /// Our directories in the v1 hierarchies; empty on v2.
    let memory: String
    let pids: String

    /// Every directory of ours, for whoever removes them.
    var directories: [String] { [unified, memory, pids].filter { !$0.isEmpty } }

    /// What this host offers to this process.
    enum Support: Hashable, Sendable {
        case v1(unified: String, memory: String, pids: String)
        case v2(unified: String)
        case missing(String)
    }

    /// Looks where boxes could live, changing nothing; `controllers` reads which of them the cgroup in a directory has.
    static func support(
        _ membership: CgroupMembership,
        controllers: (String) -> String = { controllers(of: $0) }
    ) -> Support {
        guard let unified = membership.unified else {
            return .missing("no unified cgroup hierarchy is mounted: mount -t cgroup2 none /sys/fs/cgroup/unified")
        }
        let names = controllers(unified).split(whereSeparator: \.isWhitespace)
        if names.contains("memory") && names.contains("pids") { return .v2(unified: unified) }
        guard let memory = membership.v1["memory"], let pids = membership.v1["pids"] else {
            return .missing(
                "our cgroup has no memory and pids controllers: run as a service or scope with Delegate=yes, "
                    + "as in: systemd-run --user --scope -p Delegate=yes assay …"
            )
        }
        return .v1(unified: unified, memory: memory, pids: pids)
    }

    private static func controllers(of directory: String) -> String {
        String(decoding: (try? KernelText.read(directory + "/cgroup.controllers")) ?? [], as: UTF8.self)
    }

    /// Where the subtree `name` is to be; `make` makes it.
    init(name: String) throws(ExecutorFailure) {
        let support: Support
        do throws(Errno) {
            support = Self.support(try CgroupMembership.current())
        } catch {
            throw ExecutorFailure(operation: "find our cgroups", subject: "/proc/self/cgroup", cause: "\(error)")
        }
        switch support {
        case .missing(let cause):
            throw ExecutorFailure(operation: "find our cgroups", subject: "/proc/self/cgroup", cause: cause)
        case .v1(let unified, let memory, let pids):
            controllers = .v1
            own = unified
            leaf = nil
            self.unified = unified + "/" + name
            self.memory = memory + "/" + name
            self.pids = pids + "/" + name
        case .v2(let unified):
            controllers = .v2
            own = WorkerLeaf.cgroup(of: unified)
            leaf = WorkerLeaf.path(in: own)
            self.unified = own + "/" + name
            memory = ""
            pids = ""
        }
    }

    /// Makes the subtree, all of it or nothing.
    func make() throws(ExecutorFailure) {
        if let leaf {
            try WorkerLeaf.enter(leaf)
        } else if controllers == .v2 {
            try handOutControllers(in: own)
        }
        do throws(ExecutorFailure) {
            try makeDirectories()
        } catch {
            _ = remove()
            _ = leave()
            throw error
        }
    }

    private func makeDirectories() throws(ExecutorFailure) {
        for directory in directories {
            try Self.doing("make the cgroup", directory) { () throws(Errno) in
                try HostWriting.makeDirectory(directory, mode: 0o755)
            }
        }
        if controllers == .v2 { try handOutControllers(in: unified) }
    }

    /// Sees to it that so many slots can have the processes that they need.
    ///
    /// - Throws: `ExecutorFailure` when a cgroup above ours has a limit of its own that is too low: programs would meet it
    ///   before theirs, and our own threads might wait for ever.
    func requireProcesses(forSlots slots: Int) throws(ExecutorFailure) {
        let directory = controllers == .v2 ? own : OwnLeaf.above(pids)
        guard let room = Headroom.processes(in: directory) else { return }
        let wanted = Self.processesOfOurs + slots * Self.processesOfASlot
        guard room.count < wanted else { return }
        throw ExecutorFailure(
            operation: "have \(wanted) processes and threads",
            subject: room.cgroup,
            cause: "its pids.max leaves \(max(0, room.count)); raise it (systemd: TasksMax, Docker: --pids-limit)"
        )
    }

    /// The worker's threads, and the sweeper.
    private static let processesOfOurs = 32
    /// Two jailers, their boxes' inits, and what a program may have by default.
    private static let processesOfASlot = 96

    /// Removes the subtree, once its processes are gone.
    ///
    /// - Returns: whether it is gone.
    func remove() -> Bool {
        let areGone = directories.map { CgroupTree.remove($0) }
        return areGone.allSatisfy { $0 }
    }

    /// Goes back to where this process was before `make`, when nobody else of ours is left there.
    ///
    /// - Returns: whether nothing is left that somebody has to remove.
    func leave() -> Bool {
        leaf.map { WorkerLeaf.leave($0) } ?? true
    }

    private func handOutControllers(in directory: String) throws(ExecutorFailure) {
        try Self.doing("hand out controllers", directory) { () throws(Errno) in
            try OwnLeaf.handOutControllers(in: directory)
        }
    }

    static func doing<Value: ~Copyable>(
        _ operation: String,
        _ subject: String,
        of request: Mend.Request = .cgroup,
        _ body: () throws(Errno) -> Value
    ) throws(ExecutorFailure) -> Value {
        do {
            return try body()
        } catch {
            throw ExecutorFailure(operation, subject, error, of: request)
        }
    }

    static func failure(_ operation: String, _ subject: String, _ error: Errno) -> ExecutorFailure {
        ExecutorFailure(operation: operation, subject: subject, cause: Mend.cause(error, of: .cgroup))
    }
}
