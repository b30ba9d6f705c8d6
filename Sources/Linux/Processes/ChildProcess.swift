internal import CLinux
internal import Glibc

/// A process that we have started, known by its pidfd, so that its number can never be mistaken for another's.
public struct ChildProcess: ~Copyable, Sendable {
    /// Its number in our PID namespace.
    public let pid: Int
    /// Readable once it has ended.
    public let pidfd: Descriptor

    /// How a process ended.
    public enum End: Hashable, Sendable {
        /// It returned this exit code.
        case exited(Int)
        /// The signal of this number ended it.
        case signaled(Int)
    }

    /// What a process has to itself from its first instruction on.
    public struct Isolation: Hashable, Sendable {
        /// Its own namespaces.
        ///
        /// The mounts in one of its own are seen nowhere else; with processes of its own, too, it has a `/proc` of those.
        public var namespaces: Namespaces.Kinds
        /// The directory that is its root, and has a `proc` in it; nil for ours.
        ///
        /// It needs mounts and processes of its own.
        public var root: String?

        /// A process with these namespaces, in that root.
        public init(_ namespaces: Namespaces.Kinds = [], root: String? = nil) {
            self.namespaces = namespaces
            self.root = root
        }
    }

    /// Which resource limits a process has.
    public enum Limits: Hashable, Sendable {
        /// Ours, as they are now.
        case ours
        /// Those that we were started with ourselves, before `OwnLimits.raise`.
        case asFound
    }

    /// Starts the program in the open file `executable`, in a session of its own, with default signals, and with
    /// nothing inherited but the named descriptors.
    ///
    /// The process is born in the unified cgroup whose directory is `cgroup`, when there is one, and in what `isolation`
    /// says. With `diesWithUs` it is killed when the thread that starts it ends, in whatever way.
    ///
    /// - Throws: the errno of the clone, of a mount or of `execveat`(2).
    public init(
        executable: CInt,
        arguments: [String],
        environment: [String] = [],
        input: CInt,
        output: CInt,
        error: CInt,
        extra: CInt = -1,
        cgroup: CInt = -1,
        isolation: Isolation = Isolation(),
        diesWithUs: Bool = false,
        limits: Limits = .ours
    ) throws(Errno) {
        let argumentStrings = CStrings(arguments)
        let environmentStrings = CStrings(environment)
        let root = CStrings(isolation.root.map { [$0] } ?? [])
        let limits = limits == .asFound ? OwnLimits.asFound : []
        var pidfd: CInt = -1
        let result = argumentStrings.withPointers { arguments in
            environmentStrings.withPointers { environment in
                limits.withUnsafeBufferPointer { limits in
                    var request = linux_spawn_request(
                        executable: executable,
                        arguments: arguments,
                        environment: environment,
                        input: input,
                        output: output,
                        error: error,
                        extra: extra,
                        cgroup: cgroup,
                        namespaces: UInt64(UInt32(bitPattern: isolation.namespaces.rawValue)),
                        root: isolation.root == nil ? nil : root.pointer(0),
                        dies_with_us: diesWithUs ? 1 : 0,
                        limits: limits.baseAddress,
                        limit_count: limits.count
                    )
                    return linux_spawn(&request, &pidfd)
                }
            }
        }
        withExtendedLifetime(root) {}
        guard result > 0 else { throw Errno(-result) }
        pid = Int(result)
        self.pidfd = Descriptor(owning: pidfd)
    }

    /// Sends a signal; harmless when the process has ended.
    public borrowing func send(signal: CInt) {
        _ = linux_pidfd_send_signal(pidfd.number, signal)
    }

    /// Waits until it has ended.
    @available(*, noasync)
    public borrowing func wait() throws(Errno) -> End {
        var code: CInt = 0
        var status: CInt = 0
        let number = pidfd.number
        try checked { linux_wait_pidfd(number, &code, &status, 0) }
        return code == CLD_EXITED ? .exited(Int(status)) : .signaled(Int(status))
    }
}
