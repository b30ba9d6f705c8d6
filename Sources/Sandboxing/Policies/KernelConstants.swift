internal import Glibc
internal import Linux

/// The names of the kernel's constants that policies may use.
///
/// Their numbers are the same on every architecture that we support.
enum KernelConstants {
    /// The number behind a name; nil when policies do not know the name.
    static func value(of name: String) -> UInt64? { values[name] }

    /// The error with this name, as in `EPERM`.
    static func errno(named name: String) -> Errno? {
        // EOPNOTSUPP and ENOTSUP, EAGAIN and EWOULDBLOCK are one number each; glibc names the former.
        (1...133).lazy.map { Errno($0) }.first { error in
            strerrorname_np(error.number).map { String(cString: $0) } == name
        }
    }

    private static let values: [String: UInt64] = [
        // clone(2), unshare(2)
        "CLONE_NEWTIME": 0x80,
        "CLONE_NEWNS": 0x2_0000,
        "CLONE_NEWCGROUP": 0x200_0000,
        "CLONE_NEWUTS": 0x400_0000,
        "CLONE_NEWIPC": 0x800_0000,
        "CLONE_NEWUSER": 0x1000_0000,
        "CLONE_NEWPID": 0x2000_0000,
        "CLONE_NEWNET": 0x4000_0000,
        // socket(7)
        "AF_UNIX": 1,
        "SOL_SOCKET": 1,
        "SO_ATTACH_FILTER": 26,
        "SO_ATTACH_BPF": 50,
        "SO_ATTACH_REUSEPORT_CBPF": 51,
        "SO_ATTACH_REUSEPORT_EBPF": 52,
        // getrlimit(2)
        "RLIMIT_CORE": 4,
        // ioctl_tty(2), ioctl_console(2)
        "TIOCSTI": 0x5412,
        "TIOCLINUX": 0x541c,
        // prctl(2)
        "PR_SET_SECCOMP": 22,
        "PR_SET_MM": 35,
        "PR_SCHED_CORE": 62,
        // personality(2), which only reads when given all ones
        "PER_LINUX": 0,
        "ADDR_NO_RANDOMIZE": 0x4_0000,
        "PERSONALITY_READ": 0xffff_ffff,
        // fcntl(2)
        "F_DUPFD": 0,
        "F_GETFD": 1,
        "F_SETFD": 2,
        "F_GETFL": 3,
        "F_SETFL": 4,
        "F_GETLK": 5,
        "F_SETLK": 6,
        "F_SETLKW": 7,
        "F_SETOWN": 8,
        "F_GETOWN": 9,
        "F_SETSIG": 10,
        "F_GETSIG": 11,
        "F_SETOWN_EX": 15,
        "F_GETOWN_EX": 16,
        "F_GETOWNER_UIDS": 17,
        "F_OFD_GETLK": 36,
        "F_OFD_SETLK": 37,
        "F_OFD_SETLKW": 38,
        "F_DUPFD_QUERY": 1027,
        "F_CREATED_QUERY": 1028,
        "F_DUPFD_CLOEXEC": 1030,
        "F_SETPIPE_SZ": 1031,
        "F_GETPIPE_SZ": 1032,
        "F_ADD_SEALS": 1033,
        "F_GET_SEALS": 1034,
        // msync(2)
        "MS_SYNC": 4,
        // inode(7)
        "S_IFMT": 0o170000,
        "S_IFIFO": 0o010000,
    ]
}
