public import Queueing

/// What became of a try to send a message, as far as we know.
public enum DeliveryAnswer: Hashable, Sendable {
    /// The receiver has answered with that status, and said how many seconds to wait.
    case status(Int, retryAfter: Int?)
    /// No answer came, and one may come next time.
    case unreachable(String)
    /// We do not want to send it there.
    case refused(String)
}

/// What becomes of a message after a try.
public enum DeliveryFate: Hashable, Sendable {
    /// The receiver has taken it.
    case delivered
    /// It is sent once more, not before then.
    case again(at: Timestamp, reason: String)
    /// It is given up; `isTrouble`: whether its receiver's host seems to be in trouble, nil where nobody knows.
    case dead(reason: String, isTrouble: Bool? = false)
    /// It is given up, and its endpoint is not to be told anything any more.
    case gone(reason: String)

    /// Whether the receiver's host seems to be in trouble; nil: nobody has asked it.
    public var isTrouble: Bool? {
        switch self {
        case .again: true
        case .dead(_, let isTrouble): isTrouble
        case .delivered, .gone: false
        }
    }
}

/// When a message is sent again, and when it is given up.
public struct DeliveryRule: Hashable, Sendable {
    /// The wait after the first try; each further one is as many times as long as `factor` says.
    public var first: Duration
    /// By how much waits grow.
    public var factor: Int
    /// No wait is longer, whatever the receiver asks for.
    public var longest: Duration
    /// How many tries there are in all.
    public var tries: Int
    /// By what part waits are longer or shorter, by chance.
    public var jitter: Double

    /// 5 s, 25 s, 125 s, … up to six hours, each a fifth more or less; eight tries, which is about eleven hours and a half.
    public init(
        first: Duration = .seconds(5),
        factor: Int = 5,
        longest: Duration = .seconds(21_600),
        tries: Int = 8,
        jitter: Double = 0.2
    ) {
        self.first = first
        self.factor = factor
        self.longest = longest
        self.tries = tries
        self.jitter = jitter
    }

    /// What becomes of a message.
    ///
    /// - Parameters:
    ///   - answer: What came of the last try.
    ///   - tried: How many tries there were, that one included, since the message was made or sent again by somebody.
    ///   - now: What time it is.
    ///   - chance: From 0 to 1.
    /// - Returns: Its fate.
    public func fate(_ answer: DeliveryAnswer, tried: Int, now: Timestamp, chance: Double) -> DeliveryFate {
        let reason: String
        var asked = 0
        switch answer {
        case .refused(let why): return .dead(reason: why, isTrouble: nil)
        case .unreachable(let why): reason = why
        case .status(let status, let retryAfter):
            switch status {
            case 200...299: return .delivered
            case 410: return .gone(reason: "the receiver answered 410: it is gone")
            case 408, 429, 500...599:
                reason = "the receiver answered \(status)"
                asked = retryAfter ?? 0
            case 300...399: return .dead(reason: "the receiver answered \(status); redirects are not followed")
            default: return .dead(reason: "the receiver answered \(status)")
            }
        }
        if tried >= tries { return .dead(reason: "\(reason); it was tried \(tried) times", isTrouble: true) }
        let wait = max(wait(after: tried, chance: chance), min(asked, longest.inMilliseconds / 1000) * 1000)
        return .again(at: now + .milliseconds(wait), reason: reason)
    }

    /// How many milliseconds are waited after so many tries.
    private func wait(after tried: Int, chance: Double) -> Int {
        var wait = Double(first.inMilliseconds)
        for _ in 1..<max(1, tried) { wait = min(wait * Double(factor), Double(longest.inMilliseconds)) }
        return Int(min(wait, Double(longest.inMilliseconds)) * (1 + jitter * (2 * chance - 1)))
    }
}
