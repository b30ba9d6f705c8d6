/// Limits how often somebody may ask.
public protocol RateLimiting: Sendable {
    /// Takes `cost` tokens from the bucket of `subject`.
    ///
    /// It never waits for a network longer than a request may take, and never throws: where a shared database cannot be
    /// asked, the limit is held by this process alone.
    ///
    /// - Parameters:
    ///   - subject: Who asks.
    ///   - cost: How much is asked for; 1 for what is cheap.
    /// - Returns: Whether it may go on, and what to tell the client.
    func take(_ subject: RateSubject, cost: Int) -> RateDecision

    /// The same where that can be told without blocking; nil: nothing was taken, and `take` has to be asked.
    func takeAtOnce(_ subject: RateSubject, cost: Int) -> RateDecision?

    /// The refusal that `take` would give, where that is known without blocking; nil: it may allow it. Nothing is taken.
    func refusal(of subject: RateSubject, cost: Int) -> RateDecision?
}

extension RateLimiting {
    /// None that is known.
    public func refusal(of subject: RateSubject, cost: Int) -> RateDecision? { nil }
}

/// Who has a bucket of tokens.
public enum RateSubject: Hashable, Sendable {
    /// A key, by its public id.
    case key(String)
    /// An address, for those who have shown no key.
    case address(String)

    /// As it is stored: `key:ID` or `address:TEXT`.
    public var text: String {
        switch self {
        case .key(let id): "key:\(id)"
        case .address(let address): "address:\(address)"
        }
    }
}

/// A limit of none, for services that only their own machine reaches.
public struct NoLimit: RateLimiting {
    /// The limit of none.
    public init() {}

    /// Allowed, always.
    public func take(_ subject: RateSubject, cost: Int) -> RateDecision { .unlimited }

    /// Allowed, always.
    public func takeAtOnce(_ subject: RateSubject, cost: Int) -> RateDecision? { .unlimited }
}
