internal import Glibc

/// This process and its machine.
public enum Processes {
    /// Our number in our PID namespace.
    public static var ownNumber: Int { Int(getpid()) }

    /// Whether a process has this number in our PID namespace; one that has ended and that nobody has waited for counts
    /// (`kill`(2) with signal 0).
    public static func isThere(_ number: Int) -> Bool {
        guard let number = pid_t(exactly: number), number > 0 else { return false }
        return kill(number, 0) == 0 || errno != ESRCH
    }

    /// The processors that are online.
    public static var processorCount: Int { max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))) }

    /// How nice we are (`getpriority`(2)).
    public static func niceness() throws(Errno) -> CInt {
        // -1 is a niceness, too.
        errno = 0
        let value = getpriority(PRIO_PROCESS, 0)
        if value == -1, errno != 0 { throw .last }
        return value
    }

    /// The machine's name (`gethostname`(2)).
    public static var hostName: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "unknown" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The kernel's release, as in `6.1.0-18-amd64`.
    public static var kernelRelease: String {
        let text = (try? KernelText.read("/proc/sys/kernel/osrelease")) ?? []
        return String(decoding: text.filter { $0 > 32 }, as: UTF8.self)
    }

    /// What the kernel calls this kind of machine, as in `x86_64` (`uname`(2)).
    public static var architecture: String {
        var name = utsname()
        guard uname(&name) == 0 else { return "unknown" }
        return withUnsafeBytes(of: name.machine) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }

    /// The name of a signal without `SIG`, as in `SEGV`; a number for one without a name.
    public static func signalName(_ number: Int) -> String {
        sigabbrev_np(CInt(number)).map { String(cString: $0) } ?? "\(number)"
    }
}

/// Signals by number, for modules that do not see Glibc.
public enum Signal {
    /// SIGKILL, which nothing can ignore.
    public static var kill: CInt { SIGKILL }
    /// SIGXFSZ, for writing past `RLIMIT_FSIZE`.
    public static var fileSizeExceeded: Int { Int(SIGXFSZ) }
}

extension Processes {
    /// Whether our hard limit on core files is 0, so that nothing we start can have another.
    public static var hardCoreLimitIsZero: Bool {
        var limit = rlimit()
        return getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_max == 0
    }
}
