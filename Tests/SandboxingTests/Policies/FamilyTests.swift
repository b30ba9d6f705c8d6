import Glibc
import Linux
import Sandboxing
import Testing

/// What the delivered policies decide, said once more and independently of their files.
@Suite struct FamilyTests {
    /// What only an attack wants.
    private static let attacks = [
        "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "pidfd_getfd", "kcmp", "move_pages",
        "migrate_pages", "bpf", "perf_event_open", "userfaultfd", "keyctl", "add_key", "request_key", "mount",
        "umount2", "pivot_root", "chroot", "move_mount", "open_tree", "fsopen", "fsconfig", "fsmount", "fspick",
        "mount_setattr", "open_by_handle_at", "setns", "init_module", "finit_module", "delete_module", "kexec_load",
        "kexec_file_load", "reboot", "swapon", "swapoff", "iopl", "ioperm", "acct", "quotactl", "quotactl_fd",
        "settimeofday", "clock_settime", "sethostname", "setdomainname", "syslog", "lookup_dcookie", "vhangup",
    ]

    @Test(arguments: attacks)
    func `an attack's call ends the box in every family`(call: String) throws {
        for family in Families.all {
            let answer = try Families.answer(family, to: call)
            #expect(answer == .notify || answer == nil, "\(family)")
        }
    }

    /// What runtimes ask for and live without, and what they hear.
    private static let refusals: [(String, CInt)] = [
        ("socket", EACCES), ("connect", EACCES), ("bind", EACCES), ("listen", EACCES), ("accept", EACCES),
        ("accept4", EACCES), ("sendmmsg", EACCES), ("recvmmsg", EACCES), ("setsockopt", EACCES), ("sendmsg", EACCES),
        ("clone3", ENOSYS), ("io_uring_setup", ENOSYS), ("io_uring_enter", ENOSYS), ("io_uring_register", ENOSYS),
        ("io_setup", ENOSYS), ("splice", ENOSYS), ("vmsplice", ENOSYS), ("tee", ENOSYS), ("memfd_secret", ENOSYS),
        ("modify_ldt", ENOSYS), ("landlock_create_ruleset", ENOSYS), ("uselib", ENOSYS),
        ("seccomp", EPERM), ("fanotify_init", EPERM), ("name_to_handle_at", EPERM), ("mbind", EPERM),
        ("set_mempolicy", EPERM), ("mq_open", EPERM), ("adjtimex", EPERM),
        ("clock_adjtime", EPERM), ("ioprio_set", EPERM), ("setxattr", EOPNOTSUPP), ("removexattr", EOPNOTSUPP),
        ("openat2", ENOSYS),
        ("shmget", ENOSYS), ("semtimedop", ENOSYS), ("msgrcv", ENOSYS), ("mincore", ENOSYS), ("futex_waitv", ENOSYS),
        ("inotify_init1", EPERM), ("inotify_add_watch", EPERM),
        ("sched_setparam", EPERM), ("sched_setattr", EPERM),
    ]

    @Test(arguments: refusals)
    func `a call that runtimes probe fails and nothing more`(call: String, errno: CInt) throws {
        for family in Families.all {
            let answer = try Families.answer(family, to: call)
            #expect(answer == .fail(errno) || answer == nil, "\(family)")
        }
    }

    /// What succeeds without being done, because it would be done to the host.
    private static let pretences = [
        "fsync", "fdatasync", "sync_file_range", "sync", "syncfs", "readahead", "fadvise64",
        "sched_setaffinity",
    ]

    @Test(arguments: pretences)
    func `a call for the host's disks or its page cache does nothing and succeeds`(call: String) throws {
        for family in Families.all {
            #expect(try Families.answer(family, to: call) == .pretend, "\(family)")
        }
    }

    @Test func `a lock is refused, and made believe to compilers, which are alone with their files`() throws {
        for family in Families.all {
            let expected: FilterMachine.Action = family == "compiler" ? .pretend : .fail(ENOLCK)
            #expect(try Families.answer(family, to: "flock") == expected, "\(family)")
        }
    }

    /// The call, the families that have it, and what the others hear.
    private static let differences: [(String, Set<String>, CInt)] = [
        ("recvmsg", ["managed"], EACCES),
        ("pkey_alloc", ["managed"], ENOSYS),
    ]

    @Test(arguments: differences)
    func `a family has what its languages use`(call: String, families: Set<String>, errno: CInt) throws {
        for family in Families.all {
            let expected: FilterMachine.Action = families.contains(family) ? .allow : .fail(errno)
            #expect(try Families.answer(family, to: call) == expected, "\(family)")
        }
    }

    @Test func `nobody has forgotten a call`() throws {
        let policy = try Families.load("common")
        // 450 is the last call of Linux 5.17, which every libseccomp from 2.5.4 on knows. Later ones are refused unseen.
        for number in 0...450 {
            let name = SystemCallNames.name(of: number)
            let isNamed = SystemCallNames.resolve(name) == .number(number)
            #expect(policy.decisions[number] != nil || !isNamed, "\(name)")
        }
        #expect(policy.decisions.count > 300)
        #expect(policy.decision(about: 451) == .refuse(.init(ENOSYS)))
    }
}
