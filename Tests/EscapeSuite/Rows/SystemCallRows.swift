import Core
import SandboxTesting

extension HostileProgram {
    /// Programs that ask the kernel for what only an attack wants, and for what is merely refused.
    static let systemCalls: [HostileProgram] = [
        HostileProgram("SystemCalls/trace", ["self"], meets: .isForbidden("ptrace")),
        HostileProgram("SystemCalls/trace", ["child"], meets: .isForbidden("ptrace")),
        HostileProgram("SystemCalls/trace", ["init"], meets: .isForbidden("ptrace")),
        HostileProgram("SystemCalls/wide_family", ["socket"], meets: .says("socket refused EACCES")),
        HostileProgram("SystemCalls/wide_family", ["terminal"], meets: .says("terminal refused EPERM")),
        HostileProgram("SystemCalls/wide_family", ["clone"], meets: .isForbidden("clone")),
        HostileProgram("SystemCalls/wide_family", ["unshare"], meets: .isForbidden("unshare")),
        HostileProgram("SystemCalls/x32", meets: .dies(of: "SYS")),
        HostileProgram("SystemCalls/i386", meets: .dies(of: "SYS")),
        HostileProgram("SystemCalls/own_filter", ["prctl"], meets: .says("prctl EPERM", "socket refused EACCES")),
        HostileProgram("SystemCalls/own_filter", ["seccomp"], meets: .says("seccomp EPERM", "socket refused EACCES")),
        HostileProgram(
            "SystemCalls/own_filter",
            ["listener"],
            meets: .says("listener refused EPERM", "socket refused EACCES")
        ),
        HostileProgram("SystemCalls/handles", ["name"], meets: .says("name refused EPERM")),
        HostileProgram("SystemCalls/handles", ["open"], meets: .isForbidden("open_by_handle_at")),
        HostileProgram(
            "SystemCalls/page_cache",
            meets: .says(
                "openat2 refused ENOSYS",
                "plain 64",
                "preadv2 refused EOPNOTSUPP",
                "pwritev2 refused EOPNOTSUPP"
            )
        ),
        HostileProgram(
            "SystemCalls/disks",
            meets: .says("syncfs 0", "fsync 0", "fdatasync 0", "readahead 0", "fadvise64 0", "msync 0")
        ),
        HostileProgram("SystemCalls/status", meets: .says(powerless)),
        HostileProgram(
            "SystemCalls/capabilities",
            meets: .says(
                "capset refused EPERM",
                "ambient refused EPERM",
                "keep refused EPERM",
                "new privileges refused EINVAL",
                "securebits refused EPERM"
            )
        ),
        HostileProgram(
            "SystemCalls/ids",
            meets: .says(
                "setuid 0 refused EPERM",
                "setgid 0 refused EPERM",
                "setreuid 0 refused EPERM",
                "setresuid 0 refused EPERM",
                "setresgid 0 refused EPERM",
                "setgroups refused EPERM",
                "setuid 65534 refused EINVAL",
                "chown refused EPERM",
                "uid 1000 1000 gid 1000 1000 groups 0"
            ),
            // With a single id there is no other to become.
            rootless: .says(
                "setuid 0 refused EINVAL",
                "setgid 0 refused EINVAL",
                "setreuid 0 refused EINVAL",
                "setresuid 0 refused EINVAL",
                "setresgid 0 refused EINVAL",
                "setgroups refused EPERM",
                "setuid 65534 refused EINVAL",
                "chown refused EINVAL",
                "uid 1000 1000 gid 1000 1000 groups 0"
            )
        ),
        HostileProgram(
            "SystemCalls/controls",
            meets: .says(
                "seccomp off refused EPERM",
                "new privileges refused EINVAL",
                "bounding set refused EPERM",
                "memory map refused EPERM",
                "dumpable 1",
                "no new privileges 1"
            )
        ),
        HostileProgram(
            "SystemCalls/newer",
            meets: .says(
                "epoll_pwait3 refused ENOSYS",
                "landlock_create_ruleset refused ENOSYS",
                "landlock_add_rule refused ENOSYS",
                "landlock_restrict_self refused ENOSYS",
                "memfd_secret refused ENOSYS",
                "process_mrelease refused ENOSYS",
                "cachestat refused ENOSYS",
                "fchmodat2 refused ENOSYS",
                "map_shadow_stack refused ENOSYS",
                "futex_wake refused ENOSYS",
                "futex_wait refused ENOSYS",
                "futex_requeue refused ENOSYS",
                "statmount refused ENOSYS",
                "listmount refused ENOSYS",
                "lsm_get_self_attr refused ENOSYS",
                "lsm_set_self_attr refused ENOSYS",
                "lsm_list_modules refused ENOSYS",
                "mseal refused ENOSYS",
                "setxattrat refused ENOSYS",
                "getxattrat refused ENOSYS",
                "listxattrat refused ENOSYS",
                "removexattrat refused ENOSYS",
                "open_tree_attr refused ENOSYS",
                "file_getattr refused ENOSYS",
                "file_setattr refused ENOSYS",
                "listns refused ENOSYS",
                "the next refused ENOSYS"
            )
        ),
        HostileProgram(
            "SystemCalls/memfd_exec",
            meets: .isForbidden("unshare", saying: "executing\nsocket refused EACCES\nshadow refused ENOENT\n")
        ),
        HostileProgram("SystemCalls/far_call", meets: .dies(of: "SYS")),
        HostileProgram("SystemCalls/vsyscall", meets: .says("0 harmless", "1 harmless", "2 harmless")),
        HostileProgram(
            "SystemCalls/dispatch",
            meets: .says("socket from the handler refused", "socket refused EACCES")
        ),
        HostileProgram("SystemCalls/frames", meets: .says("0 ends the child", "1 ends the child", "2 ends the child")),
        HostileProgram(
            "SystemCalls/segments",
            meets: .says(
                "fs refused EPERM",
                "gs refused EPERM",
                "unknown refused EINVAL",
                "sequence refused EINVAL",
                "stack 0",
                "list refused EINVAL",
                "number own"
            )
        ),
        HostileProgram(
            "SystemCalls/controls_more",
            meets: .says(
                "memory map refused EPERM",
                "core scheduling refused EPERM",
                "filter refused EPERM",
                "disk writer refused EPERM",
                "merging refused EPERM",
                "securebits refused EPERM",
                "tracer refused EPERM",
                "own: 0 0 0 0"
            )
        ),
        HostileProgram("SystemCalls/file_ioctls", meets: .says("refused 33")),
        HostileProgram(
            "SystemCalls/entropy",
            meets: .says(
                "add refused ENOTTY",
                "count refused ENOTTY",
                "clear refused ENOTTY",
                "zap refused ENOTTY",
                "seed refused ENOTTY",
                "full refused ENOSPC",
                "mode refused EROFS",
                "owner refused EROFS"
            )
        ),
        HostileProgram("SystemCalls/uprobe", meets: .says("335 harmless", "336 harmless")),
    ]

