public import Queueing

/// A message to an endpoint: that a submission has come to its end.
///
/// It is written in the transaction that ends the job, so that neither is there without the other.
public struct Delivery: Hashable, Sendable {
    /// Where a message stands.
    public enum State: String, CaseIterable, Sendable {
        /// It is to be sent, now or later.
        case waiting
        /// The receiver has taken it.
        case delivered
        /// It was given up; it can be sent again.
        case dead
    }

    /// Its place in lists.
    public var number: Int
    /// Its name, as in `msg_…`: the same in every attempt, so that receivers know it again.
    public var id: String
    /// To whom.
    public var endpoint: String
    /// The host and port to which it goes.
    public var host: String
    /// Whose submission.
    public var tenant: String
    /// Which submission.
    public var job: JobID
    /// What happened to it.
    public var kind: Endpoint.Kind
    /// When that was.
    public var at: Timestamp
    /// The problem's name.
    public var problem: String
    /// The canonical id of the language.
    public var language: String
    /// The verdict's code, of one that has a result.
    public var verdict: String?
    /// The score, where there is one.
    public var score: Double?
    /// Why it was given up, where it was.
    public var reason: String?
    /// Where the message stands.
    public var state: State
    /// How often it was sent.
    public var attempts: Int
    /// When it is sent next, or when its end came.
    public var dueAt: Timestamp
    /// The HTTP status of the last attempt; nil: there was none.
    public var status: Int?
    /// What was wrong with the last attempt; empty: nothing.
    public var error: String

    /// A message with these parts.
    public init(
        number: Int,
        id: String,
        endpoint: String,
        host: String,
        tenant: String,
        job: JobID,
        kind: Endpoint.Kind,
        at: Timestamp,
        problem: String,
        language: String,
        verdict: String? = nil,
        score: Double? = nil,
        reason: String? = nil,
        state: State = .waiting,
        attempts: Int = 0,
        dueAt: Timestamp,
        status: Int? = nil,
        error: String = ""
    ) {
        self.number = number
        self.id = id
        self.endpoint = endpoint
        self.host = host
        self.tenant = tenant
        self.job = job
        self.kind = kind
        self.at = at
        self.problem = problem
        self.language = language
        self.verdict = verdict
        self.score = score
        self.reason = reason
        self.state = state
        self.attempts = attempts
        self.dueAt = dueAt
        self.status = status
        self.error = error
    }
}

/// One try to send a message, for the log.
public struct DeliveryAttempt: Hashable, Sendable {
    /// Which try it was, from 1 on.
    public var number: Int
    /// When.
    public var at: Timestamp
    /// How long it took.
    public var duration: Duration
    /// The HTTP status that came; nil: none did.
    public var status: Int?
    /// What was wrong; empty: nothing.
    public var error: String

    /// A try with these parts.
    public init(number: Int, at: Timestamp, duration: Duration, status: Int?, error: String) {
        self.number = number
        self.at = at
        self.duration = duration
        self.status = status
        self.error = error
    }
}

/// Which messages are meant: those to which all that is said here applies.
public struct DeliveryFilter: Hashable, Sendable {
    /// In that state.
    public var state: Delivery.State?
    /// Of that tenant.
    public var tenant: String?
    /// To that endpoint.
    public var endpoint: String?
    /// Of that submission.
    public var job: JobID?
    /// To endpoints of that key, or of single submissions that came under it.
    public var key: String?

    /// All messages, unless said otherwise.
    public init(
        state: Delivery.State? = nil,
        tenant: String? = nil,
        endpoint: String? = nil,
        job: JobID? = nil,
        key: String? = nil
    ) {
        self.key = key
        self.state = state
        self.tenant = tenant
        self.endpoint = endpoint
        self.job = job
    }
}
