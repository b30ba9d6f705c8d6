import FoundationEssentials
import Glibc
import Linux

/// The program as it was built with these tests, run as somebody at a terminal would run it.
enum BuiltProgram {
    /// What came of a call.
    struct Result {
        let code: Int
        let output: String
        let error: String
    }

    /// Runs `assay` with these arguments and exactly this environment, and waits for its end.
    static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Result {
        let executable = try Descriptor.open(try path())
        let input = try Descriptor.open("/dev/null")
        let output = try MemoryFile.make("output")
        let error = try MemoryFile.make("error")
        let process = try ChildProcess(
            executable: executable.number,
            arguments: ["assay"] + arguments,
            environment: environment.map { "\($0)=\($1)" },
            input: input.number,
            output: output.number,
            error: error.number
        )
        let end = try process.wait()
        guard case .exited(let code) = end else { throw Killed(end: end) }
        return Result(code: code, output: try text(of: output), error: try text(of: error))
    }

    struct Killed: Error {
        let end: ChildProcess.End
    }

    struct NotBuilt: Error {
        let path: String
    }

    /// It is in the directory of the test bundle.
    private static func path() throws -> String {
        for start in [HostEnvironment.executable(), HostDirectory.resolve(CommandLine.arguments[0])] {
            guard let start, let slash = start.lastIndex(of: "/") else { continue }
            let candidate = start[..<slash] + "/assay"
            if HostDirectory.isExecutable(String(candidate)) { return String(candidate) }
        }
        throw NotBuilt(path: CommandLine.arguments[0])
    }

    private static func text(of file: borrowing Descriptor) throws -> String {
        let size = Int(try file.status().st_size)
        return String(decoding: try file.read(at: 0, upTo: size), as: UTF8.self)
    }
}
