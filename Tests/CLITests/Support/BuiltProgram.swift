import FoundationEssentials
import Glibc
import Linux

/// The program as it was built with these tests, run as somebody at a terminal would run it.
struct BuiltProgram: ~Copyable {
    /// What came of a call.
    struct Result {
        let code: Int
        let output: String
        let error: String
    }

    struct Killed: Error {
        let end: ChildProcess.End
    }

    struct NotBuilt: Error {
        let path: String
    }

    struct EndedTooSoon: Error {}

    let child: ChildProcess
    private let output: Descriptor
    private let error: Descriptor

    /// Starts `assay` with these arguments and exactly this environment, by a program that executes it where there is one.
    static func start(
        _ arguments: [String],
        environment: [String: String] = [:],
        under: [String] = []
    ) throws -> BuiltProgram {
        let path = try path()
        let executable = try Descriptor.open(under.first ?? path)
        let input = try Descriptor.open("/dev/null")
        let output = try MemoryFile.make("output")
        let error = try MemoryFile.make("error")
        let child = try ChildProcess(
            executable: executable.number,
            arguments: (under.isEmpty ? ["assay"] : under + [path]) + arguments,
            environment: environment.map { "\($0)=\($1)" },
            input: input.number,
            output: output.number,
            error: error.number
        )
        return BuiltProgram(child: child, output: output, error: error)
    }

    /// Runs `assay` with these arguments and exactly this environment, and waits for its end.
    static func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        under: [String] = []
    ) throws -> Result {
        let program = try start(arguments, environment: environment, under: under)
        let end = try program.child.wait()
        guard case .exited(let code) = end else { throw Killed(end: end) }
        return Result(code: code, output: try text(of: program.output), error: try text(of: program.error))
    }

    /// Returns when the program has that many threads, and so has blocked the signals that it answers.
    borrowing func awaitThreads(atLeast count: Int) throws {
        while true {
            // Five milliseconds, or its end.
            var end = pollfd(fd: child.pidfd.number, events: Int16(POLLIN), revents: 0)
            guard poll(&end, 1, 5) == 0 else { throw EndedTooSoon() }
            let threads = try? HostDirectory.entries(of: "/proc/\(child.pid)/task").count
            if let threads, threads >= count { return }
        }
    }

    /// Returns when it has written `text` to standard error.
    borrowing func awaitError(_ text: String) throws { try awaitIn(error, text) }

    /// Whether it has written `text` to standard error.
    borrowing func hasTold(_ text: String) throws -> Bool { try Self.text(of: error).contains(text) }

    /// Returns when it has written `text` to standard output.
    borrowing func awaitOutput(_ text: String) throws { try awaitIn(output, text) }

    /// Returns after a moment, for whoever asks it again and again.
    borrowing func pause() throws {
        var end = pollfd(fd: child.pidfd.number, events: Int16(POLLIN), revents: 0)
        guard poll(&end, 1, 20) == 0 else { throw EndedTooSoon() }
    }

    /// Returns the port of loopback at which `serve` says that it is ready.
    borrowing func awaitPort() throws -> Int {
        let start = "ready: http://127.0.0.1:"
        try awaitOutput(start)
        while true {
            // The line is written at once, but nothing says that it is seen at once.
            let parts = try Self.text(of: output).split(separator: start, omittingEmptySubsequences: false)
            if parts.count > 1, let end = parts[1].firstIndex(of: " "), let port = Int(parts[1][..<end]) { return port }
            try pause()
        }
    }

    private borrowing func awaitIn(_ file: borrowing Descriptor, _ text: String) throws {
        while true {
            var end = pollfd(fd: child.pidfd.number, events: Int16(POLLIN), revents: 0)
            let hasEnded = poll(&end, 1, 5) != 0
            if try Self.text(of: file).contains(text) { return }
            if hasEnded { throw EndedTooSoon() }
        }
    }

    /// Returns when there are that many lines in the file at `path`, or it has ended before.
    borrowing func awaitLines(_ count: Int, in path: String) throws {
        while true {
            var end = pollfd(fd: child.pidfd.number, events: Int16(POLLIN), revents: 0)
            if poll(&end, 1, 1) != 0 { return }
            let lines = (try? HostFile.read(path))?.count { $0 == UInt8(ascii: "\n") } ?? 0
            if lines >= count { return }
        }
    }

    /// Waits for its end.
    borrowing func end() throws -> (end: ChildProcess.End, error: String) {
        let end = try child.wait()
        return (end, try Self.text(of: error))
    }

    /// Sends it a signal.
    borrowing func send(_ signal: CInt) { child.send(signal: signal) }

    /// It is in the directory of the test bundle.
    private static func path() throws -> String {
        for start in [HostEnvironment.executable(), HostDirectory.resolve(CommandLine.arguments[0])] {
            guard let start, let slash = start.lastIndex(of: "/") else { continue }
            let candidate = start[..<slash] + "/assay"
            if HostDirectory.isExecutable(String(candidate)) { return String(candidate) }
        }
        throw NotBuilt(path: CommandLine.arguments[0])
    }

    static func text(of file: borrowing Descriptor) throws -> String {
        let size = Int(try file.status().st_size)
        return String(decoding: try file.read(at: 0, upTo: size), as: UTF8.self)
    }
}
