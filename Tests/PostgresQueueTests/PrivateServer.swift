import Glibc
import Linux
import Testing

/// A PostgreSQL server of the tests' own, which ends with them however they end.
///
/// It is `scripts/postgres-server`, which goes by its standard input.
// Unchecked: the descriptors stay what they are, and `command` takes the mutex of `turn`.
final class PrivateServer: @unchecked Sendable {
    struct Failure: Error {
        var detail: String
    }

    /// For all tests that leave it running.
    static let shared = Result { try PrivateServer() }

    let url: String
    private let input: CInt
    private let output: CInt

    init(_ settings: [String] = ["fsync=off"]) throws {
        let directory = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let to = try Pipe().release()
        let from = try Pipe().release()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, to.reader, 0)
        posix_spawn_file_actions_adddup2(&actions, from.writer, 1)
        var arguments = (["/bin/bash", "/\(directory)/scripts/postgres-server"] + settings).map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var pid: pid_t = 0
        let result = posix_spawn(&pid, "/bin/bash", &actions, nil, &arguments, environ)
        Descriptor.close([to.reader, from.writer])
        (input, output) = (to.writer, from.reader)
        guard result == 0 else { throw Failure(detail: "\(Errno(result))") }
        url = try Self.ready(Self.line(output))
    }

    deinit { Descriptor.close([input, output]) }

    /// Stops it as a crash would, and starts it again.
    func restart() throws { _ = try Self.ready(command("restart")) }
    func stop() throws { _ = try command("stop") }
    func start() throws { _ = try Self.ready(command("start")) }

    private func command(_ text: String) throws -> String {
        let bytes = Array((text + "\n").utf8)
        guard write(input, bytes, bytes.count) == bytes.count else { throw Failure(detail: "it is gone") }
        return try Self.line(output)
    }

    private static func ready(_ line: String) throws -> String {
        guard line.hasPrefix("ready ") else { throw Failure(detail: "it says '\(line)'") }
        return String(line.dropFirst(6))
    }

    private static func line(_ descriptor: CInt) throws -> String {
        var result: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            let count = read(descriptor, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { throw Failure(detail: "it has ended; see above") }
            if byte == 10 { return String(decoding: result, as: UTF8.self) }
            result.append(byte)
        }
    }
}
