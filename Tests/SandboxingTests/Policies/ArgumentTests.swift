import Glibc
import Sandboxing
import Testing

/// Calls whose arguments decide.
@Suite struct ArgumentTests {
    /// One call, and what every family answers.
    struct Row: Sendable, CustomTestStringConvertible {
        let call: String
        let arguments: [UInt64]
        let answer: FilterMachine.Action

        init(_ call: String, _ arguments: [UInt64], _ answer: FilterMachine.Action) {
            (self.call, self.arguments, self.answer) = (call, arguments, answer)
        }

        var testDescription: String { "\(call)(\(arguments.map { String($0, radix: 16) }.joined(separator: ", ")))" }
    }

    /// What a program puts into the half that the kernel does not look at.
    private static let rubbish: UInt64 = 0xdead_beef_0000_0000

    private static let rows: [Row] = [
        // fork of glibc, pthread_create, posix_spawn
        Row("clone", [0x0120_0011], .allow),
        Row("clone", [0x003d_0f00], .allow),
        Row("clone", [0x4111], .allow),
        // NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET
        Row("clone", [0x0002_0011], .notify),
        Row("clone", [0x0200_0011], .notify),
        Row("clone", [0x0400_0011], .notify),
        Row("clone", [0x0800_0011], .notify),
        Row("clone", [0x1000_0011], .notify),
        Row("clone", [0x2000_0011], .notify),
        Row("clone", [0x4000_0011], .notify),
        Row("clone", [rubbish | 0x1000_0011], .notify),
        // FILES and FS are no namespaces
        Row("unshare", [0x600], .allow),
        Row("unshare", [0x1000_0000], .notify),
        Row("unshare", [0x80], .notify),
        Row("unshare", [rubbish | 0x0002_0000], .notify),
        // AF_UNIX; AF_INET, AF_NETLINK
        Row("socketpair", [1, 1, 0], .allow),
        Row("socketpair", [2, 1, 0], .fail(EACCES)),
        Row("socketpair", [16, 1, 0], .fail(EACCES)),
        // SO_KEEPALIVE and SO_ATTACH_FILTER of SOL_SOCKET; 26 of another level is something else
        Row("setsockopt", [3, 1, 9], .allow),
        Row("setsockopt", [3, 1, 26], .fail(EPERM)),
        Row("setsockopt", [3, rubbish | 1, rubbish | 50], .fail(EPERM)),
        Row("setsockopt", [3, 6, 26], .allow),
        // RLIMIT_STACK and RLIMIT_CORE
        Row("setrlimit", [3, 4096], .allow),
        Row("setrlimit", [4, 4096], .fail(EPERM)),
        Row("setrlimit", [rubbish | 4, 4096], .fail(EPERM)),
        // Reading and setting one's own, reading and setting RLIMIT_CORE, another process's
        Row("prlimit64", [0, 3, 0, 4096], .allow),
        Row("prlimit64", [0, 3, 4096, 0], .allow),
        Row("prlimit64", [0, 4, 0, 4096], .allow),
        Row("prlimit64", [0, 4, 4096, 0], .fail(EPERM)),
        Row("prlimit64", [0, 4, 0x7fff_0000_0000, 0], .fail(EPERM)),
        Row("prlimit64", [rubbish, rubbish | 4, 4096, 0], .fail(EPERM)),
        Row("prlimit64", [1, 3, 0, 4096], .fail(EPERM)),
        // No flags; RWF_HIPRI, RWF_DSYNC, RWF_NOWAIT, and flags only where the kernel does not look
        Row("preadv2", [3, 4096, 1, 0, 0, 0], .allow),
        Row("preadv2", [3, 4096, 1, 0, 0, 1], .fail(EOPNOTSUPP)),
        Row("preadv2", [3, 4096, 1, 0, 0, 8], .fail(EOPNOTSUPP)),
        Row("preadv2", [3, 4096, 1, 0, 0, rubbish | 8], .fail(EOPNOTSUPP)),
        Row("preadv2", [3, 4096, 1, 0, 0, rubbish], .allow),
        Row("pwritev2", [3, 4096, 1, 0, 0, 0], .allow),
        Row("pwritev2", [3, 4096, 1, 0, 0, 2], .fail(EOPNOTSUPP)),
        // MS_ASYNC, MS_INVALIDATE; MS_SYNC, alone and with MS_INVALIDATE
        Row("msync", [4096, 4096, 1], .allow),
        Row("msync", [4096, 4096, 2], .allow),
        Row("msync", [4096, 4096, 4], .pretend),
        Row("msync", [4096, 4096, 6], .pretend),
        Row("msync", [4096, 4096, rubbish | 4], .pretend),
        // F_DUPFD, F_SETFD, F_SETFL, F_SETOWN, F_DUPFD_CLOEXEC, F_SETPIPE_SZ, F_ADD_SEALS
        Row("fcntl", [3, 0, 3], .allow),
        Row("fcntl", [3, 2, 1], .allow),
        Row("fcntl", [3, 4, 0x800], .allow),
        Row("fcntl", [3, 8, 1], .allow),
        Row("fcntl", [3, 1030, 3], .allow),
        Row("fcntl", [3, 1031, 4096], .allow),
        Row("fcntl", [3, 1033, 1], .allow),
        // F_SETLEASE, F_GETLEASE, F_NOTIFY, F_SET_RW_HINT, F_SET_FILE_RW_HINT, and what kernels will have one day
        Row("fcntl", [3, 1024, 0], .fail(EINVAL)),
        Row("fcntl", [3, 1025, 0], .fail(EINVAL)),
        Row("fcntl", [3, 1026, 1], .fail(EINVAL)),
        Row("fcntl", [3, 1036, 4096], .fail(EINVAL)),
        Row("fcntl", [3, 1038, 4096], .fail(EINVAL)),
        Row("fcntl", [3, 1099, 0], .fail(EINVAL)),
        // F_GETLK, F_SETLK, F_SETLKW and those of open file descriptions
        Row("fcntl", [3, 5, 4096], .fail(ENOLCK)),
        Row("fcntl", [3, 6, 4096], .fail(ENOLCK)),
        Row("fcntl", [3, 7, 4096], .fail(ENOLCK)),
        Row("fcntl", [3, rubbish | 6, 4096], .fail(ENOLCK)),
        Row("fcntl", [3, 36, 4096], .fail(ENOLCK)),
        Row("fcntl", [3, 37, 4096], .fail(ENOLCK)),
        Row("fcntl", [3, 38, 4096], .fail(ENOLCK)),
        // TCGETS, TIOCSTI, TIOCLINUX; the kernel takes the request for 32 bits, and so does the filter
        Row("ioctl", [0, 0x5401], .allow),
        Row("ioctl", [0, 0x5412], .fail(EPERM)),
        Row("ioctl", [0, 0x541c], .fail(EPERM)),
        Row("ioctl", [0, rubbish | 0x5412], .fail(EPERM)),
        // PR_SET_NAME; PR_SET_SECCOMP, PR_SET_MM, PR_SCHED_CORE
        Row("prctl", [15, 4096], .allow),
        Row("prctl", [22, 2, 4096], .fail(EPERM)),
        Row("prctl", [35], .fail(EPERM)),
        Row("prctl", [62], .fail(EPERM)),
        // Reading, PER_LINUX, ADDR_NO_RANDOMIZE; PER_LINUX32, READ_IMPLIES_EXEC
        Row("personality", [0xffff_ffff], .allow),
        Row("personality", [0], .allow),
        Row("personality", [0x4_0000], .allow),
        Row("personality", [8], .fail(EPERM)),
        Row("personality", [0x40_0000], .fail(EPERM)),
        // FIFO; character and block device, regular file
        Row("mknodat", [0xffff_ff9c, 4096, 0o010644], .allow),
        Row("mknodat", [0xffff_ff9c, 4096, 0o020644], .fail(EPERM)),
        Row("mknodat", [0xffff_ff9c, 4096, 0o060644], .fail(EPERM)),
        Row("mknodat", [0xffff_ff9c, 4096, 0o100644], .fail(EPERM)),
        Row("mknod", [4096, 0o010644], .allow),
        Row("mknod", [4096, 0o020644], .fail(EPERM)),
    ]

    @Test(arguments: rows)
    func `arguments decide`(row: Row) throws {
        for family in Families.all {
            let answer = try Families.load(family).answer(to: row.call, row.arguments)
            // Only x86-64 has mknod; setrlimit and the rest are everywhere.
            #expect(answer == row.answer || answer == nil && row.call == "mknod", "\(family)")
        }
    }
}
