internal import Core
internal import Linux

/// What to do about an error of the kernel's: the end of a line that says what failed.
enum Mend {
    /// What was asked of the kernel, as far as its errors mean different things.
    enum Request {
        /// A cgroup, or something in one.
        case cgroup
        /// A process, a thread, or a namespace.
        case process
        /// A file or directory below the state directory.
        case state
        /// Something in a box, whose file systems are its own.
        case box
    }

    /// The error, and its mend where there is one.
    static func cause(_ error: Errno, of request: Request) -> String {
        mend(error, request).map { "\(error); \($0)" } ?? "\(error)"
    }

    private static func mend(_ error: Errno, _ request: Request) -> String? {
        switch (error, request) {
        case (.tooManyOpenFiles, _): "raise the limit of open files, as in: ulimit -n 1024"
        case (.tooManyOpenFilesInSystem, _): "raise the machine's limit of open files: sysctl fs.file-max"
        case (.noMemory, _): "free memory on this machine"
        case (.denied, .cgroup), (.notPermitted, .cgroup):
            "run as root, or give this user a delegated cgroup (assay doctor says how)"
        case (.again, .cgroup): "raise cgroup.max.descendants and cgroup.max.depth of the cgroups above it"
        case (.noSpace, .cgroup): "remove cgroups that nobody uses: the kernel has no more to give"
        case (.again, .process), (.again, .box): "raise the limit of processes: ulimit -u, or pids.max of our cgroup"
        case (.noSpace, .process): "raise the limits in /proc/sys/user, as in: sysctl -w user.max_user_namespaces=10000"
        case (.noSpace, .state), (.quotaExceeded, .state):
            "make room in the state directory's file system, or set ASSAY_STATE to another directory"
        case (.denied, .state), (.notPermitted, .state), (.readOnly, .state):
            "make the state directory writable for us, or set ASSAY_STATE to another one"
        default: nil
        }
    }
}

extension ExecutorFailure {
    /// A failure with the kernel's error and what to do about it.
    init(_ operation: String, _ subject: String, _ error: Errno, of request: Mend.Request) {
        self.init(operation: operation, subject: subject, cause: Mend.cause(error, of: request))
    }
}
