import Glibc

/// A listening socket on loopback that takes one message after another, and requests to other ports.
final class LoopbackExchange {
    struct Failed: Error {
        let step: String
    }

    /// A message as it came, or an answer.
    struct Message {
        let head: String
        let body: String

        /// The value of a header field, by its name in lower case.
        func field(_ name: String) -> String? {
            for line in head.split(separator: "\r\n") {
                let parts = line.split(separator: ":", maxSplits: 1)
                if parts.count == 2, parts[0].lowercased() == name { return String(parts[1].drop { $0 == " " }) }
            }
            return nil
        }
    }

    let port: Int
    private let listening: CInt

    init() throws {
        let number = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        var place = Self.place(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(number, $0, length) == 0 && listen(number, 8) == 0 && getsockname(number, $0, &length) == 0
            }
        }
        guard isBound else { throw Failed(step: "listen") }
        listening = number
        port = Int(UInt16(bigEndian: place.sin_port))
    }

    deinit { close(listening) }

    /// Takes the next message, within minutes, and answers it.
    func receive(answering status: String = "204 No Content") throws -> Message {
        var waiting = pollfd(fd: listening, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 240_000) == 1 else { throw Failed(step: "wait for a message") }
        let connection = accept(listening, nil, nil)
        guard connection >= 0 else { throw Failed(step: "accept") }
        defer { close(connection) }
        let message = try Self.read(connection)
        try Self.write("HTTP/1.1 \(status)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", connection)
        return message
    }

    /// Sends a request to a port of this machine.
    static func ask(_ method: String, _ path: String, port: Int, json: String = "") throws -> Message {
        let number = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        defer { close(number) }
        var place = place(port)
        let result = withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failed(step: "connect to \(port)") }
        let type = json.isEmpty ? "" : "Content-Type: application/json\r\nContent-Length: \(json.utf8.count)\r\n"
        try write("\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(type)\r\n\(json)", number)
        return try read(number)
    }

    private static func place(_ port: Int) -> sockaddr_in {
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = UInt16(port).bigEndian
        place.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return place
    }

    private static func write(_ text: String, _ connection: CInt) throws {
        let bytes = Array(text.utf8)
        guard send(connection, bytes, bytes.count, CInt(MSG_NOSIGNAL)) == bytes.count else {
            throw Failed(step: "send")
        }
    }

    private static func read(_ connection: CInt) throws -> Message {
        var patience = timeval(tv_sec: 240, tv_usec: 0)
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let text = String(decoding: all, as: UTF8.self)
            let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 {
                let message = Message(head: String(parts[0]), body: String(parts[1]))
                let length = message.field("content-length").flatMap { Int($0) } ?? 0
                if message.body.utf8.count >= length { return message }
            }
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { throw Failed(step: "read") }
            all += buffer.prefix(count)
        }
    }
}
