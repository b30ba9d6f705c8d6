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

    static let rows: [Row] = [
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
        // No flags, MAP_PRIVATE and MAP_ANONYMOUS with MAP_NORESERVE; MAP_HUGETLB among others, with a size of 1 GiB
        Row("mmap", [0, 4096, 3, 0x4022], .allow),
        Row("mmap", [0, 4096, 3, 0x40022], .fail(ENOMEM)),
        Row("mmap", [0, 4096, 3, rubbish | 0x7804_0022], .fail(ENOMEM)),
        // MFD_CLOEXEC with MFD_ALLOW_SEALING; MFD_HUGETLB
        Row("memfd_create", [4096, 3], .allow),
        Row("memfd_create", [4096, 4], .fail(EINVAL)),
        // MADV_SEQUENTIAL, MADV_DONTNEED, MADV_FREE, MADV_HUGEPAGE, MADV_KEEPONFORK; MADV_WILLNEED
        Row("madvise", [4096, 4096, 2], .allow),
        Row("madvise", [4096, 4096, 4], .allow),
        Row("madvise", [4096, 4096, 8], .allow),
        Row("madvise", [4096, 4096, 14], .allow),
        Row("madvise", [4096, 4096, 19], .allow),
        Row("madvise", [4096, 4096, rubbish | 3], .pretend),
        // MADV_REMOVE, MADV_MERGEABLE, MADV_UNMERGEABLE, MADV_COLD, MADV_PAGEOUT, MADV_POPULATE_READ and _WRITE,
        // MADV_COLLAPSE, MADV_HWPOISON, MADV_SOFT_OFFLINE, and what kernels will have one day
        Row("madvise", [4096, 4096, 9], .fail(EINVAL)),
        Row("madvise", [4096, 4096, 12], .fail(EINVAL)),
        Row("madvise", [4096, 4096, rubbish | 12], .fail(EINVAL)),
        Row("madvise", [4096, 4096, 13], .fail(EINVAL)),
        Row("madvise", [4096, 4096, 20], .fail(EINVAL)),
        Row("madvise", [4096, 4096, 21], .fail(EINVAL)),
        Row("madvise", [4096, 4096, 22], .fail(EINVAL)),
        Row("madvise", [4096, 4096, 23], .fail(EINVAL)),
        Row("madvise", [4096, 4096, 25], .fail(EINVAL)),
        Row("madvise", [4096, 4096, 100], .fail(EINVAL)),
        Row("madvise", [4096, 4096, 101], .fail(EINVAL)),
        Row("madvise", [4096, 4096, 1000], .fail(EINVAL)),
        // Query, expedited among one's own threads; global, global expedited and its registration, core serialising
        Row("membarrier", [0], .allow),
        Row("membarrier", [8], .allow),
        Row("membarrier", [16], .allow),
        Row("membarrier", [1], .fail(EINVAL)),
        Row("membarrier", [2], .fail(EINVAL)),
        Row("membarrier", [4], .fail(EINVAL)),
        Row("membarrier", [rubbish | 32], .fail(EINVAL)),
        // Wait, wake, requeue, wait with a bit set, all private; with priority inheritance, private or with a clock
        Row("futex", [4096, 0], .allow),
        Row("futex", [4096, 0x81], .allow),
        Row("futex", [4096, 0x84], .allow),
        Row("futex", [4096, 0x189], .allow),
        Row("futex", [4096, 6], .fail(ENOSYS)),
        Row("futex", [4096, 0x87], .fail(ENOSYS)),
        Row("futex", [4096, 0x108], .fail(ENOSYS)),
        Row("futex", [4096, 0x18b], .fail(ENOSYS)),
        Row("futex", [4096, rubbish | 12], .fail(ENOSYS)),
        Row("futex", [4096, 0x8d], .fail(ENOSYS)),
        // SCHED_OTHER; SCHED_FIFO, SCHED_BATCH, SCHED_IDLE, SCHED_DEADLINE, and with SCHED_RESET_ON_FORK
        Row("sched_setscheduler", [7, 0, 4096], .allow),
        Row("sched_setscheduler", [0, 1, 4096], .fail(EPERM)),
        Row("sched_setscheduler", [0, 3, 4096], .fail(EPERM)),
        Row("sched_setscheduler", [0, 5, 4096], .fail(EPERM)),
        Row("sched_setscheduler", [0, 6, 4096], .fail(EPERM)),
        Row("sched_setscheduler", [0, 0x4000_0000, 4096], .fail(EPERM)),
        // One's own; another's, a group's, a user's
        Row("setpriority", [0, 0, 19], .allow),
        Row("setpriority", [0, 1, 19], .fail(EPERM)),
        Row("setpriority", [1, 0, 19], .fail(EPERM)),
        Row("setpriority", [2, 0, 19], .fail(EPERM)),
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
        // FIOCLEX, FIONREAD, FIONBIO; TIOCSTI, TIOCLINUX; the kernel takes the request for 32 bits, and so does the filter
        Row("ioctl", [0, 0x5451], .allow),
        Row("ioctl", [0, 0x541b], .allow),
        Row("ioctl", [0, 0x5421, 4096], .allow),
        Row("ioctl", [0, 0x5412], .fail(EPERM)),
        Row("ioctl", [0, 0x541c], .fail(EPERM)),
        Row("ioctl", [0, rubbish | 0x5412], .fail(EPERM)),
        // TCGETS, TIOCSCTTY, FICLONE, FIDEDUPERANGE, FS_IOC_FIEMAP, NS_GET_USERNS, RNDADDENTROPY
        Row("ioctl", [0, 0x5401], .fail(ENOTTY)),
        Row("ioctl", [0, 0x540e], .fail(ENOTTY)),
        Row("ioctl", [0, 0x4004_9409], .fail(ENOTTY)),
        Row("ioctl", [0, 0xc018_9436], .fail(ENOTTY)),
        Row("ioctl", [0, 0xc020_660b], .fail(ENOTTY)),
        Row("ioctl", [0, 0xb701], .fail(ENOTTY)),
        Row("ioctl", [0, 0x4008_5203], .fail(ENOTTY)),
        // PR_SET_NAME, PR_SET_NO_NEW_PRIVS, PR_SET_VMA; PR_SET_SECCOMP, PR_SET_MM, PR_SCHED_CORE
        Row("prctl", [15, 4096], .allow),
        Row("prctl", [38, 1], .allow),
        Row("prctl", [0x5356_4d41], .allow),
        Row("prctl", [22, 2, 4096], .fail(EPERM)),
        Row("prctl", [35], .fail(EPERM)),
        Row("prctl", [62], .fail(EPERM)),
        // PR_MCE_KILL, PR_SET_SPECULATION_CTRL, PR_SET_SYSCALL_USER_DISPATCH, PR_SET_MEMORY_MERGE
        Row("prctl", [33, 1], .fail(EINVAL)),
        Row("prctl", [53], .fail(EINVAL)),
        Row("prctl", [59, 1], .fail(EINVAL)),
        Row("prctl", [67, 1], .fail(EINVAL)),
        Row("prctl", [rubbish | 67, 1], .fail(EINVAL)),
        // Thread-local storage; ARCH_SET_CPUID, ARCH_MAP_VDSO_64, ARCH_SHSTK_ENABLE
        Row("arch_prctl", [0x1002, 4096], .allow),
        Row("arch_prctl", [0x1012, 0], .fail(EINVAL)),
        Row("arch_prctl", [0x2003, 4096], .fail(EINVAL)),
        Row("arch_prctl", [0x5001, 1], .fail(EINVAL)),
        // Reading, PER_LINUX; ADDR_NO_RANDOMIZE, PER_LINUX32, READ_IMPLIES_EXEC
        Row("personality", [0xffff_ffff], .allow),
        Row("personality", [0], .allow),
        Row("personality", [0x4_0000], .fail(EPERM)),
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
            let answer = try Families.answer(family, to: row.call, row.arguments)
            // Only x86-64 has these two; setrlimit and the rest are everywhere.
            let isLacked = answer == nil && ["mknod", "arch_prctl"].contains(row.call)
            #expect(answer == row.answer || isLacked, "\(family)")
        }
    }
}
