internal import Glibc
internal import Linux

/// The names of the kernel's constants that policies may use.
///
/// Their numbers are the same on every architecture that we support.
package enum KernelConstants {
    /// The number behind a name; nil when policies do not know the name.
    package static func value(of name: String) -> UInt64? { values[name] }

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
        // send(2), recv(2)
        "MSG_OOB": 1,
        // rename(2)
        "RENAME_WHITEOUT": 4,
        // mmap(2), memfd_create(2)
        "MAP_HUGETLB": 0x4_0000,
        "MFD_HUGETLB": 4,
        // madvise(2)
        "MADV_NORMAL": 0,
        "MADV_RANDOM": 1,
        "MADV_SEQUENTIAL": 2,
        "MADV_WILLNEED": 3,
        "MADV_DONTNEED": 4,
        "MADV_FREE": 8,
        "MADV_REMOVE": 9,
        "MADV_DONTFORK": 10,
        "MADV_DOFORK": 11,
        "MADV_MERGEABLE": 12,
        "MADV_UNMERGEABLE": 13,
        "MADV_HUGEPAGE": 14,
        "MADV_NOHUGEPAGE": 15,
        "MADV_DONTDUMP": 16,
        "MADV_DODUMP": 17,
        "MADV_WIPEONFORK": 18,
        "MADV_KEEPONFORK": 19,
        "MADV_COLD": 20,
        "MADV_PAGEOUT": 21,
        "MADV_POPULATE_READ": 22,
        "MADV_POPULATE_WRITE": 23,
        "MADV_COLLAPSE": 25,
        "MADV_HWPOISON": 100,
        "MADV_SOFT_OFFLINE": 101,
        // membarrier(2)
        "MEMBARRIER_CMD_QUERY": 0,
        "MEMBARRIER_CMD_GLOBAL": 1,
        "MEMBARRIER_CMD_GLOBAL_EXPEDITED": 2,
        "MEMBARRIER_CMD_REGISTER_GLOBAL_EXPEDITED": 4,
        "MEMBARRIER_CMD_PRIVATE_EXPEDITED": 8,
        "MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED": 16,
        // futex(2)
        "FUTEX_LOCK_PI": 6,
        "FUTEX_UNLOCK_PI": 7,
        "FUTEX_TRYLOCK_PI": 8,
        "FUTEX_WAIT_REQUEUE_PI": 11,
        "FUTEX_CMP_REQUEUE_PI": 12,
        "FUTEX_LOCK_PI2": 13,
        // sched(7)
        "SCHED_OTHER": 0,
        // getpriority(2)
        "PRIO_PROCESS": 0,
        "PRIO_PGRP": 1,
        "PRIO_USER": 2,
        // getrlimit(2)
        "RLIMIT_CORE": 4,
        // ioctl(2), ioctl_tty(2), ioctl_console(2), ioctl_ficlonerange(2), linux/fs.h, linux/fiemap.h
        "TIOCSTI": 0x5412,
        "TIOCLINUX": 0x541c,
        "FIONREAD": 0x541b,
        "FIONBIO": 0x5421,
        "FIONCLEX": 0x5450,
        "FIOCLEX": 0x5451,
        "FIOASYNC": 0x5452,
        "FICLONE": 0x4004_9409,
        "FIDEDUPERANGE": 0xc018_9436,
        "FS_IOC_FIEMAP": 0xc020_660b,
        "FS_IOC_SETFLAGS": 0x4008_6602,
        "NS_GET_USERNS": 0xb701,
        "NS_GET_PARENT": 0xb702,
        // prctl(2)
        "PR_SET_PDEATHSIG": 1,
        "PR_GET_PDEATHSIG": 2,
        "PR_GET_DUMPABLE": 3,
        "PR_SET_DUMPABLE": 4,
        "PR_SET_NAME": 15,
        "PR_GET_NAME": 16,
        "PR_SET_SECCOMP": 22,
        "PR_CAPBSET_READ": 23,
        "PR_CAPBSET_DROP": 24,
        "PR_SET_SECUREBITS": 28,
        "PR_SET_TIMERSLACK": 29,
        "PR_GET_TIMERSLACK": 30,
        "PR_SET_MM": 35,
        "PR_SET_CHILD_SUBREAPER": 36,
        "PR_GET_CHILD_SUBREAPER": 37,
        "PR_SET_NO_NEW_PRIVS": 38,
        "PR_GET_NO_NEW_PRIVS": 39,
        "PR_GET_TID_ADDRESS": 40,
        "PR_SET_THP_DISABLE": 41,
        "PR_GET_THP_DISABLE": 42,
        "PR_CAP_AMBIENT": 47,
        "PR_SVE_SET_VL": 50,
        "PR_SVE_GET_VL": 51,
        "PR_SET_SPECULATION_CTRL": 53,
        "PR_SET_SYSCALL_USER_DISPATCH": 59,
        "PR_SCHED_CORE": 62,
        "PR_SET_MEMORY_MERGE": 67,
        "PR_SET_VMA": 0x5356_4d41,
        // arch_prctl(2)
        "ARCH_SET_GS": 0x1001,
        "ARCH_SET_FS": 0x1002,
        "ARCH_GET_FS": 0x1003,
        "ARCH_GET_GS": 0x1004,
        "ARCH_CET_STATUS": 0x3001,
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
