internal import Core
internal import JailProtocol
internal import Linux

/// The subtree of cgroups in which this process's boxes live, below the process's own cgroup in each hierarchy.
///
///     <own>/assay-PID/slot-N/jailer     the slot's jailer (unified hierarchy)
///     <own>/assay-PID/slot-N/box        programs are born here (unified), and enter here (v1: memory, pids)
struct WorkerCgroups: Sendable {
    /// Which hierarchy has the controllers.
    let controllers: SlotConfiguration.Controllers
    /// The process's own cgroup in the unified hierarchy.
    private let own: String
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

    /// Looks where boxes could live, changing nothing.
    static func support(_ membership: CgroupMembership) -> Support {
        guard let unified = membership.unified else {
            return .missing("no unified cgroup hierarchy is mounted: mount -t cgroup2 none /sys/fs/cgroup/unified")
        }
        let available = (try? KernelText.read(unified + "/cgroup.controllers")) ?? []
        let names = String(decoding: available, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        if names.contains("memory") && names.contains("pids") { return .v2(unified: unified) }
        guard let memory = membership.v1["memory"], let pids = membership.v1["pids"] else {
            return .missing(
                "our cgroup has no memory and pids controllers: run as a service or scope with Delegate=yes, "
                    + "as in: systemd-run --user --scope -p Delegate=yes assay …"
            )
        }
        return .v1(unified: unified, memory: memory, pids: pids)
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
            self.unified = unified + "/" + name
            self.memory = memory + "/" + name
            self.pids = pids + "/" + name
        case .v2(let unified):
            controllers = .v2
            own = unified
            self.unified = unified + "/" + name
            memory = ""
            pids = ""
        }
    }

    /// Makes the subtree.
    func make() throws(ExecutorFailure) {
        if controllers == .v2 { try Self.handOutControllers(in: own) }
        for directory in directories {
            try Self.doing("make the cgroup", directory) { () throws(Errno) in
                try HostWriting.makeDirectory(directory, mode: 0o755)
            }
        }
        if controllers == .v2 { try Self.enableControllers(in: unified) }
    }

    /// On v2 a cgroup with processes cannot hand controllers on: first everybody in ours, which is us, goes to a leaf.
    private static func handOutControllers(in own: String) throws(ExecutorFailure) {
        let subtree = (try? KernelText.read(own + "/cgroup.subtree_control")) ?? []
        let names = String(decoding: subtree, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        if names.contains("memory") && names.contains("pids") { return }
        // The root cgroup alone may have both processes and controllers; it has no cgroup.type.
        if HostDirectory.kind(of: own + "/cgroup.type") != nil {
            let leaf = own + "/assay-worker-\(Processes.ownNumber)"
            try doing("move to a cgroup of our own", leaf) { () throws(Errno) in
                try HostWriting.makeDirectory(leaf, mode: 0o755)
                try Descriptor.open(leaf + "/cgroup.procs", Descriptor.writeOnly).overwrite("0")
            }
        }
        try enableControllers(in: own)
    }

    private static func enableControllers(in directory: String) throws(ExecutorFailure) {
        try doing("hand out controllers", directory) { () throws(Errno) in
            try Descriptor.open(directory + "/cgroup.subtree_control", Descriptor.writeOnly).overwrite("+memory +pids")
        }
    }

    static func doing<Value: ~Copyable>(
        _ operation: String,
        _ subject: String,
        _ body: () throws(Errno) -> Value
    ) throws(ExecutorFailure) -> Value {
        do {
            return try body()
        } catch {
            var cause = "\(error)"
            if error == .denied || error == .notPermitted {
                cause += "; run as root, or give this user a delegated cgroup (assay doctor says how)"
            }
            throw ExecutorFailure(operation: operation, subject: subject, cause: cause)
        }
    }
}
