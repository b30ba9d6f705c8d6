import Glibc
import Linux

/// Commands of the machine itself, as somebody at a terminal would give them.
enum HostShell {
    /// Runs a line by bash with exactly this environment, and waits for its end.
    static func run(_ line: String, environment: [String: String]) throws -> BuiltProgram.Result {
        let executable = try Descriptor.open("/bin/bash")
        let input = try Descriptor.open("/dev/null")
        let output = try MemoryFile.make("output")
        let error = try MemoryFile.make("error")
        let child = try ChildProcess(
            executable: executable.number,
            arguments: ["bash", "-c", line],
            environment: environment.map { "\($0)=\($1)" },
            input: input.number,
            output: output.number,
            error: error.number
        )
        let end = try child.wait()
        guard case .exited(let code) = end else { throw BuiltProgram.Killed(end: end) }
        return BuiltProgram.Result(
            code: code,
            output: try BuiltProgram.text(of: output),
            error: try BuiltProgram.text(of: error)
        )
    }
}
