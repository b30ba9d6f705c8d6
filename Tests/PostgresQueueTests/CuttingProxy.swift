import Glibc
import Linux
import Synchronization

/// A way to a server that cuts a connection just when an answer comes back: what was asked for has happened, and who
/// asked is not told.
final class CuttingProxy: Sendable {
    struct Failure: Error {}

    /// The port on 127.0.0.1.
    let port: UInt16
    private let listener: CInt
    private let target: UInt16
    /// How many answers are let through before one is lost; below 0: all of them.
    private let left = Mutex(-1)
    private let isShut = Mutex(false)
    /// How many connections were refused.
    let refusals = Monitor(0)

    init(to target: UInt16) throws {
        self.target = target
        listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = Self.address(0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listener, pointer, size) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, pointer, &size) == 0
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        guard isBound else { throw Failure() }
        try Thread.start { self.accept() }
    }

    /// Loses the answer that comes after so many others.
    func lose(after answers: Int) { left.withLock { $0 = answers } }

    /// Whether the answer that was to be lost has been.
    var hasLost: Bool { left.withLock { $0 < 0 } }

    /// Passes nothing on any more, as when the network is away, until it is opened.
    func shut() { isShut.withLock { $0 = true } }
    func open() { isShut.withLock { $0 = false } }

    /// Lets no more connections in; its thread ends.
    func close() {
        left.withLock { $0 = -1 }
        shutdown(listener, CInt(SHUT_RDWR))
    }

    private static func address(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        return address
    }

    private func accept() {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            if client < 0 { break }
            if isShut.withLock({ $0 }) {
                Descriptor.close([client])
                refusals.change { $0 += 1 }
                continue
            }
            let server = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
            var address = Self.address(target)
            let isConnected = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                    connect(server, pointer, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
                }
            }
            guard isConnected else {
                Descriptor.close([client, server])
                continue
            }
            let shared = Ends(client: client, server: server)
            try? Thread.start { self.pump(from: client, to: server, shared, isAnswer: false) }
            try? Thread.start { self.pump(from: server, to: client, shared, isAnswer: true) }
        }
        Descriptor.close([listener])
    }

    /// The two sockets, closed by the last one who uses them.
    private final class Ends: Sendable {
        private let count: Mutex<Int>
        private let client: CInt
        private let server: CInt

        init(client: CInt, server: CInt) {
            count = Mutex(2)
            (self.client, self.server) = (client, server)
        }

        func leave() {
            for end in [client, server] { shutdown(end, CInt(SHUT_RDWR)) }
            let isLast = count.withLock { count in
                count -= 1
                return count == 0
            }
            if isLast { Descriptor.close([client, server]) }
        }
    }

    private func pump(from source: CInt, to target: CInt, _ ends: Ends, isAnswer: Bool) {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(source, &bytes, bytes.count)
            if count <= 0 { break }
            if isAnswer, isLost() { break }
            var sent = 0
            while sent < count {
                let more = bytes[sent..<count].withUnsafeBytes {
                    send(target, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
                }
                if more <= 0 { break }
                sent += more
            }
            if sent < count { break }
        }
        ends.leave()
    }

    private func isLost() -> Bool {
        if isShut.withLock({ $0 }) { return true }
        return isNextLost()
    }

    private func isNextLost() -> Bool {
        left.withLock { left in
            if left < 0 { return false }
            left -= 1
            return left < 0
        }
    }
}