    /// The first process of a box, as the kernel describes it.
    private static let powerless = [
        "Pid:\t2",
        "PPid:\t1",
        "TracerPid:\t0",
        "Uid:\t1000\t1000\t1000\t1000",
        "Gid:\t1000\t1000\t1000\t1000",
        "Groups:\t ",
        "NStgid:\t2",
        "NSpid:\t2",
        "NSpgid:\t2",
        "NSsid:\t2",
        "SigBlk:\t0000000000000000",
        "SigIgn:\t0000000000000000",
        "SigCgt:\t0000000000000000",
        "CapInh:\t0000000000000000",
        "CapPrm:\t0000000000000000",
        "CapEff:\t0000000000000000",
        "CapBnd:\t0000000000000000",
        "CapAmb:\t0000000000000000",
        "NoNewPrivs:\t1",
        "Seccomp:\t2",
        "umask 022 a session of its own yes",
    ]

    /// Calls that end the box.
    private static let forbidden = [
        "acct", "add_key", "bpf", "chroot", "clock_settime", "delete_module", "finit_module", "fsconfig", "fsmount",
        "fsopen", "fspick", "init_module", "ioperm", "iopl", "kcmp", "kexec_file_load", "kexec_load", "keyctl",
        "lookup_dcookie", "migrate_pages", "mount", "mount_setattr", "move_mount", "move_pages", "open_by_handle_at",
        "open_tree", "perf_event_open", "pidfd_getfd", "pivot_root", "process_madvise", "process_vm_readv",
        "process_vm_writev", "ptrace", "quotactl", "quotactl_fd", "reboot", "request_key", "setdomainname",
        "sethostname", "setns", "settimeofday", "swapoff", "swapon", "syslog", "umount2", "unshare", "userfaultfd",
        "vhangup",
    ]

    /// Calls that a harmless program may try.
    private static let notPermitted = [
        "adjtimex", "clock_adjtime", "fanotify_init", "mq_open", "name_to_handle_at", "personality",
    ]

    /// Calls that a box does not have.
    private static let unknown = [
        "clone3", "io_setup", "io_uring_enter", "io_uring_register", "io_uring_setup", "memfd_secret", "modify_ldt",
        "process_mrelease", "uselib", "ustat", "_sysctl", "newest", "unknown",
    ]

    /// One row for each call by its name.
    static let callsByName: [HostileProgram] =
        forbidden.map { HostileProgram("SystemCalls/call", [$0], meets: .isForbidden($0)) }
        + notPermitted.map { HostileProgram("SystemCalls/call", [$0], meets: .says("\($0) refused EPERM")) }
        + unknown.map { HostileProgram("SystemCalls/call", [$0], meets: .says("\($0) refused ENOSYS")) }
}
