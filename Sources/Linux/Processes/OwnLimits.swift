internal import CLinux
internal import Glibc
internal import Synchronization

/// The resource limits of this process, which all that it starts inherits.
///
/// What the caller happens to have would else decide about programs: a compiler would end with the caller's processor
/// time, a deep recursion with the caller's stack.
public enum OwnLimits {
    /// What a resource's limit is raised to.
    private struct Raise {
        let resource: __rlimit_resource_t
        /// At least this; a limit that is higher stays.
        let least: rlim_t
        /// Whether what holds now is raised, too, and not only up to what it may be.
        var raisesSoft = true
    }

    private static let raises = [
        Raise(resource: RLIMIT_CPU, least: .max),
        Raise(resource: RLIMIT_FSIZE, least: .max),
        Raise(resource: RLIMIT_AS, least: .max),
        Raise(resource: RLIMIT_DATA, least: .max),
        // With no soft limit of the stack the kernel would lay out the memory of what we start in another way.
        Raise(resource: RLIMIT_STACK, least: .max, raisesSoft: false),
        // We ourselves write no core file.
        Raise(resource: RLIMIT_CORE, least: .max, raisesSoft: false),
        Raise(resource: RLIMIT_NOFILE, least: 1 << 16),
        Raise(resource: __RLIMIT_NPROC, least: 1 << 16),
        Raise(resource: __RLIMIT_SIGPENDING, least: 1 << 12, raisesSoft: false),
        Raise(resource: __RLIMIT_MEMLOCK, least: 8 << 20, raisesSoft: false),
    ]

    /// What `raise` found, and changed: what the host's tools are started with.
    private static let found = Mutex<[linux_limit]>([])

    /// Raises the limits that a box may need to have higher as far as that is allowed: with `CAP_SYS_RESOURCE` without end,
    /// else up to the hard ones.
    ///
    /// What is still too low then is told by whoever needs it. Where two threads raise, nothing else comes of it.
    public static func raise() {
        for raise in raises {
            var limit = rlimit()
            guard getrlimit(raise.resource, &limit) == 0 else { continue }
            let before = limit
            // The soft limit may be `least` where the hard one may, and else what the hard one is.
            limit.rlim_max = max(before.rlim_max, raise.least)
            if raise.raisesSoft { limit.rlim_cur = max(before.rlim_cur, raise.least) }
            guard limit.rlim_max != before.rlim_max || limit.rlim_cur != before.rlim_cur else { continue }
            if setrlimit(raise.resource, &limit) != 0 {
                limit.rlim_max = before.rlim_max
                limit.rlim_cur = min(limit.rlim_cur, before.rlim_max)
                guard limit.rlim_cur != before.rlim_cur, setrlimit(raise.resource, &limit) == 0 else { continue }
            }
            let resource = CInt(raise.resource.rawValue)
            found.withLock { found in
                guard !found.contains(where: { $0.resource == resource }) else { return }
                found.append(
                    linux_limit(resource: resource, soft: UInt64(before.rlim_cur), hard: UInt64(before.rlim_max))
                )
            }
        }
    }

    /// What `raise` has changed, as it was before.
    static var asFound: [linux_limit] { found.withLock { $0 } }
}
