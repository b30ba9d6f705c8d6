internal import CMicrohttpd
internal import Linux
internal import Synchronization

/// An answer that goes on for as long as there is something to tell: server-sent events.
///
/// No thread waits in it. What is sent lies in a buffer until the connection takes it; a reader who is too far behind is
/// cut off, and may come back for what it missed.
public final class EventStream: Sendable {
    private struct State {
        var buffer: [UInt8] = []
        var taken = 0
        var isFinished = false
        var isBroken = false
        var isClosed = false
        /// Set while the connection waits for us, and not the other way round.
        var suspended: Connection?
        var connection: Connection?
        /// When something was sent, or asked for, last.
        var moved = Clock.nanoseconds
        var drained: (@Sendable () -> Void)?
        var closed: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())
    private let limit: Int

    /// A stream that nobody reads yet; a reader may be `limit` bytes behind, and a message, however large it is.
    public init(limit: Int = 1 << 20) { self.limit = limit }

    /// Has `drained` called whenever all that was sent has been taken, and `closed` once, when nobody will read any more.
    ///
    /// Both are called by the server's thread, and must not block.
    public func observe(drained: @escaping @Sendable () -> Void, closed: @escaping @Sendable () -> Void) {
        let isOver = state.withLock { state in
            state.drained = drained
            state.closed = closed
            return state.isClosed
        }
        if isOver { closed() }
    }

    /// Whether something that is sent may still arrive.
    public var isOpen: Bool { state.withLock { !$0.isClosed && !$0.isBroken && !$0.isFinished } }

    /// How many bytes were sent and not taken yet.
    public var waiting: Int { state.withLock { $0.buffer.count - $0.taken } }

    /// Sends bytes; what is sent behind the end, or to a reader who is gone, is dropped.
    public func send(_ bytes: [UInt8]) {
        let (resumed, cut) = state.withLock { state -> (Connection?, Connection?) in
            guard !state.isClosed, !state.isBroken, !state.isFinished else { return (nil, nil) }
            state.moved = Clock.nanoseconds
            // Not with the message: one that is larger than all that a reader may be behind would never arrive.
            if state.buffer.count - state.taken > limit {
                state.isBroken = true
                state.buffer = []
                state.taken = 0
                return (Self.takeSuspended(&state), state.connection)
            }
            state.buffer += bytes
            return (Self.takeSuspended(&state), nil)
        }
        resumed?.resume()
        // Who does not read would otherwise be there until its connection has been idle for long enough.
        cut?.cut()
    }

    /// Ends the stream behind what was sent.
    public func finish() {
        let resumed = state.withLock { state in
            state.isFinished = true
            return Self.takeSuspended(&state)
        }
        resumed?.resume()
    }

    /// Sends a comment where nothing was sent for so long: proxies, and whoever is gone, need to be reminded.
    func beat(every seconds: Int) {
        let now = Clock.nanoseconds
        let isDue = state.withLock { now - $0.moved >= UInt64(seconds) * 1_000_000_000 && $0.buffer.isEmpty }
        if isDue { send(Array(":\n\n".utf8)) }
    }

    private static func takeSuspended(_ state: inout State) -> Connection? {
        defer { state.suspended = nil }
        return state.suspended
    }

    // MARK: The server's side

    /// Says whose answer it is.
    func attach(_ connection: Connection) { state.withLock { $0.connection = connection } }

    /// Puts what there is into `room`, or has the connection wait.
    func read(into room: UnsafeMutableRawBufferPointer) -> Int {
        let (count, drained) = state.withLock { state -> (Int, (@Sendable () -> Void)?) in
            if state.isBroken { return (http_broken_stream(), nil) }
            let count = min(room.count, state.buffer.count - state.taken)
            guard count > 0 else {
                if state.isFinished { return (http_end_of_stream(), nil) }
                state.suspended = state.connection
                // Under the lock: whoever sends something must find it suspended, or not yet.
                state.connection?.suspend()
                return (0, nil)
            }
            state.buffer.withUnsafeBytes {
                room.copyMemory(from: .init(rebasing: $0[state.taken..<state.taken + count]))
            }
            state.taken += count
            state.moved = Clock.nanoseconds
            guard state.taken == state.buffer.count else { return (count, nil) }
            state.buffer = []
            state.taken = 0
            return (count, state.drained)
        }
        drained?()
        return count
    }

    /// Nobody will read any more.
    func close() {
        let closed = state.withLock { state in
            state.isClosed = true
            state.buffer = []
            state.taken = 0
            state.suspended = nil
            state.connection = nil
            state.drained = nil
            defer { state.closed = nil }
            return state.closed
        }
        closed?()
    }
}
