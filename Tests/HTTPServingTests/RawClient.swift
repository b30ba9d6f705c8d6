import Glibc
import HTTPServing

/// A client that sends whatever it is told to, and never waits for longer than ten seconds.
final class RawClient {
    private let number: CInt

    init(_ address: ListenAddress) throws {
        guard case .ipv4(let bytes, let port) = address else { throw Failure(what: "no IPv4 address") }
        number = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        withUnsafeMutableBytes(of: &place.sin_addr) { $0.copyBytes(from: bytes) }
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(number, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let result = withUnsafePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure(what: "could not connect: \(errno)") }
    }

    deinit { close(number) }

    struct Failure: Error { let what: String }

    /// Sends as much as the server takes.
    func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(number, $0.baseAddress.map { $0 + sent }, bytes.count - sent, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    func send(_ text: String) { send(Array(text.utf8)) }

    /// Nothing more will be sent.
    func finish() { shutdown(number, CInt(SHUT_WR)) }

    /// What comes next; empty at the end, or when nothing has come for ten seconds.
    func receive(upTo count: Int = 65_536) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: count)
        let received = recv(number, &buffer, count, 0)
        return received > 0 ? Array(buffer.prefix(received)) : []
    }

    /// Everything until `text` has come, or the end.
    func receive(until text: String) -> String {
        var all: [UInt8] = []
        while true {
            let piece = receive()
            all += piece
            let told = String(decoding: all, as: UTF8.self)
            if piece.isEmpty || told.contains(text) { return told }
        }
    }

    /// One answer, with as much of a body as its head says.
    func receiveAnswer(hasBody: Bool) -> String {
        var answer = receive(until: "\r\n\r\n")
        guard hasBody, let end = answer.firstRange(of: "\r\n\r\n"),
            let length = answer.lowercased().firstRange(of: "content-length: ")
        else { return answer }
        let digits = answer.lowercased()[length.upperBound...].prefix { $0.isNumber }
        let missing = (Int(digits) ?? 0) - answer[end.upperBound...].utf8.count
        var body: [UInt8] = []
        while body.count < missing {
            let piece = receive()
            if piece.isEmpty { break }
            body += piece
        }
        answer += String(decoding: body, as: UTF8.self)
        return answer
    }

    /// How long the client waits for anything from now on.
    func wait(milliseconds: Int) {
        var patience = timeval(tv_sec: milliseconds / 1000, tv_usec: milliseconds % 1000 * 1000)
        setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    /// Everything until the server closes the connection.
    func receiveAll() -> String {
        var all: [UInt8] = []
        while true {
            let piece = receive()
            if piece.isEmpty { return String(decoding: all, as: UTF8.self) }
            all += piece
        }
    }
}

/// Sends one request on a connection of its own, and gives the whole answer.
func ask(_ address: ListenAddress, _ text: String) throws -> String {
    let client = try RawClient(address)
    client.send(text)
    return client.receiveAnswer(hasBody: !text.hasPrefix("HEAD"))
}
