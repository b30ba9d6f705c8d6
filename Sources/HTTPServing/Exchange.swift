internal import CMicrohttpd
internal import Linux
internal import Synchronization

/// One request and its answer, from its first line to its last byte.
///
/// The server's thread leads it through its phases; a thread of the pool may give the answer meanwhile.
final class Exchange: Sendable {
    private enum Phase {
        /// The head has come.
        case new
        /// A thread of the pool finds out whether it is admitted.
        case asking
        case admitted(Admission)
        /// The body is coming.
        case reading
        /// A thread of the pool makes the answer.
        case waiting
        case ready(Response)
        /// It was answered while its body was coming; what still comes is dropped.
        case dropping
        case answered
    }

    private struct State {
        var phase = Phase.new
        var request: Request
        var limit = 0
        /// What the handler has found out about it.
        var finding: (any Sendable)?
        /// Bytes of the body that are dropped, as they are too many.
        var dropped = 0
        /// Bytes of the answer, for as long as they are held.
        var answer = 0
        /// Whether the connection is suspended, and so whether somebody has to resume it.
        var isSuspended = false
    }

    let core: ServerCore
    let connection: Connection
    private let target: [UInt8]
    private let state: Mutex<State>

    init(core: ServerCore, connection: Connection, target: [UInt8]) {
        self.core = core
        self.connection = connection
        self.target = target
        let request = Request(method: "", target: RequestTarget(path: []), peer: connection.peer, id: core.nextID())
        state = Mutex(State(request: request))
    }

    /// A step of the server's thread; false ends the connection.
    func step(method: UnsafePointer<CChar>, bytes: UnsafePointer<CChar>?, count: UnsafeMutablePointer<Int>) -> Bool {
        let phase = state.withLock(\.phase)
        switch phase {
        case .new: return begin(method)
        case .admitted(let admission): return admit(admission)
        case .reading:
            guard count.pointee > 0 else { return complete() }
            defer { count.pointee = 0 }
            guard let bytes else { return false }
            return take(UnsafeRawBufferPointer(start: bytes, count: count.pointee))
        case .ready(let response): return queue(response)
        case .dropping:
            defer { count.pointee = 0 }
            return drop(count.pointee)
        // It is suspended, and so not called.
        case .asking, .waiting, .answered: return false
        }
    }

    // MARK: Its head

    private func begin(_ method: UnsafePointer<CChar>) -> Bool {
        if let refusal = readHead(method) { return queue(closing: self.refusal(refusal)) }
        if core.isDraining { return queue(closing: refusal(.draining)) }
        return admit(core.handler.admit(state.withLock(\.request)))
    }

    private func readHead(_ method: UnsafePointer<CChar>) -> Refusal? {
        let limits = core.limits
        guard target.count <= limits.targetBytes else { return .longTarget(limit: limits.targetBytes) }
        guard let parsed = RequestTarget(target) else { return .target }
        let head = HeadReader(connection.handle.raw, limits)
        if let refusal = head.refusal { return refusal }
        state.withLock { state in
            state.request.method = String(cString: method)
            state.request.target = parsed
            state.request.fields = head.fields
        }
        return nil
    }

    private func admit(_ admission: Admission) -> Bool {
        switch admission {
        case .body(let limit, let finding):
            let announced = state.withLock { $0.request.header("content-length") }.flatMap { Int($0) } ?? 0
            state.withLock { state in
                state.limit = limit
                state.finding = finding
                state.phase = .reading
            }
            if announced > limit { return queue(closing: refusal(.body(limit: limit))) }
            return true
        case .refuse(let response): return queue(closing: response)
        case .ask(let body):
            return wait(.asking) { [self] in
                let admission = body()
                resume { $0.phase = .admitted(admission) }
            }
        }
    }

    // MARK: Its body

