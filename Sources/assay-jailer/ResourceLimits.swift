internal import CBox
internal import Glibc
internal import JailProtocol
internal import Linux

/// The resource limits of a program (`setrlimit`(2)): what no cgroup limits, and backstops.
///
/// What a program is to have is never cut down to what we happen to have: it would fail by it and be blamed.
enum ResourceLimits {
    /// One limit of a program.
    private struct Entry {
        let resource: __rlimit_resource_t
        /// What `prlimit`(1) and `limits.conf`(5) call it.
        let name: String
        let soft: UInt64
        let hard: UInt64
        /// Whether it only bounds what the kernel holds for a program, so that less will do.
        let isCap: Bool

        init(
            _ resource: __rlimit_resource_t,
            _ name: String,
            _ soft: UInt64,
            _ hard: UInt64? = nil,
            isCap: Bool = false
        ) {
            self.resource = resource
            self.name = name
            self.soft = soft
            self.hard = hard ?? soft
            self.isCap = isCap
        }
    }

    /// What takes core dumps on this host, which has to be asked for the first time while the host's files are still there.
    static let coreHandler = CoreHandler.current

    /// Makes sure that there is a limit that keeps core dumps in the box.
    ///
    /// - Throws: `JailFailure` where there is none.
    static func requireNoCoreSocket() throws(JailFailure) {
        guard coreHandler == .socket else { return }
        throw JailFailure(
            operation: "keep core dumps in boxes",
            subject: "kernel.core_pattern is a socket, to which they go whatever their limit; set a file: "
                + "sysctl -w kernel.core_pattern=core",
            errno: 0
        )
    }

    /// What a program of this box gets.
    ///
    /// - Throws: `JailFailure` when our own limit is below what it is to have.
    static func table(for box: BoxPlan) throws(JailFailure) -> [box_rlimit] {
        // The one that a program has as we have it: for an ordinary user the kernel counts all of the user's processes.
        try require(UInt64(box.processes), of: __RLIMIT_NPROC, "nproc", have: \.rlim_cur)
        var table: [box_rlimit] = []
        for entry in entries(for: box) {
            var (soft, hard) = (entry.soft, entry.hard)
            if entry.isCap, let ceiling = limit(of: entry.resource).map({ UInt64($0.rlim_max) }) {
                (soft, hard) = (min(soft, ceiling), min(hard, ceiling))
            } else {
                try require(hard, of: entry.resource, entry.name, have: \.rlim_max)
            }
            table.append(box_rlimit(resource: CInt(entry.resource.rawValue), soft: soft, hard: hard))
        }
        return table
    }

    /// What the entries of that table are called, for messages.
    static func names(for box: BoxPlan) -> [String] { entries(for: box).map(\.name) }

    private static func entries(for box: BoxPlan) -> [Entry] {
        let cpuSeconds = UInt64(box.cpuStopMicroseconds / 1_000_000 + 2)
        return [
            // A backstop for the supervisor's timer, which counts the whole box and not one process.
            Entry(RLIMIT_CPU, "cpu", cpuSeconds, cpuSeconds + 1),
            Entry(RLIMIT_STACK, "stack", UInt64(box.stackBytes)),
            Entry(RLIMIT_FSIZE, "fsize", UInt64(box.outputBytes)),
            Entry(RLIMIT_NOFILE, "nofile", UInt64(box.openFiles)),
            // Memory is the cgroup's: these would have a program fail that asks for addresses and touches none.
            Entry(RLIMIT_AS, "as", .max),
            Entry(RLIMIT_DATA, "data", .max),
            // Held by the kernel and not by the box: never left to what the worker happens to have.
            Entry(__RLIMIT_MEMLOCK, "memlock", 8 << 20, isCap: true),
            Entry(__RLIMIT_SIGPENDING, "sigpending", 4096, isCap: true),
            Entry(__RLIMIT_MSGQUEUE, "msgqueue", 0),
            // Nobody overtakes the supervisor: neither by a better nice value nor by a real-time class.
            Entry(__RLIMIT_NICE, "nice", 0),
            Entry(__RLIMIT_RTPRIO, "rtprio", 0),
            // core(5): at 0 the kernel still starts a piped core handler of the host, at 1 it does not; a page is the
            // least it would write to a file, so that nothing is written either. Where no handler is, 0 is as good.
            Entry(RLIMIT_CORE, "core", 1, isCap: coreHandler == .none),
        ]
    }

    private static func require(
        _ wanted: UInt64,
        of resource: __rlimit_resource_t,
        _ name: String,
        have: KeyPath<rlimit, rlim_t>
    ) throws(JailFailure) {
        // Where we cannot tell, what is wanted is asked for, and the kernel says whether it may be had.
        guard let limit = limit(of: resource), limit[keyPath: have] < wanted else { return }
        // The kernel lets nobody have files without end.
        let enough = name == "nofile" ? "1048576" : "unlimited"
        let besides = name == "nproc" ? ", and pids.max of our cgroup" : ""
        throw JailFailure(
            operation: "give a program its limit \(name)",
            subject:
                "our own is \(limit[keyPath: have]), and it is to have \(wanted == .max ? "none" : "\(wanted)"); raise "
                + "it where assay is started, as by prlimit --\(name)=\(enough)\(besides) (assay doctor has the command)",
            errno: 0
        )
    }

    /// Our own limits, which nothing of ours changes, by the number of their resource.
    private static let own: [rlimit?] = (0..<__RLIMIT_NLIMITS.rawValue).map { number in
        var limit = rlimit()
        return getrlimit(__rlimit_resource_t(number), &limit) == 0 ? limit : nil
    }

    /// Our own limit; nil where the kernel does not say.
    private static func limit(of resource: __rlimit_resource_t) -> rlimit? { own[Int(resource.rawValue)] }
}
