internal import Linux
public import Queueing

/// One limit that several servers hold together, through the database.
///
/// A server takes tokens out of the shared bucket in blocks of a twentieth of the burst, and answers requests from its
/// blocks, so that most requests do not touch the database. Together the servers never allow more than one bucket would:
/// tokens are taken before they are used, and what is held fades as the shared bucket would overflow with it (`Block`).
/// What one server does not use is not lost to it: it is good for as long as the bucket is not full. Servers may allow
/// less, by a block each, since what one holds the others do not get. Where the database cannot be asked, each server
/// holds the limit by itself for a second before it asks again: the limit is then as many times as large as there are
/// servers.
public final class SharedRateLimit: RateLimiting {
    private struct Share {
        /// What was taken, and not used yet, the oldest first.
        var blocks: [Block] = []
        /// The shared bucket as it was last seen.
        var bucket: TokenBucket
        /// When that was, in milliseconds.
        var seen: Int
        /// Until when the bucket is known to have too few tokens for `refused`.
        var emptyUntil = 0
        var refused = 0
    }

    private struct State {
        var shares: [RateSubject: Share] = [:]
        /// For whom the database is being asked.
        var asked: Set<RateSubject> = []
        /// Until when the database is not asked, as it could not be.
        var aloneUntil = 0
    }

    private enum Step {
        case told(RateDecision)
        /// The database has to be asked, by whoever gets this; these are the blocks that there are.
        case ask([Block], TokenBucket?)
    }

    /// How many subjects are remembered; others are asked for in the database again.
    private static let most = 10_000

    private let store: any AccessStore
    private let clock: any QueueClock
    private let keyRule: RateRule
    private let addressRule: RateRule
    private let state = Monitor(State())

    /// A limit with a rule for keys and one for addresses.
    ///
    /// - Parameters:
    ///   - store: The database that servers share.
    ///   - key: For each key.
    ///   - address: For each address from which somebody comes without a key, or with a wrong one.
    ///   - clock: What time it is where the database cannot be asked, and how much has passed.
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

    /// Takes tokens of the server's blocks, and else of the shared bucket.
    ///
    /// Only one at a time asks for a subject; who comes meanwhile is served by what that has brought.
    public func take(_ subject: RateSubject, cost: Int) -> RateDecision {
        let rule = rule(of: subject)
        let cost = rule.bounded(cost)
        let step = state.wait(until: nil) { state -> Step? in
            let now = clock.steadyMilliseconds
            if let decision = Self.decide(&state, subject, cost, rule, now) { return .told(decision) }
            guard state.asked.insert(subject).inserted else { return nil }
            defer { state.shares[subject]?.blocks = [] }
            return .ask(state.shares[subject]?.blocks ?? [], state.shares[subject]?.bucket)
        }
        switch step {
        case .told(let decision): return decision
        case .ask(let blocks, let bucket): return ask(subject, cost, rule, blocks, bucket)
        case nil: return .unlimited
        }
    }

    /// Takes tokens of the server's blocks, or refuses what is known to be too much; nil: the database has to be asked.
    public func takeAtOnce(_ subject: RateSubject, cost: Int) -> RateDecision? {
        let rule = rule(of: subject)
        let now = clock.steadyMilliseconds
        return state.look { Self.decide(&$0, subject, rule.bounded(cost), rule, now) }
    }

    /// The refusal that is known; nil: there may be enough.
    public func refusal(of subject: RateSubject, cost: Int) -> RateDecision? {
        let rule = rule(of: subject)
        let cost = rule.bounded(cost)
        let now = clock.steadyMilliseconds
        return state.look { state in
            guard let share = state.shares[subject], now < share.emptyUntil, cost >= share.refused,
                Block.count(of: share.blocks, rule, now) < cost
            else { return nil }
            return Self.decision(share, rule, cost: cost, isAllowed: false, now)
        }
    }

    private func rule(of subject: RateSubject) -> RateRule {
        switch subject {
        case .key: keyRule
        case .address: addressRule
        }
    }

    private static func decide(
        _ state: inout State,
        _ subject: RateSubject,
        _ cost: Int,
        _ rule: RateRule,
        _ now: Int
    ) -> RateDecision? {
        guard var share = state.shares[subject] else { return nil }
        let isAllowed = Block.take(cost, of: &share.blocks, rule, now)
        state.shares[subject] = share
        guard isAllowed || (now < share.emptyUntil && cost >= share.refused) else { return nil }
        return decision(share, rule, cost: cost, isAllowed: isAllowed, now)
    }

    private func ask(
        _ subject: RateSubject,
        _ cost: Int,
        _ rule: RateRule,
        _ blocks: [Block],
        _ bucket: TokenBucket?
    ) -> RateDecision {
        // The time before it is asked: what is held fades rather too early than too late.
        let now = clock.steadyMilliseconds
        let missing = max(1, cost - Block.count(of: blocks, rule, now))
        var taken: TokenBucket.Taken?
        if state.look({ now >= $0.aloneUntil }) {
            do throws(QueueError) {
                let wanted = max(missing, rule.burst / 20)
                taken = try store.takeTokens(of: subject.text, needed: missing, wanted: wanted, rule)
            } catch {
                state.look { $0.aloneUntil = clock.steadyMilliseconds + 1000 }
            }
        }
        let result = taken ?? TokenBucket.take(from: bucket, needed: missing, wanted: missing, rule, at: clock.now())
        return state.change { state in
            state.asked.remove(subject)
            if state.shares.count >= Self.most { Self.makeRoom(&state, now) }
            var share = Share(blocks: blocks, bucket: result.bucket, seen: now)
            if result.count > 0 {
                share.blocks.append(Block(count: result.count, level: result.bucket.tokens, at: now))
            }
            let isAllowed = Block.take(cost, of: &share.blocks, rule, now)
            if !isAllowed {
                share.refused = cost
                share.emptyUntil = now + min(1000, result.bucket.wait(for: missing, rule))
            }
            state.shares[subject] = share
            return Self.decision(share, rule, cost: cost, isAllowed: isAllowed, now)
        }
    }

    /// Forgets those that hold nothing any more; all of them where that does not help.
    private static func makeRoom(_ state: inout State, _ now: Int) {
        state.shares = state.shares.filter { !$0.value.blocks.isEmpty && now < $0.value.seen + 60_000 }
        // Or it would be done for each one more.
        if state.shares.count >= most / 2 { state.shares = [:] }
    }

    private static func decision(
        _ share: Share,
        _ rule: RateRule,
        cost: Int,
        isAllowed: Bool,
        _ now: Int
    ) -> RateDecision {
        let passed = max(0, now - share.seen)
        let held = Block.count(of: share.blocks, rule, now)
        let bucket = share.bucket.filled(rule, at: share.bucket.at + .milliseconds(passed))
        let full = TokenBucket(tokens: min(Double(rule.burst), bucket.tokens + Double(held)), at: bucket.at)
        func seconds(_ milliseconds: Int) -> Int { (milliseconds + 999) / 1000 }
        return RateDecision(
            isAllowed: isAllowed,
            policy: rule.policy,
            remaining: isAllowed ? Int(full.tokens + 1e-9) : min(cost - 1, Int(full.tokens + 1e-9)),
            reset: seconds(full.wait(for: rule.burst, rule)),
            retryAfter: isAllowed ? 0 : max(1, seconds(bucket.wait(for: max(1, cost - held), rule)))
        )
    }
}
