import Glibc

/// A connection to the service that is kept for one request after another; every call blocks.
final class Client {
    private let socket: CInt
    private let target: Target
    private var buffer: [UInt8] = []
    private var place = 0

    /// An answer.
    struct Answer {
        let status: Int
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }

        /// The first text member of that name; the answers that are looked at have it at their outermost level first.
        func member(_ name: String) -> String? {
            let start = "\"\(name)\":\""
            guard let found = text.firstRange(of: start) else { return nil }
            return String(text[found.upperBound...].prefix { $0 != "\"" })
        }
    }

    init(_ target: Target) throws(Failure) {
        self.target = target
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var on: CInt = 1
        setsockopt(socket, CInt(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<CInt>.size))
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = target.port.bigEndian
        withUnsafeMutableBytes(of: &place.sin_addr) { $0.copyBytes(from: [127, 0, 0, 1]) }
        let socket = socket
        let result = withUnsafePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure("cannot connect to port \(target.port): error \(errno)") }
    }

    deinit { close(socket) }

    /// Asks, and waits for the whole answer.
    func ask(_ method: String, _ path: String, json: String = "") throws(Failure) -> Answer {
        try send(method, path, json)
        let (status, length) = try head()
        return Answer(status: status, body: try take(length ?? 0))
    }

    /// Begins to follow a submission.
    func follow(_ id: String) throws(Failure) {
        try send("GET", "/v1/submissions/\(id)/events", "")
        let (status, _) = try head()
        guard status == 200 else { throw Failure("a stream was answered \(status)") }
    }

    /// What is sent next into the stream; empty: it has ended.
    func piece() throws(Failure) -> String {
        guard let size = Int(try line(), radix: 16) else { throw Failure("a chunk has no size") }
        let bytes = try take(size)
        _ = try take(2)
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Bytes

    private func send(_ method: String, _ path: String, _ json: String) throws(Failure) {
        var text = "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \(target.key)\r\n"
        if !json.isEmpty { text += "Content-Type: application/json\r\nContent-Length: \(json.utf8.count)\r\n" }
        let bytes = Array((text + "\r\n" + json).utf8)
        guard Glibc.send(socket, bytes, bytes.count, CInt(MSG_NOSIGNAL)) == bytes.count else {
            throw Failure("cannot send: error \(errno)")
        }
    }

    private func head() throws(Failure) -> (status: Int, length: Int?) {
        let first = try line()
        guard let status = Int(first.dropFirst(9).prefix(3)) else { throw Failure("no answer: \(first)") }
        var length: Int?
        while true {
            let line = try line()
            if line.isEmpty { return (status, length) }
            if line.hasPrefix("Content-Length: ") { length = Int(line.dropFirst(16)) }
        }
    }

    private func line() throws(Failure) -> String {
        var seen = place
        while true {
            if let end = buffer[seen...].firstIndex(of: 10) {
                defer { place = end + 1 }
                return String(decoding: buffer[place..<max(place, end - 1)], as: UTF8.self)
            }
            let old = buffer.count - place
            try receive()
            seen = place + old
        }
    }

    private func take(_ count: Int) throws(Failure) -> [UInt8] {
        while buffer.count - place < count { try receive() }
        defer { place += count }
        return Array(buffer[place..<place + count])
    }

    private func receive() throws(Failure) {
        if place > 0 {
            buffer.removeFirst(place)
            place = 0
        }
        let room = 16_384
        let start = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: room))
        let count = buffer.withUnsafeMutableBytes { recv(socket, $0.baseAddress.map { $0 + start }, room, 0) }
        buffer.removeLast(room - max(0, count))
        guard count > 0 else { throw Failure("the service has closed a connection: error \(errno)") }
    }
}
