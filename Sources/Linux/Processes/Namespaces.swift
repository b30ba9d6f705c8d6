internal import CLinux
internal import Glibc

/// Entering and making namespaces (`namespaces`(7)).
public enum Namespaces {
    /// Kinds of namespaces, as `unshare`(2) takes them.
    public struct Kinds: OptionSet, Hashable, Sendable {
        /// The `CLONE_NEW…` flags.
        public let rawValue: CInt

        /// The kinds of these flags.
        public init(rawValue: CInt) { self.rawValue = rawValue }

        /// Mounts.
        public static let mount = Kinds(rawValue: CLONE_NEWNS)
        /// Ids and capabilities.
        public static let user = Kinds(rawValue: CLONE_NEWUSER)
        /// Network devices, addresses and sockets.
        public static let network = Kinds(rawValue: CLONE_NEWNET)
        /// Process numbers; when the first process ends, all of them do.
        public static let processes = Kinds(rawValue: CLONE_NEWPID)
        /// System V and POSIX message queues, semaphores and shared memory.
        public static let messages = Kinds(rawValue: CLONE_NEWIPC)
        /// The host's name.
        public static let names = Kinds(rawValue: CLONE_NEWUTS)
    }

    /// Leaves ours for new ones.
    ///
    /// A user namespace among them is made first and owns the others.
    public static func unshare(_ kinds: Kinds) throws(Errno) {
        try checked { Glibc::unshare(kinds.rawValue) }
    }

    /// Enters the mount namespace that `descriptor` refers to; our root and working directory become its root.
    public static func enterMounts(_ descriptor: CInt) throws(Errno) {
        try checked { setns(descriptor, CLONE_NEWNS) }
    }
}
