internal import Glibc
internal import Linux
internal import Testing

/// A receiver of webhooks on loopback that does with each request what it is told to.
package final class Receiver: Sendable {
    /// A request as it came.
    package struct Request: Sendable {
        /// Method, path and version.
        package var line: String
        /// Header fields by their names in lower case.
        package var headers: [String: String]
        package var body: [UInt8]
    }

    /// What it does with a request.
    package enum Behaviour: Sendable {
        /// Sends these bytes, and closes the connection.
        case answer(String)
        /// Sends this for ever, after a head.
        case endless(head: String, again: String)
        /// Sends these bytes, and then nothing, until the other side gives up.
        case stall(String)

        /// Takes the message.
        package static let accept = Behaviour.answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

        /// Answers with that status, and closes the connection.
        package static func status(_ line: String) -> Behaviour {
            .answer("HTTP/1.1 \(line)\r\nContent-Length: 0\r\n\r\n")
        }
    }

    private struct State {
        var behaviours: [Behaviour]
        var requests: [Request] = []
        var connections = 0
        /// Connections on which nothing more will be sent.
        var stalled: Set<CInt> = []
        var isHungUp = false
    }

    package let port: Int
    private let socket: CInt
    private let state: Monitor<State>

    /// A receiver; each connection gets the next behaviour, and the last one stays.
    package init(_ behaviours: Behaviour...) throws {
        signal(SIGPIPE, SIG_IGN)
        let socket = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && listen(socket, 64) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        try #require(isBound)
        self.socket = socket
        port = Int(UInt16(bigEndian: address.sin_port))
        state = Monitor(State(behaviours: behaviours))
        let state = state
        try Thread.start {
            while true {
                let connection = accept(socket, nil, nil)
                if connection < 0 { return }
                let behaviour = state.change { state -> Behaviour in
                    state.connections += 1
                    return state.behaviours.count > 1 ? state.behaviours.removeFirst() : state.behaviours[0]
                }
                do {
                    try Thread.start { Receiver.serve(connection, behaviour, state) }
                } catch {
                    Glibc.close(connection)
                }
            }
        }
    }

    deinit { close() }

    /// Takes no more connections.
    package func close() { shutdown(socket, CInt(SHUT_RDWR)) }

    /// Ends the connections that it has let wait, and lets none wait any more.
    package func hangUp() {
        state.change { state in
            state.isHungUp = true
            for connection in state.stalled { shutdown(connection, CInt(SHUT_RDWR)) }
        }
    }

    package var url: String { "http://127.0.0.1:\(port)/hook" }
    package var requests: [Request] { state.look { $0.requests } }
    package var connectionCount: Int { state.look { $0.connections } }

    /// Waits until so many requests have come.
    package func wait(for count: Int) -> [Request] {
        state.wait(until: nil) { $0.requests.count >= count ? $0.requests : nil } ?? []
    }

    private static func serve(_ connection: CInt, _ behaviour: Behaviour, _ state: Monitor<State>) {
        defer { Glibc.close(connection) }
        guard let request = read(connection) else { return }
        state.change { $0.requests.append(request) }
        switch behaviour {
        case .answer(let text): _ = send(text, connection)
        case .endless(let head, let again):
            var isOpen = send(head, connection)
            while isOpen { isOpen = send(again, connection) }
        case .stall(let text):
            _ = send(text, connection)
            let isOpen = state.change { state in
                if !state.isHungUp { state.stalled.insert(connection) }
                return !state.isHungUp
            }
            var byte: UInt8 = 0
            if isOpen { _ = Glibc.read(connection, &byte, 1) }
            // Before its number is another connection's.
            state.change { _ = $0.stalled.remove(connection) }
        }
    }

    private static func send(_ text: String, _ connection: CInt) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(connection, $0.baseAddress, $0.count) }
            if count <= 0 { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private static func read(_ connection: CInt) -> Request? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        let gap = Array("\r\n\r\n".utf8)
        while true {
            if let request = parse(bytes, gap) { return request }
            let count = Glibc.read(connection, &buffer, buffer.count)
            if count <= 0 { return nil }
            bytes += buffer.prefix(count)
        }
    }

    private static func parse(_ bytes: [UInt8], _ gap: [UInt8]) -> Request? {
        guard bytes.count >= 4,
            let end = (0...bytes.count - 4).first(where: { Array(bytes[$0..<$0 + 4]) == gap })
        else { return nil }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n").map(String.init)
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            if parts.count == 2 { headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " }) }
        }
        let body = Array(bytes[(end + 4)...])
        guard body.count >= headers["content-length"].flatMap(Int.init) ?? 0 else { return nil }
        return Request(line: lines.first ?? "", headers: headers, body: body)
    }
}
