import Glibc
import Sandboxing

/// One system call of a run: who makes it, which it is, and how often that one has made it before.
struct FaultPoint: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The tracer's name of it, such as `serve`, `init2` or `program1`; a judge's, in a conversation, begin with `partner-`.
    var role: String
    /// The call's number.
    var call: Int
    /// 1 is the first.
    var occurrence: Int

    /// The call's name.
    var name: String { SystemCallNames.name(of: call) }
    /// Whether it is a partner's, whose jailer and boxes are made as all others.
    var isPartners: Bool { role.hasPrefix("partner-") }
    /// Whether it is the program's process before its `execve`.
    var isPrograms: Bool { role.hasPrefix("program") || role.hasPrefix("partner-program") }
    var description: String { "\(role) \(name) #\(occurrence)" }

    static func < (left: FaultPoint, right: FaultPoint) -> Bool {
        (left.role, left.name, left.occurrence) < (right.role, right.name, right.occurrence)
    }
}

/// What happens at a point.
struct Fault: Hashable, Sendable, CustomStringConvertible {
    var point: FaultPoint
    /// What the call gives instead of being made; 0: who makes it is killed.
    var error: CInt

    var description: String {
        let what = error == 0 ? "killed" : strerrorname_np(error).map { String(cString: $0) } ?? "errno \(error)"
        return "\(point) \(what)"
    }

    /// Calls that ask for memory: whoever cannot have any can do nothing more than end.
    static let memoryCalls: Set<String> = ["brk", "mmap", "mprotect", "mremap", "munmap", "madvise"]
}

/// What each call may give, by `man 2`: something that forbids, something that is used up, and an interruption where
/// there can be one.
enum FaultErrors {
    /// The errors of `call`.
    static func of(_ call: String) -> [CInt] { table[call] ?? [EPERM, ENOMEM] }

    /// Calls that cannot come back, or whose failure nobody could notice.
    static let ignored: Set<String> = ["exit", "exit_group", "rt_sigreturn", "restart_syscall"]

    /// Calls that libc makes for itself, or that matter only where they matter to others as well.
    static let ofLibrary: Set<String> = [
        "brk", "mmap", "mprotect", "munmap", "getrandom", "gettid", "rseq", "set_robust_list", "set_tid_address",
        "arch_prctl", "readlink", "close", "umask", "getpid",
    ]

    private static let table: [String: [CInt]] = {
        var table: [String: [CInt]] = [:]
        func add(_ calls: String, _ errors: CInt...) {
            for call in calls.split(separator: " ") { table[String(call)] = errors }
        }
        add("brk mmap mprotect mremap munmap madvise", ENOMEM)
        add("openat open", EACCES, EMFILE, ENOENT)
        // EACCES is what a file that its owner may not read gives: the program's own doing.
        add("openat2", EMFILE, ENOMEM)
        add("read pread64", EIO, EINTR)
        add("write", ENOSPC, EIO, EINTR)
        add("pwrite64", EBUSY, EIO, EINTR)
        add("sendmsg", ENOBUFS, EPIPE, EINTR)
        add("recvmsg", ENOMEM, EINTR)
        add("ppoll", ENOMEM, EINTR)
        add("splice sendfile", ENOMEM, EIO, EINTR)
        add("ioctl", EINTR, ENOENT)
        add("close", EIO, EINTR)
        add("close_range dup3 fcntl", EMFILE, ENOMEM)
        add("pipe2 socketpair memfd_create pidfd_open", EMFILE, ENFILE)
        add("clone clone3 fork vfork", EAGAIN, ENOMEM)
        add("execve", ENOENT, ENOMEM)
        add("wait4 waitid", ECHILD, EINTR)
        // ESRCH is what they give when there is nobody: where somebody is, it cannot be.
        add("kill pidfd_send_signal", EPERM)
        add("mount move_mount open_tree mount_setattr pivot_root umount2", EPERM, ENOMEM, EINVAL)
        add("setns unshare", EPERM, ENOSPC)
        add("mkdir mkdirat", EACCES, ENOSPC, ENOMEM)
        add("rmdir unlink unlinkat", EBUSY, EROFS)
        add("chdir fchdir symlink", EACCES, ENOSPC)
        add("chmod fchmod chown fchown fchownat ftruncate", EPERM, EROFS)
        add("prctl capset capget", EPERM, EINVAL)
        add("setresuid setresgid setgroups", EPERM, EAGAIN)
        add("prlimit64 setrlimit getrlimit setpriority getpriority", EPERM, EINVAL)
        add("seccomp", EINVAL, ENOMEM)
        add("getdents64", EIO, ENOMEM)
        return table
    }()
}
