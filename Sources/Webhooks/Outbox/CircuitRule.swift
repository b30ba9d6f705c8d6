public import Queueing

/// How it is with an endpoint, for all servers: after several failures in a row it is left alone for a while, and then
/// asked with a single message.
///
/// It is an endpoint's and not its host's: many tenants have theirs at one host, and whoever names a URL there that
/// fails must not keep all of them waiting. What a host is asked for at once is bounded by `HostLoad`.
public struct Circuit: Hashable, Sendable {
    /// How many tries in a row have failed.
    public var failures: Int
    /// Until when nothing is sent; nil: it may be.
    public var openUntil: Timestamp?

    /// An endpoint with so many failures.
    public init(failures: Int = 0, openUntil: Timestamp? = nil) {
        self.failures = failures
        self.openUntil = openUntil
    }

    /// After how many failures in a row it is left alone.
    public static let limit = 5
    /// For how long a single message is waited for before another one is sent.
    public static let probe: Duration = .seconds(60)

    /// The endpoint after one more try.
    ///
    /// It is left alone for 30 s at first, and twice as long after each further failure, up to ten minutes.
    /// What nobody knows changes nothing.
    public func after(isTrouble: Bool?, now: Timestamp) -> Circuit {
        guard let isTrouble else { return self }
        guard isTrouble else { return Circuit() }
        let count = failures + 1
        guard count >= Self.limit else { return Circuit(failures: count) }
        let seconds = min(600, 30 << min(5, count - Self.limit))
        return Circuit(failures: count, openUntil: now + .seconds(seconds))
    }

    /// Whether a message may be sent now; and if so, how the endpoint is while that one is under way.
    ///
    /// - Returns: nil: it may not.
    public func admitting(now: Timestamp) -> Circuit? {
        guard let openUntil else { return self }
        if now < openUntil { return nil }
        // One only: the others wait for what comes of it.
        return Circuit(failures: failures, openUntil: now + Self.probe)
    }
}