    private func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let isTooMuch = state.withLock { state in
            let total = state.request.body.count + state.dropped + bytes.count
            if state.dropped == 0, total <= state.limit, core.holdBody(bytes.count) {
                state.request.body.append(contentsOf: bytes)
                return false
            }
            // The library takes an answer when the body is over; so much is read for the sake of that.
            core.letBodyGo(state.request.body.count)
            state.dropped += state.request.body.count + bytes.count
            state.request.body = []
            return state.dropped > state.limit + 1 << 20
        }
        if isTooMuch { answerEarly() }
        return true
    }

    /// Answers before the body is over, as it is far too large.
    private func answerEarly() {
        let (isHead, id, limit) = state.withLock { state in
            state.phase = .dropping
            state.dropped = 0
            return (state.request.method == "HEAD", state.request.id, state.limit)
        }
        ResponseWriter(core: core, connection: connection, isHead: isHead, id: id).send(refusal(.body(limit: limit)))
    }

    /// Reads on for a while: a connection that is closed with something unread is reset, by which a client may lose the
    /// answer.
    private func drop(_ count: Int) -> Bool {
        guard count > 0 else { return false }
        return state.withLock { state in
            state.dropped += count
            return state.dropped <= 8 << 20
        }
    }

    private func complete() -> Bool {
        connection.expect(until: nil)
        let (request, finding, dropped, limit) = state.withLock { ($0.request, $0.finding, $0.dropped, $0.limit) }
        if dropped > limit { return queue(closing: refusal(.body(limit: limit))) }
        if dropped > 0 { return queue(closing: refusal(.busy)) }
        switch core.handler.answer(request, finding) {
        case .now(let response): return queue(response)
        case .later(let body): return wait(.waiting) { [self] in give(body()) }
        case .deferred(let body):
            return wait(.waiting) { [self] in
                body(Reply(self, fallback: { [core] in core.handler.response(to: .busy, finding) }))
            }
        }
    }

    // MARK: Waiting

    /// Has the connection wait while a thread of the pool is at work.
    private func wait(_ phase: Phase, _ work: @escaping @Sendable () -> Void) -> Bool {
        core.hold(self)
        state.withLock { state in
            state.phase = phase
            state.isSuspended = true
            connection.suspend()
        }
        // A body may become whole just after everybody who waited was answered.
        if core.hasGivenUp {
            refuse(.draining)
        } else if !core.pool.run(work) {
            refuse(.busy)
        }
        return true
    }

    /// Gives the answer to what the server refuses, unless there is one.
    func refuse(_ refusal: Refusal) { give(self.refusal(refusal)) }

    private func refusal(_ refusal: Refusal) -> Response {
        core.handler.response(to: refusal, state.withLock(\.finding))
    }

    /// Gives the answer, unless there is one.
    func give(_ response: Response) {
        let isGiven = resume { $0.phase = .ready(response) }
        if !isGiven { Self.drop(response) }
    }

    /// Says to a stream that nobody will read it.
    private static func drop(_ response: Response) {
        if case .stream(let stream) = response.body { stream.close() }
    }

    @discardableResult
    private func resume(_ change: (inout State) -> Void) -> Bool {
        let isFirst = state.withLock { state in
            guard state.isSuspended else { return false }
            state.isSuspended = false
            change(&state)
            return true
        }
        guard isFirst else { return false }
        core.letGo(self)
        connection.resume()
        return true
    }

    // MARK: Its answer

    private func queue(closing response: Response) -> Bool {
        var response = response
        response.closes = true
        return queue(response)
    }

    private func queue(_ response: Response) -> Bool {
        var response = response
        if case .bytes(let bytes) = response.body {
            if core.holdAnswer(bytes.count) {
                state.withLock { $0.answer = bytes.count }
            } else {
                response = refusal(.busy)
                response.closes = true
            }
        }
        let (isHead, id) = state.withLock { state in
            state.phase = .answered
            return (state.request.method == "HEAD", state.request.id)
        }
        connection.expect(until: core.answerDeadline(of: response))
        return ResponseWriter(core: core, connection: connection, isHead: isHead, id: id).queue(response)
    }

    /// It is over.
    func end() {
        let (count, answer, phase) = state.withLock { state in
            defer {
                state.request.body = []
                state.answer = 0
                state.phase = .answered
            }
            return (state.request.body.count, state.answer, state.phase)
        }
        if case .ready(let response) = phase { Self.drop(response) }
        core.letBodyGo(count)
        core.letAnswerGo(answer)
        core.ended()
        connection.expect(until: core.requestDeadline())
    }
}

extension RequestTarget {
    /// The path of these parts.
    public init(path parts: [String], query: [Parameter] = []) {
        self.parts = parts
        self.query = query
    }
}
