import Glibc
import Linux

/// A command of the host's that these tests need done.
enum HostCommand {
    /// Runs the program at `path`; throws when it does not end with code 0.
    static func run(_ path: String, _ arguments: [String]) throws(Errno) {
        guard let program = HostDirectory.resolve(path) else { throw .missing }
        let null = try Descriptor.open("/dev/null", O_RDWR)
        let executable = try Descriptor.open(program)
        let child = try ChildProcess(
            executable: executable.number,
            arguments: [program] + arguments,
            environment: ["PATH=/usr/bin:/bin"],
            input: null.number,
            output: null.number,
            error: STDERR_FILENO
        )
        guard try child.wait() == .exited(0) else { throw .invalid }
    }
}
