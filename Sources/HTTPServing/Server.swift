internal import CMicrohttpd
internal import Dispatch
internal import Glibc
public import Linux
internal import Synchronization

/// A server could not be started.
public enum ServerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The library is not there, or not as it should be.
    case library(String)
    /// Nobody can listen at that address.
    case address(ListenAddress, Errno)
    /// What is at that path is no socket, and so not ours to remove.
    case occupied(String)
    /// The rest failed.
    case machinery(String)

    /// The error in one line: what, on what, and the mend.
    public var description: String {
        switch self {
        case .library(let reason):
            "libmicrohttpd cannot be loaded (\(reason)); install it: apt install libmicrohttpd12"
        case .address(let address, let error):
            "cannot listen on \(address): \(error); give another address with --listen, or stop who has it"
        case .occupied(let path):
            "cannot listen on unix:\(path): a file that is no socket is there; give another path with --listen, or move it"
        case .machinery(let detail): "could not start the HTTP server: \(detail)"
        }
    }
}

/// An HTTP/1.1 server: one thread for all connections, a few for work that blocks.
public final class Server: Sendable {
    /// How it is doing.
    public struct Figures: Hashable, Sendable {
        /// Connections that are open.
        public var connections: Int
        /// Streams among them.
        public var streams: Int
        /// Answers since the start, by status.
        public var answers: [Int: Int]
    }

    private struct Running: @unchecked Sendable {
        // The library's server may be told to stop by any thread; the callbacks live as long as it.
        let daemon: OpaquePointer
        let socket: ListeningSocket
        let callbacks: UnsafeMutablePointer<http_callbacks>
    }

    /// Where it is reached.
    public let address: ListenAddress
    private let core: ServerCore
    private let running: Mutex<Running?>

    /// Starts a server.
    ///
    /// - Parameters:
    ///   - address: Where it is reached; port 0 is one that is free.
    ///   - limits: What it bounds.
    ///   - commonFields: Header fields, with names in lower case, that every answer has unless it has its own.
    ///   - handler: Who answers.
    /// - Throws: `ServerError`.
    public init(
        _ address: ListenAddress,
        limits: ServerLimits = ServerLimits(),
        commonFields: [Request.Field] = [],
        handler: any RequestHandler
    ) throws(ServerError) {
        if let reason = http_load() { throw .library(String(cString: reason)) }
        let socket = try ListeningSocket(address)
        let pool: WorkPool
        do throws(Errno) {
            pool = try WorkPool(threads: limits.threads, room: limits.waiting)
        } catch {
            socket.removeFile()
            Glibc.close(socket.number)
            throw .machinery("no thread could be started: \(error)")
        }
        core = ServerCore(handler: handler, limits: limits, commonFields: commonFields, pool: pool)
        self.address = socket.address
        let callbacks = UnsafeMutablePointer<http_callbacks>.allocate(capacity: 1)
        callbacks.initialize(to: Self.callbacks(for: core))
        var settings = http_settings(
            socket: socket.number,
            connections: UInt32(limits.connections),
            connections_per_address: UInt32(limits.connectionsPerAddress),
            idle_seconds: UInt32(limits.idleSeconds),
            connection_memory: 32 << 10
        )
        guard let daemon = http_start(&settings, callbacks) else {
            socket.removeFile()
            Glibc.close(socket.number)
            Unmanaged<ServerCore>.fromOpaque(callbacks.pointee.context).release()
            callbacks.deallocate()
            pool.end()
            throw .machinery("libmicrohttpd refused to start")
        }
        running = Mutex(Running(daemon: daemon, socket: socket, callbacks: callbacks))
        startTicking()
    }

    /// How it is doing.
    public var figures: Figures {
        Figures(connections: core.table.connectionCount, streams: core.table.streamCount, answers: core.counts)
    }

    /// Takes no more connections or requests, finishes what is under way within `patience`, and ends.
    @available(*, noasync)
    public func stop(patience: Duration) {
        guard let running = running.withLock({ $0 }) else { return }
        core.drain()
        let socket = http_quiesce(running.daemon)
        if socket >= 0 { Glibc.close(socket) }
        running.socket.removeFile()
        let end = ContinuousClock.now + patience
        let pause = DispatchSemaphore(value: 0)
        // A stream may begin yet that was asked for before; and the library must not end while one is suspended.
        core.table.finishStreams()
        while core.openCount > 0, ContinuousClock.now < end {
            _ = pause.wait(timeout: .now() + .milliseconds(5))
            core.table.finishStreams()
        }
        core.giveUp()
        core.table.finishStreams()
        let isMine = self.running.withLock { running in
            defer { running = nil }
            return running != nil
        }
        guard isMine else { return }
        http_stop(running.daemon)
        core.pool.end()
        Unmanaged<ServerCore>.fromOpaque(running.callbacks.pointee.context).release()
        running.callbacks.deallocate()
    }

    /// Once a second: deadlines, heartbeats, and whatever the handler does then.
    private func startTicking() {
        let core = core
        let isRunning = { @Sendable [weak self] in self?.running.withLock { $0 != nil } ?? false }
        try? Thread.start {
            let pause = DispatchSemaphore(value: 0)
            while isRunning() {
                _ = pause.wait(timeout: .now() + .seconds(1))
                core.table.enforce()
                core.table.beat(every: core.limits.heartbeatSeconds)
                core.handler.tick()
            }
        }
    }

    private static func callbacks(for core: ServerCore) -> http_callbacks {
        var callbacks = http_callbacks()
        callbacks.context = Unmanaged.passRetained(core).toOpaque()
        callbacks.begin = { context, target, raw in
            guard let context, let target, let raw, let place = http_place(raw) else { return nil }
            let core = Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
            let connection = Unmanaged<Connection>.fromOpaque(place).takeUnretainedValue()
            let bytes = Array(UnsafeRawBufferPointer(start: target, count: strlen(target)))
            let exchange = Exchange(core: core, connection: connection, target: bytes)
            return Unmanaged.passRetained(exchange).toOpaque()
        }
        callbacks.step = { _, _, method, bytes, count, request in
            guard let method, let count, let place = request?.pointee else { return 0 }
            let exchange = Unmanaged<Exchange>.fromOpaque(place).takeUnretainedValue()
            return exchange.step(method: method, bytes: bytes, count: count) ? 1 : 0
        }
        callbacks.end = { _, request in
            guard let request else { return }
            Unmanaged<Exchange>.fromOpaque(request).takeRetainedValue().end()
        }
        callbacks.connection = { context, raw, place, isNew in
            guard let context, let raw, let place else { return }
            let core = Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
            if isNew != 0 {
                let connection = Connection(raw, deadline: core.requestDeadline())
                core.table.add(connection)
                place.pointee = Unmanaged.passRetained(connection).toOpaque()
            } else if let old = place.pointee {
                let connection = Unmanaged<Connection>.fromOpaque(old).takeRetainedValue()
                place.pointee = nil
                connection.close()
                core.table.remove(connection)
            }
        }
        return callbacks
    }
}
