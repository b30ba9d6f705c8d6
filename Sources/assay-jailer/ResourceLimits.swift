internal import CBox
internal import Glibc
internal import JailProtocol

/// The resource limits of a program (`setrlimit`(2)): what no cgroup limits, and backstops.
enum ResourceLimits {
    static func table(for box: BoxPlan) -> [box_rlimit] {
        let cpuSeconds = UInt64(box.cpuStopMicroseconds / 1_000_000 + 2)
        return [
            // A backstop for the supervisor's timer, which counts the whole box and not one process.
            limit(RLIMIT_CPU, cpuSeconds, cpuSeconds + 1),
            limit(RLIMIT_STACK, UInt64(box.stackBytes)),
            limit(RLIMIT_FSIZE, UInt64(box.outputBytes)),
            limit(RLIMIT_NOFILE, UInt64(box.openFiles)),
            // Held by the kernel and not by the box: never left to what the worker happens to have.
            limit(__RLIMIT_MEMLOCK, 8 << 20),
            limit(__RLIMIT_SIGPENDING, 4096),
            limit(__RLIMIT_MSGQUEUE, 0),
            // Nobody overtakes the supervisor: neither by a better nice value nor by a real-time class.
            limit(__RLIMIT_NICE, 0),
            limit(__RLIMIT_RTPRIO, 0),
            // core(5): at 0 the kernel still starts a piped core handler of the host, at 1 it does not; a page is the
            // least it would write to a file, so that nothing is written either.
            box_rlimit(resource: CInt(RLIMIT_CORE.rawValue), soft: 1, hard: 1),
        ]
    }

    /// A limit that is never above what we may set ourselves.
    private static func limit(_ resource: __rlimit_resource_t, _ soft: UInt64, _ hard: UInt64? = nil) -> box_rlimit {
        var current = rlimit()
        // Where we cannot tell, what is wanted is asked for, and the box's init says whether it may be had.
        let ceiling = getrlimit(resource, &current) == 0 ? UInt64(current.rlim_max) : .max
        return box_rlimit(
            resource: CInt(resource.rawValue),
            soft: min(soft, ceiling),
            hard: min(hard ?? soft, ceiling)
        )
    }
}
