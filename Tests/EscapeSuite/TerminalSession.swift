import Core
import Glibc
import Linux
import SandboxTesting

/// `assay`, as it was built with these tests, run by somebody at a terminal.
enum TerminalSession {
    /// What came of a command.
    struct Result: Sendable {
        /// Its exit code; nil when a signal ended it.
        let code: Int?
        /// Every byte that the terminal got.
        let shown: [UInt8]

        /// It as text.
        var text: String { String(decoding: shown, as: UTF8.self) }
    }

    /// Runs `assay` with these arguments, on a terminal that calls itself `terminal`, or has no name.
    ///
    /// - Throws: `ExecutorFailure` when there is no terminal, or the program is not there.
    static func run(
        _ arguments: [String],
        terminal: String? = "xterm-256color",
        environment: [String: String] = [:]
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            do {
                try Linux.Thread.start {
                    continuation.resume(
                        with: Swift.Result { try runAndWait(arguments, terminal: terminal, environment: environment) }
                    )
                }
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }

    private static let patience: UInt64 = 240_000_000_000

    private static func runAndWait(
        _ arguments: [String],
        terminal: String?,
        environment: [String: String]
    ) throws -> Result {
        let scratch = try ScratchDirectory.shared.get()
        let number = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard number >= 0 else { throw Errno.last }
        let master = Descriptor(owning: number)
        var name = [CChar](repeating: 0, count: 128)
        guard grantpt(number) == 0, unlockpt(number) == 0, ptsname_r(number, &name, name.count) == 0 else {
            throw Errno.last
        }
        let path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let program = SandboxUnderTest.jailer.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/assay"
        let own = HostEnvironment.variables()
        var variables = [
            "PATH": own["PATH", default: "/usr/bin:/bin"], "HOME": own["HOME", default: scratch],
            "ASSAY_STATE": scratch + "/terminal-state", "ASSAY_SANDBOXES": SandboxUnderTest.sandboxes,
            "LANG": "C.UTF-8",
        ]
        if let terminal { variables["TERM"] = terminal }
        variables.merge(environment) { $1 }
        let child = try start(program, arguments, variables, path)
        return try follow(child, master)
    }

    private static func start(
        _ program: String,
        _ arguments: [String],
        _ variables: [String: String],
        _ terminal: String
    ) throws -> ChildProcess {
        let executable = try Descriptor.open(program)
        let slave = try Descriptor.open(terminal, O_RDWR | O_NOCTTY)
        return try ChildProcess(
            executable: executable.number,
            arguments: ["assay"] + arguments,
            environment: variables.map { "\($0)=\($1)" }.sorted(),
            input: slave.number,
            output: slave.number,
            error: slave.number,
            cgroup: try cgroup()?.number ?? -1
        )
    }

    /// Where it is to be born: on cgroup v2 not in our own cgroup, in which it could make none.
    private static func cgroup() throws -> Descriptor? {
        let cgroups = SandboxUnderTest.cgroups()
        guard cgroups.count == 1, let own = cgroups.first, let slash = own.lastIndex(of: "/") else { return nil }
        let directory = own[..<slash] + "/escape-terminal-\(getpid())"
        if mkdir(String(directory), 0o755) != 0, errno != EEXIST { throw Errno.last }
        return try Descriptor.open(String(directory), O_RDONLY | O_DIRECTORY)
    }

    private static func follow(_ child: borrowing ChildProcess, _ master: borrowing Descriptor) throws -> Result {
        var shown: [UInt8] = []
        let end = Clock.nanoseconds + patience
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            var poll = Poll()
            poll.add(master.number)
            guard try poll.wait(nanoseconds: end > Clock.nanoseconds ? end - Clock.nanoseconds : 0) else {
                child.send(signal: SIGKILL)
                break
            }
            // EIO: nobody has the other side any more.
            let count = read(master.number, &buffer, buffer.count)
            if count <= 0 { break }
            shown += buffer.prefix(count)
        }
        guard case .exited(let code) = try child.wait() else { return Result(code: nil, shown: shown) }
        return Result(code: code, shown: shown)
    }
}

extension TerminalSession.Result {
    /// What is in it that a terminal obeys, other than what we ask of one ourselves: the colours of verdicts, and the line
    /// that is written over.
    var orders: [String] {
        var found: [String] = []
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar.value {
            case 9, 10: continue
            case 13:
                // Before a line's end the terminal itself has put it there; else it must take the line back at once.
                if let next = rest.first, next != "\n", next != "\u{1B}", next != "\r" { found.append("a return") }
            case 0x1B:
                let sequence = rest.prefix(6)
                let own = ["[0m", "[1m", "[2m", "[31m", "[32m", "[33m", "[K"]
                if let match = own.first(where: { String(String.UnicodeScalarView(sequence)).hasPrefix($0) }) {
                    rest = rest.dropFirst(match.unicodeScalars.count)
                } else {
                    found.append("an escape sequence: \(String(String.UnicodeScalarView(sequence)).debugDescription)")
                }
            case 0..<32, 127..<160: found.append("control \(scalar.value)")
            case 0x202A...0x202E, 0x2066...0x2069: found.append("a mark that turns text round: \(scalar.value)")
            default: continue
            }
        }
        return found
    }
}
