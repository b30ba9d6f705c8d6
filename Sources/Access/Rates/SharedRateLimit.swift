internal import Linux
public import Queueing
internal import Synchronization

/// One limit that several servers hold together, through the database.
///
/// A server takes tokens out of the shared bucket in blocks of a twentieth of the burst, and answers requests from its
/// block, so that most requests do not touch the database. Together the servers never allow more than one bucket would:
/// tokens are taken before they are used. They may allow less, by a block each, since what one server holds and does not
/// use (for up to two seconds, then it is forgotten) the others do not get. Where the database cannot be asked, each server holds the
/// limit by itself for a second before it asks again: the limit is then as many times as large as there are servers.
public final class SharedRateLimit: RateLimiting {
    private struct Share {
        /// Tokens that were taken, and not used yet.
        var held = 0
        /// When they are forgotten, in nanoseconds.
        var until: UInt64 = 0
        /// The shared bucket as it was last seen.
        var bucket: TokenBucket
        /// When that was, in nanoseconds.
        var seen: UInt64
        /// Until when the bucket is known to have too few tokens for `refused`.
        var emptyUntil: UInt64 = 0
        var refused = 0
    }

    private struct State {
        var shares: [RateSubject: Share] = [:]
        /// Until when the database is not asked, as it could not be.
        var aloneUntil: UInt64 = 0
    }

    /// How many subjects are remembered; others are asked for in the database again.
    private static let most = 10_000
    private static let holding: UInt64 = 2_000_000_000

    private let store: any AccessStore
    private let clock: any QueueClock
    private let keyRule: RateRule
    private let addressRule: RateRule
    private let state = Mutex(State())

    /// A limit with a rule for keys and one for addresses.
    ///
    /// - Parameters:
    ///   - store: The database that servers share.
    ///   - key: For each key.
    ///   - address: For each address from which somebody comes without a key, or with a wrong one.
    ///   - clock: What time it is where the database cannot be asked.
    public init(
        _ store: any AccessStore,
        key: RateRule = SharedRateLimit.keyRule,
        address: RateRule = SharedRateLimit.addressRule,
        clock: any QueueClock = SystemQueueClock()
    ) {
        self.store = store
        self.clock = clock
        keyRule = key
        addressRule = address
    }

    /// 1200 a minute for a key, at once or one after the other.
    public static let keyRule = RateRule(name: "key", burst: 1200, window: .seconds(60))
    /// 120 a minute for an address.
    public static let addressRule = RateRule(name: "address", burst: 120, window: .seconds(60))

    /// Takes tokens of the server's block, and else of the shared bucket.
    public func take(_ subject: RateSubject, cost: Int) -> RateDecision {
        let rule = rule(of: subject)
        return takeAtOnce(subject, cost: cost) ?? ask(subject, rule.bounded(cost), rule, Clock.nanoseconds)
    }

    /// Takes tokens of the server's block, or refuses what is known to be too much; nil: the database has to be asked.
    public func takeAtOnce(_ subject: RateSubject, cost: Int) -> RateDecision? {
        let rule = rule(of: subject)
        let cost = rule.bounded(cost)
        let now = Clock.nanoseconds
        return state.withLock { state -> RateDecision? in
            guard var share = state.shares[subject] else { return nil }
            if share.held >= cost, now < share.until {
                share.held -= cost
                state.shares[subject] = share
                return decision(share, rule, cost: cost, isAllowed: true, now)
            }
            guard now < share.emptyUntil, cost >= share.refused else { return nil }
            return decision(share, rule, cost: cost, isAllowed: false, now)
        }
    }

    private func rule(of subject: RateSubject) -> RateRule {
        switch subject {
        case .key: keyRule
        case .address: addressRule
        }
    }

    private func ask(_ subject: RateSubject, _ cost: Int, _ rule: RateRule, _ now: UInt64) -> RateDecision {
        let block = max(cost, rule.burst / 20)
        var taken: TokenBucket.Taken?
        if state.withLock({ now >= $0.aloneUntil }) {
            do throws(QueueError) {
                taken = try store.takeTokens(of: subject.text, needed: cost, wanted: block, rule)
            } catch {
                state.withLock { $0.aloneUntil = Clock.nanoseconds + 1_000_000_000 }
            }
        }
        return state.withLock { state in
            let old = state.shares[subject]
            let result =
                taken ?? TokenBucket.take(from: old?.bucket, needed: cost, wanted: cost, rule, at: clock.now())
            if state.shares.count >= Self.most { makeRoom(&state, now) }
            var share = Share(bucket: result.bucket, seen: now)
            // Two may have asked at once, and both have been given a block.
            if let old, now < old.until { share.held = old.held }
            share.until = now + Self.holding
            share.held += result.count
            // What another request has fetched meanwhile serves this one, too.
            let isAllowed = share.held >= cost
            if isAllowed {
                share.held -= cost
            } else {
                share.refused = cost
                share.emptyUntil = now + UInt64(min(1000, result.bucket.wait(for: cost, rule))) * 1_000_000
            }
            state.shares[subject] = share
            return decision(share, rule, cost: cost, isAllowed: isAllowed, now)
        }
    }

    /// Forgets those that hold nothing any more; all of them where that does not help.
    private func makeRoom(_ state: inout State, _ now: UInt64) {
        state.shares = state.shares.filter { now < $0.value.until }
        if state.shares.count >= Self.most { state.shares = [:] }
    }

    private func decision(
        _ share: Share,
        _ rule: RateRule,
        cost: Int,
        isAllowed: Bool,
        _ now: UInt64
    ) -> RateDecision {
        let passed = Int((now &- share.seen) / 1_000_000)
        let bucket = share.bucket.filled(rule, at: share.bucket.at + .milliseconds(passed))
        let full = TokenBucket(tokens: min(Double(rule.burst), bucket.tokens + Double(share.held)), at: bucket.at)
        func seconds(_ milliseconds: Int) -> Int { (milliseconds + 999) / 1000 }
        return RateDecision(
            isAllowed: isAllowed,
            policy: rule.policy,
            remaining: isAllowed ? Int(full.tokens + 1e-9) : min(cost - 1, Int(full.tokens + 1e-9)),
            reset: seconds(full.wait(for: rule.burst, rule)),
            retryAfter: isAllowed ? 0 : max(1, seconds(bucket.wait(for: cost, rule)))
        )
    }
}
