import Glibc

/// What went wrong on the way, in one line.
struct Trouble: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// One HTTP request to a server of this machine, and its answer: a connection each, since none of it is in a hurry.
struct HTTPExchange {
    let port: UInt16

    /// The status and the body of the answer.
    func ask(
        _ method: String,
        _ path: String,
        body: String? = nil,
        headers: [String: String] = [:]
    ) throws -> (status: Int, body: [UInt8]) {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if let body { head += "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n" }
        let number = try connected()
        defer { close(number) }
        try send(Array((head + "\r\n" + (body ?? "")).utf8), to: number)
        return try Self.parsed(try receiveAll(from: number))
    }

    private func connected() throws -> CInt {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        // Beyond any wait of ours a browser hangs.
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let result = withUnsafePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            close(number)
            throw Trouble("nobody listens on port \(port)")
        }
        return number
    }

    private func send(_ bytes: [UInt8], to number: CInt) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(number, $0.baseAddress.map { $0 + sent }, bytes.count - sent, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Trouble("port \(port) takes no request") }
            sent += count
        }
    }

    private func receiveAll(from number: CInt) throws -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(number, &buffer, buffer.count, 0)
            if count == 0 { return all }
            guard count > 0 else { throw Trouble("port \(port) does not answer") }
            all += buffer.prefix(count)
            if let whole = Self.length(of: all), all.count >= whole { return all }
        }
    }

    private static func headEnd(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        return (0...bytes.count - 4).first { bytes[$0..<$0 + 4].elementsEqual([13, 10, 13, 10]) }
    }

    /// How long the answer is as a whole, where its head says so.
    private static func length(of bytes: [UInt8]) -> Int? {
        guard let end = headEnd(bytes) else { return nil }
        for line in String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2, parts[0].lowercased() == "content-length" {
                return Int(parts[1].filter { $0 != " " }).map { end + 4 + $0 }
            }
        }
        return nil
    }

    private static func parsed(_ bytes: [UInt8]) throws -> (status: Int, body: [UInt8]) {
        guard let end = headEnd(bytes),
            let status = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ").dropFirst().first,
            let code = Int(status)
        else { throw Trouble("an answer that is no HTTP") }
        return (code, Array(bytes[(end + 4)...]))
    }
}
