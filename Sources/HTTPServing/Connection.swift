internal import CMicrohttpd
internal import Glibc
internal import Linux
internal import Synchronization

/// A client's connection, from its coming to its end.
final class Connection: Sendable {
    /// The library's own connection.
    ///
    /// It may be used on any thread for as long as it is not closed, which only the server's thread does, and never to a
    /// suspended one.
    struct Handle: @unchecked Sendable {
        let raw: OpaquePointer
    }

    private struct State {
        var isClosed = false
        /// It ends by a failure of ours.
        var isOurs = false
        /// When the request under way has to be there as a whole; nil while one is being answered.
        var deadline: UInt64?
    }

    let handle: Handle
    /// The client's address, without a port.
    let peer: String
    private let descriptor: CInt
    private let state: Mutex<State>

    init(_ raw: OpaquePointer, deadline: UInt64) {
        handle = Handle(raw: raw)
        descriptor = http_descriptor(raw)
        peer = Self.text(http_peer(raw))
        state = Mutex(State(deadline: deadline))
    }

    func suspend() { http_suspend(handle.raw) }

    func resume() { http_resume(handle.raw) }

    /// A request has come as a whole, or (nil) another one may come until then.
    func expect(until deadline: UInt64?) { state.withLock { $0.deadline = deadline } }

    /// Answers past the library, which takes no answer while a body is coming; nothing can be sent behind it.
    ///
    /// It is for the server's thread, and for a request of which nothing was answered. What the socket does not take at
    /// once is lost, which a short answer into an empty buffer never is.
    func answer(_ bytes: [UInt8]) {
        state.withLock { state in
            guard !state.isClosed else { return }
            bytes.withUnsafeBytes { _ = send(descriptor, $0.baseAddress, $0.count, CInt(MSG_DONTWAIT | MSG_NOSIGNAL)) }
            // Whoever goes on sending is told by this that nobody wants it, before they are cut off.
            shutdown(descriptor, CInt(SHUT_WR))
        }
    }

    /// It is about to be closed by a failure of ours, which is nothing to tell its client of.
    func blame() { state.withLock { $0.isOurs = true } }

    /// Whether something has come on it that nobody has answered, and that its client has to be told is no request.
    ///
    /// It is for the server's thread, when the library is about to close it.
    var isOwedAnAnswer: Bool {
        state.withLock { !$0.isClosed && !$0.isOurs && http_is_unanswered(descriptor) != 0 }
    }

    /// Ends the connection from outside: the server notices, and closes it.
    func cut() {
        state.withLock { state in
            // While this is locked the number cannot become another connection's.
            if !state.isClosed { shutdown(descriptor, CInt(SHUT_RDWR)) }
        }
    }

    /// Cuts the connection when a request has been coming for too long; and has the library look where the client has
    /// ended it: an end that comes together with the last bytes it does not notice by itself.
    func enforce(_ now: UInt64) {
        state.withLock { state in
            guard !state.isClosed, let deadline = state.deadline else { return }
            var byte: UInt8 = 0
            if deadline < now {
                shutdown(descriptor, CInt(SHUT_RDWR))
            } else if recv(descriptor, &byte, 1, CInt(MSG_PEEK | MSG_DONTWAIT)) == 0 {
                // Nothing is lost by it, for nothing comes any more; and it wakes who waits for that.
                shutdown(descriptor, CInt(SHUT_RD))
            }
        }
    }

    /// The descriptor is about to be closed.
    func close() { state.withLock { $0.isClosed = true } }

    private static func text(_ address: UnsafePointer<sockaddr>?) -> String {
        guard let address else { return "" }
        switch CInt(address.pointee.sa_family) {
        case AF_INET:
            let bytes = UnsafeRawPointer(address).loadUnaligned(fromByteOffset: 4, as: UInt32.self)
            return withUnsafeBytes(of: bytes) { ListenAddress.text(Array($0), AF_INET) }
        case AF_INET6:
            let bytes = Array(UnsafeRawBufferPointer(start: UnsafeRawPointer(address) + 8, count: 16))
            // An IPv4 client of a socket for both is called by its IPv4 address: it is one client, not two.
            let mapped: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]
            if bytes.starts(with: mapped) { return ListenAddress.text(Array(bytes.suffix(4)), AF_INET) }
            return ListenAddress.text(bytes, AF_INET6)
        default: return ""
        }
    }
}

/// The connections and streams that there are.
final class ConnectionTable: Sendable {
    private let connections = Mutex<[ObjectIdentifier: Connection]>([:])
    private let streams = Mutex<[ObjectIdentifier: EventStream]>([:])

    func add(_ connection: Connection) { connections.withLock { $0[ObjectIdentifier(connection)] = connection } }

    func remove(_ connection: Connection) {
        connections.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(connection)) }
    }

    func add(_ stream: EventStream) { streams.withLock { $0[ObjectIdentifier(stream)] = stream } }

    func remove(_ stream: EventStream) {
        streams.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(stream)) }
    }

    var connectionCount: Int { connections.withLock(\.count) }
    var streamCount: Int { streams.withLock(\.count) }

    /// Ends what came too slowly.
    func enforce() {
        let now = Clock.nanoseconds
        for connection in connections.withLock({ Array($0.values) }) { connection.enforce(now) }
    }

    /// Reminds readers that we are here.
    func beat(every seconds: Int) {
        for stream in streams.withLock({ Array($0.values) }) { stream.beat(every: seconds) }
    }

    /// Ends all streams behind what was sent.
    func finishStreams() {
        for stream in streams.withLock({ Array($0.values) }) { stream.finish() }
    }
}
