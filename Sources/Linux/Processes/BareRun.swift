internal import Glibc

/// Running a program with nothing around it: the yardstick for what a box costs.
///
/// Never for a program of somebody else's.
public enum BareRun {
    /// What one run took and gave.
    public struct Result: Sendable {
        /// From just before `posix_spawn`(3) until the program was waited for and its output read to the end.
        public var nanoseconds: UInt64
        /// How many bytes it wrote to standard output.
        public var outputCount: Int
        /// Its wait status; 0 is exit code 0.
        public var status: CInt
        /// Its CPU time, user and system (`wait4`(2)).
        public var cpuMicroseconds: Int
    }

    /// Spawns `arguments[0]`, with the file `input` as standard input and a pipe as standard output, and waits for it.
    ///
    /// - Throws: the errno of the call that failed.
    @available(*, noasync)
    public static func run(
        _ arguments: [String],
        environment: [String],
        input: String = "/dev/null"
    ) throws(Errno) -> Result {
        let start = Clock.nanoseconds
        let file = try Descriptor.open(input)
        let pipe = try Pipe()
        let inputNumber = file.number
        let (reader, writer) = pipe.release()
        defer { Descriptor.close([reader]) }
        let pid = spawn(CStrings(arguments), CStrings(environment), inputNumber, writer)
        Descriptor.close([writer])
        guard pid > 0 else { throw Errno(-pid) }
        var count = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = read(reader, &buffer, buffer.count)
            if got < 0 && errno == EINTR { continue }
            if got <= 0 { break }
            count += got
        }
        var status: CInt = 0
        var usage = rusage()
        try checked { wait4(pid, &status, 0, &usage) }
        return Result(
            nanoseconds: Clock.nanoseconds - start,
            outputCount: count,
            status: status,
            cpuMicroseconds: microseconds(usage.ru_utime) + microseconds(usage.ru_stime)
        )
    }

    private static func microseconds(_ time: timeval) -> Int { time.tv_sec * 1_000_000 + Int(time.tv_usec) }

    /// The pid, or the negative errno.
    private static func spawn(_ arguments: CStrings, _ environment: CStrings, _ input: CInt, _ output: CInt) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        // A thread of Swift's pool has almost every signal blocked, and SIGPIPE is ignored here. A program that waits for
        // its own children would wait for ever with that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var pid: pid_t = 0
        let result = arguments.withPointers { arguments in
            environment.withPointers { environment in
                guard let program = arguments[0] else { return EINVAL }
                return posix_spawn(&pid, program, &actions, &attributes, arguments.mutable, environment.mutable)
            }
        }
        return result == 0 ? pid : -result
    }
}

extension UnsafePointer where Pointee == UnsafePointer<CChar>? {
    /// The list as C declares it: without `const`, though nothing changes it.
    fileprivate var mutable: UnsafePointer<UnsafeMutablePointer<CChar>?> {
        UnsafeRawPointer(self).assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
    }
}
