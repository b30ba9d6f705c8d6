/// Who answers requests.
public protocol RequestHandler: Sendable {
    /// Called when a request's head has come, and nothing of its body was kept: by the server's thread, so it must not
    /// block.
    func admit(_ head: Request) -> Admission

    /// Called when a request is there as a whole, with what was found out when it was admitted: by the server's thread,
    /// so it must not block.
    func answer(_ request: Request, _ finding: (any Sendable)?) -> Answering

    /// The answer to what the server itself refuses, with what was found out when the request was admitted; nil: it was
    /// refused before.
    func response(to refusal: Refusal, _ finding: (any Sendable)?) -> Response

    /// Called once a second, by a thread of the server's; it may block for a moment.
    func tick()
}

/// What becomes of a request whose head has come.
public enum Admission: Sendable {
    /// Its body is read, up to so many bytes; what was found out about the request is there again when it is answered.
    case body(limit: Int, finding: (any Sendable)? = nil)
    /// It is answered at once, and its body is not read.
    case refuse(Response)
    /// It has to be found out, by a thread that may block.
    case ask(@Sendable () -> Admission)
}

/// How a request is answered.
public enum Answering: Sendable {
    /// At once.
    case now(Response)
    /// By a thread that may block.
    case later(@Sendable () -> Response)
    /// By whoever gets the reply, begun by a thread that may block.
    case deferred(@Sendable (Reply) -> Void)
}

/// Why the server does not have a request handled.
public enum Refusal: Hashable, Sendable {
    /// The target is none.
    case target
    /// The target is longer than so many bytes.
    case longTarget(limit: Int)
    /// There are too many header fields, or they are too large.
    case fields
    /// A header field is no text, or the length of the body is told in two ways.
    case framing(String)
    /// The body is larger than so many bytes.
    case body(limit: Int)
    /// What has come is no request, or none that was whole when the client had sent all, or nothing for too long.
    case unfinished
    /// There is more to do than the server takes on.
    case busy
    /// The server is about to end.
    case draining
}

/// The way back to whoever asked.
///
/// It is used once; what comes later has no effect.
public final class Reply: Sendable {
    private let give: @Sendable (Response) -> Void
    private let fallback: @Sendable () -> Response

    init(_ exchange: Exchange, fallback: @escaping @Sendable () -> Response) {
        give = { exchange.give($0) }
        self.fallback = fallback
    }

    /// The way back by another one, on which every answer is changed; that to whoever is forgotten as well.
    public init(by reply: Reply, changing change: @escaping @Sendable (Response) -> Response) {
        give = { reply.send(change($0)) }
        fallback = reply.fallback
    }

    /// Answers.
    public func send(_ response: Response) { give(response) }

    deinit {
        // Whoever lost it has forgotten somebody who waits.
        give(fallback())
    }
}
