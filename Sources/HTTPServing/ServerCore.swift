internal import Dispatch
internal import Linux
internal import Synchronization

/// What a server's threads have in common.
final class ServerCore: Sendable {
    let handler: any RequestHandler
    let limits: ServerLimits
    /// Header fields that every answer has, unless it has its own.
    let commonFields: [Request.Field]
    let pool: WorkPool
    let table = ConnectionTable()
    private let held = Mutex<[ObjectIdentifier: Exchange]>([:])
    private let draining = Atomic(false)
    private let givenUp = Atomic(false)
    private let bodies = Atomic(0)
    private let answers = Atomic(0)
    private let open = Atomic(0)
    private let ids = Atomic<UInt64>(0)
    private let statuses = Mutex<[Int: Int]>([:])
    private let prefix: String

    init(
        handler: any RequestHandler,
        limits: ServerLimits,
        commonFields: [Request.Field],
        pool: WorkPool
    ) {
        self.handler = handler
        self.limits = limits
        self.commonFields = commonFields
        self.pool = pool
        prefix = String(UInt32.random(in: 0 ... .max), radix: 36)
    }

    // MARK: Requests

    func nextID() -> String {
        open.add(1, ordering: .relaxed)
        return "\(prefix)-\(ids.add(1, ordering: .relaxed).newValue)"
    }

    func ended() { open.subtract(1, ordering: .relaxed) }

    /// Requests that are being read or answered, streams among them.
    var openCount: Int { open.load(ordering: .relaxed) }

    /// Tells the client of a connection that is about to be closed what the library closes it for without a word: what has
    /// come is no request, or has ended before it was one.
    func sayWhy(_ connection: Connection) {
        guard !isDraining, connection.isOwedAnAnswer else { return }
        let id = nextID()
        defer { ended() }
        ResponseWriter(core: self, connection: connection, isHead: false, id: id)
            .send(handler.response(to: .unfinished, nil))
    }

    func requestDeadline() -> UInt64 {
        Clock.nanoseconds + UInt64(limits.requestSeconds + limits.idleSeconds) * 1_000_000_000
    }

    /// When an answer has to be taken as a whole, however slowly it is read; nil: it is a stream, which has no end.
    ///
    /// Beyond what a request has it is a second for every 16 KiB.
    func answerDeadline(of response: Response) -> UInt64? {
        guard case .bytes(let bytes) = response.body else { return nil }
        return requestDeadline() + UInt64(bytes.count >> 14) * 1_000_000_000
    }

    /// Makes room for bytes of a body; false when there is none.
    func holdBody(_ count: Int) -> Bool {
        if bodies.add(count, ordering: .relaxed).newValue <= limits.bodyBytes { return true }
        bodies.subtract(count, ordering: .relaxed)
        return false
    }

    /// Makes room for bytes of an answer; false when there is none.
    func holdAnswer(_ count: Int) -> Bool {
        if answers.add(count, ordering: .relaxed).newValue <= limits.answerBytes { return true }
        answers.subtract(count, ordering: .relaxed)
        return false
    }

    func letAnswerGo(_ count: Int) { answers.subtract(count, ordering: .relaxed) }

    func letBodyGo(_ count: Int) { bodies.subtract(count, ordering: .relaxed) }

    // MARK: What waits for an answer

    func hold(_ exchange: Exchange) { held.withLock { $0[ObjectIdentifier(exchange)] = exchange } }

    func letGo(_ exchange: Exchange) { held.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(exchange)) } }

    /// Answers everybody who still waits: a server cannot end while it has suspended connections.
    func giveUp() {
        givenUp.store(true, ordering: .sequentiallyConsistent)
        for exchange in held.withLock({ Array($0.values) }) { exchange.refuse(.draining) }
    }

    /// Whether nobody is waited for any more: what is suspended from now on has to be resumed at once.
    var hasGivenUp: Bool { givenUp.load(ordering: .sequentiallyConsistent) }

    // MARK: Draining

    var isDraining: Bool { draining.load(ordering: .relaxed) }

    func drain() { draining.store(true, ordering: .sequentiallyConsistent) }

    // MARK: Figures

    func count(_ status: Int) { statuses.withLock { $0[status, default: 0] += 1 } }

    var counts: [Int: Int] { statuses.withLock { $0 } }
}
