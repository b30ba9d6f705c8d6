internal import Glibc
internal import Linux

/// A PostgreSQL server of the tests' own, which ends with them however they end.
///
/// It is `scripts/postgres-server`, which goes by its standard input.
// Unchecked: the descriptors stay what they are, and commands are given by one thread at a time.
package final class PrivateServer: @unchecked Sendable {
    package struct Failure: Error {
        var detail: String
    }

    /// For all tests that leave it running.
    package static let shared = Result { try PrivateServer() }

    /// Where it is; behind its pooler when it was asked for with one.
    package let url: String
    private let input: CInt
    private let output: CInt
    private let child: ChildProcess

    /// Starts one.
    ///
    /// - Parameter settings: What `scripts/postgres-server` takes: settings of the server, `tls`, `pooler`, `disk=SIZE`,
    ///   `wal=MEBIBYTES`.
    /// - Throws: `Failure` when it does not start, or the errno of a call.
    package init(_ settings: [String] = ["fsync=off"]) throws {
        let directory = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let to = try Pipe().release()
        let from = try Pipe().release()
        let shell = try Descriptor.open("/bin/bash")
        child = try ChildProcess(
            executable: shell.number,
            arguments: ["bash", "/\(directory)/scripts/postgres-server"] + settings,
            environment: HostEnvironment.variables().map { "\($0.key)=\($0.value)" },
            input: to.reader,
            output: from.writer,
            error: 2
        )
        Descriptor.close([to.reader, from.writer])
        (input, output) = (to.writer, from.reader)
        let said = Result { try Self.ready(Self.line(from.reader)) }
        if case .failure = said {
            Descriptor.close([to.writer, from.reader])
            _ = try? child.wait()
        }
        url = try said.get()
    }

    // It is waited for: one that has ended and that nobody waits for keeps Swift Testing from seeing the ends of exit tests.
    deinit {
        Descriptor.close([input, output])
        _ = try? child.wait()
    }

    /// Stops it as a crash would, and starts it again.
    package func restart() throws { _ = try Self.ready(command("restart")) }
    /// Stops it as a crash would.
    package func stop() throws { _ = try command("stop") }
    /// Starts it again.
    package func start() throws { _ = try Self.ready(command("start")) }

    /// Makes the disk of its log larger, and starts it again.
    package func makeRoom() throws { _ = try Self.ready(command("room")) }

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
