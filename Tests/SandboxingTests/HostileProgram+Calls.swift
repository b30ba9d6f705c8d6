import Core

extension HostileProgram {
    /// Programs that ask the kernel for what only an attack wants, and for what is merely refused.
    static let calls: [HostileProgram] =
        forbidden.map { HostileProgram("Calls/call", [$0], meets: .isForbidden($0)) }
        + notPermitted.map { HostileProgram("Calls/call", [$0], meets: .says("\($0) refused EPERM")) }
        + unknown.map { HostileProgram("Calls/call", [$0], meets: .says("\($0) refused ENOSYS")) }
        + [
            HostileProgram("Calls/trace", ["self"], meets: .isForbidden("ptrace")),
            HostileProgram("Calls/trace", ["child"], meets: .isForbidden("ptrace")),
            HostileProgram("Calls/trace", ["init"], meets: .isForbidden("ptrace")),
            HostileProgram("Calls/sockets", meets: .says("refused EACCES 322")),
            HostileProgram("Calls/wide_family", ["socket"], meets: .says("socket refused EACCES")),
            HostileProgram("Calls/wide_family", ["terminal"], meets: .says("terminal refused EPERM")),
            HostileProgram("Calls/wide_family", ["clone"], meets: .isForbidden("clone")),
            HostileProgram("Calls/wide_family", ["unshare"], meets: .isForbidden("unshare")),
            HostileProgram("Calls/x32", meets: .dies(of: "SYS")),
            HostileProgram("Calls/i386", meets: .dies(of: "SYS")),
            HostileProgram("Calls/own_filter", ["prctl"], meets: .says("prctl EPERM", "socket refused EACCES")),
            HostileProgram("Calls/own_filter", ["seccomp"], meets: .says("seccomp EPERM", "socket refused EACCES")),
            HostileProgram(
                "Calls/own_filter",
                ["listener"],
                meets: .says("listener refused EPERM", "socket refused EACCES")
            ),
            HostileProgram("Calls/handles", ["name"], meets: .says("name refused EPERM")),
            HostileProgram("Calls/handles", ["open"], meets: .isForbidden("open_by_handle_at")),
            HostileProgram(
                "Calls/page_cache",
                meets: .says(
                    "openat2 refused ENOSYS",
                    "plain 64",
                    "preadv2 refused EOPNOTSUPP",
                    "pwritev2 refused EOPNOTSUPP"
                )
            ),
            HostileProgram(
                "Calls/disks",
                meets: .says("syncfs 0", "fsync 0", "fdatasync 0", "readahead 0", "fadvise64 0", "msync 0")
            ),
            HostileProgram("Calls/watch", meets: .says("refused EPERM")),
        ]

    /// Programs that want a new view of the world, or somebody else's.
    static let namespaces: [HostileProgram] =
        ["user", "pid", "mount", "ipc", "uts", "net", "cgroup", "all"].map {
            HostileProgram("Calls/namespaces", ["clone", $0], meets: .isForbidden("clone"))
        }
        + ["user", "pid", "mount", "ipc", "uts", "net", "cgroup", "time", "all"].map {
            HostileProgram("Calls/namespaces", ["unshare", $0], meets: .isForbidden("unshare"))
        }
        + [
            HostileProgram(
                "Calls/enter",
                meets: .says(
                    ["user", "pid", "mnt", "ipc", "uts", "net", "cgroup", "time"].map { "\($0) refused ENOENT" }
                )
            )
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
}
