internal import Glibc

/// A resource limit of this process (`getrlimit`(2)).
public struct ResourceLimit: Hashable, Sendable {
    /// What holds now; nil for no limit.
    public let soft: UInt64?
    /// Up to what it may be raised; nil for no limit.
    public let hard: UInt64?

    /// The limit that `ulimit` and `limits.conf`(5) call `name`; nil for a name that is none.
    public init?(named name: String) {
        guard let resource = Self.resources[name] else { return nil }
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return nil }
        // RLIM_INFINITY
        soft = limit.rlim_cur == .max ? nil : UInt64(limit.rlim_cur)
        hard = limit.rlim_max == .max ? nil : UInt64(limit.rlim_max)
    }

    private static let resources: [String: __rlimit_resource_t] = [
        "core": RLIMIT_CORE,
        "stack": RLIMIT_STACK,
        "fsize": RLIMIT_FSIZE,
        "nofile": RLIMIT_NOFILE,
        "nproc": __RLIMIT_NPROC,
        "as": RLIMIT_AS,
        "data": RLIMIT_DATA,
        "cpu": RLIMIT_CPU,
        "sigpending": __RLIMIT_SIGPENDING,
    ]
}
