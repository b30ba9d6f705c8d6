import Core
import Glibc
import Linux
import SandboxTesting

/// `assay serve`, as it was built with these tests, for everybody who reaches this machine.
enum ServeSession {
    /// What nobody may have or do without a key.
    static let closed: [(method: String, path: String)] = [
        ("GET", "/v1/submissions"), ("POST", "/v1/submissions"), ("POST", "/v1/runs"), ("GET", "/v1/languages"),
        ("GET", "/v1/problems"), ("POST", "/v1/problems"), ("GET", "/v1/workers"), ("GET", "/metrics"),
        ("GET", "/languages"), ("POST", "/submissions"), ("GET", "/api/v2/runtimes"), ("POST", "/api/v2/execute"),
    ]

    /// Calls it without a key and with one that is none, and once with a key.
    ///
    /// - Returns: what was otherwise than it should be.
    static func deviations() async throws -> [String] {
        try await withCheckedThrowingContinuation { continuation in
            do {
                try Linux.Thread.start { continuation.resume(with: Result { try call() }) }
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }

    private static func call() throws -> [String] {
        let directory = try ScratchDirectory.shared.get() + "/serve"
        defer { try? HostWriting.removeTree(directory) }
        try HostDirectory.make(directory)
        let database = ["--database", "sqlite:\(directory)/queue.db"]
        var deviations: [String] = []

        let open = try Started.start(
            ["serve", "--insecure-no-keys", "--listen", "0.0.0.0:0"] + database,
            in: directory
        )
        let end = try open.child.wait()
        if end != .exited(2) { deviations.append("without keys, for all addresses, it ended with \(end)") }

        let making = try Started.start(
            ["keys", "create", "--tenant", "escape", "--scope", "read"] + database,
            in: directory
        )
        let made = try making.child.wait()
        let key = try making.text.prefix { $0 != "\n" }
        guard made == .exited(0), !key.isEmpty else { return deviations + ["no key could be made: \(made)"] }

        let server = try Started.start(["serve", "--listen", "0.0.0.0:0"] + database, in: directory)
        defer {
            server.child.send(signal: SIGKILL)
            _ = try? server.child.wait()
        }
        let port = try server.port()
        let guess = key.dropLast(8) + "AAAAAAAA"
        for (method, path) in closed {
            for field in ["", "Authorization: Bearer \(guess)\r\n"] {
                let status = try status(of: method, path, field, port)
                // A wrong key that is sent too often is refused as such.
                if status != 401, field.isEmpty || status != 429 {
                    deviations.append("\(method) \(path) is answered \(status)")
                }
            }
        }
        let status = try status(of: "GET", "/v1/languages", "Authorization: Bearer \(key)\r\n", port)
        if status != 200 { deviations.append("with a key it is answered \(status)") }
        server.child.send(signal: SIGTERM)
        _ = try server.ended()
        let log = try server.text + server.complaints
        if log.contains(key) || log.contains(guess) { deviations.append("a key is in the log") }
        return deviations
    }

    /// The status of the answer to a request.
    private static func status(of method: String, _ path: String, _ field: String, _ port: Int) throws(Errno) -> Int {
        let connection = try HostListener.connected(to: port)
        // A body that nobody expects would be refused for itself.
        let body = method == "POST" ? "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}" : "\r\n"
        let request = "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(field)\(body)"
        let bytes = Array(request.utf8)
        guard send(connection.number, bytes, bytes.count, CInt(MSG_NOSIGNAL)) == bytes.count else { throw .last }
        let answer = String(decoding: try connection.readToEnd(upTo: 1 << 20), as: UTF8.self)
        return answer.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }
}

extension ServeSession {
    /// A command, and what it writes.
    private struct Started: ~Copyable {
        let child: ChildProcess
        private let output: Descriptor
        private let error: Descriptor

        static func start(_ arguments: [String], in directory: String) throws(Errno) -> Started {
            let program = SandboxUnderTest.jailer.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/assay"
            let executable = try Descriptor.open(program)
            let input = try Descriptor.open("/dev/null")
            let output = try MemoryFile.make("output")
            let error = try MemoryFile.make("error")
            let child = try ChildProcess(
                executable: executable.number,
                arguments: ["assay"] + arguments,
                environment: [
                    "PATH=/usr/bin:/bin", "HOME=\(directory)", "ASSAY_STATE=\(directory)/state",
                    "ASSAY_SANDBOXES=\(SandboxUnderTest.sandboxes)", "LANG=C.UTF-8",
                ],
                input: input.number,
                output: output.number,
                error: error.number
            )
            return Started(child: child, output: output, error: error)
        }

        /// What it has written to standard output.
        var text: String {
            get throws(Errno) { try Self.text(of: output) }
        }

        /// What it has written to standard error.
        var complaints: String {
            get throws(Errno) { try Self.text(of: error) }
        }

        /// The port that it says it listens on.
        ///
        /// - Throws: `ExecutorFailure` when it ends before it has said so.
        borrowing func port() throws -> Int {
            while true {
                let hasEnded = hasEnded(within: 20)
                let parts = try text.split(separator: "ready: http://0.0.0.0:", omittingEmptySubsequences: false)
                if parts.count > 1, let end = parts[1].firstIndex(of: " "), let port = Int(parts[1][..<end]) {
                    return port
                }
                if hasEnded {
                    throw ExecutorFailure(operation: "serve", subject: "0.0.0.0", cause: try complaints)
                }
            }
        }

        /// Waits until it has ended, which leaves it to be waited for.
        borrowing func ended() throws(Errno) -> Bool {
            while !hasEnded(within: 1000) {}
            return true
        }

        private borrowing func hasEnded(within milliseconds: CInt) -> Bool {
            var end = pollfd(fd: child.pidfd.number, events: Int16(POLLIN), revents: 0)
            return poll(&end, 1, milliseconds) > 0
        }

        private static func text(of file: borrowing Descriptor) throws(Errno) -> String {
            String(decoding: try file.read(at: 0, upTo: Int(try file.status().st_size)), as: UTF8.self)
        }
    }
}

extension Row {
    /// Who starts the service for everybody and has given nobody a key has let nobody in.
    static let openService = Row(
        situation: "serve to all",
        as: .sideDoors,
        in: "the host",
        tries:
            "Calls `assay serve` on all addresses without a key, and with a wrong one; starts it there for whoever comes.",
        meets: "401 to every call that tells or does anything; not started without keys; no key in its log",
        slots: 2
    ) { _ in
        try await ServeSession.deviations()
    }
}
