public import Queueing

/// How many tokens there are, and how fast they come back.
public struct RateRule: Hashable, Sendable {
    /// What clients are told it is called, as in `key`.
    public var name: String
    /// How many tokens a full bucket has: the burst.
    public var burst: Int
    /// In which time an empty bucket becomes full.
    public var window: Duration

    /// A bucket of `burst` tokens that becomes full in `window`; both are at least 1 (1 ms).
    public init(name: String, burst: Int, window: Duration) {
        self.name = name
        self.burst = max(1, burst)
        self.window = max(.milliseconds(1), window)
    }

    /// How many tokens come back in a millisecond.
    var tokensPerMillisecond: Double { Double(burst) / Double(max(1, window.inMilliseconds)) }

    /// What something of that cost takes: never more than a full bucket has, or it could never be had.
    func bounded(_ cost: Int) -> Int { min(burst, max(1, cost)) }

    /// The rule as clients are told of it.
    public var policy: RateDecision.Policy {
        .init(name: name, quota: burst, window: max(1, (window.inMilliseconds + 999) / 1000))
    }
}

/// A bucket of tokens at some moment; what becomes of it is a pure function.
public struct TokenBucket: Hashable, Sendable {
    /// How many tokens were in it then; between 0 and the burst.
    public var tokens: Double
    /// When.
    public var at: Timestamp

    /// A bucket with so many tokens at that moment.
    public init(tokens: Double, at: Timestamp) {
        self.tokens = tokens
        self.at = at
    }

    /// What was taken, and what is left.
    public struct Taken: Hashable, Sendable {
        /// How many tokens were taken; 0: there were too few.
        public var count: Int
        /// The bucket after that.
        public var bucket: TokenBucket

        /// So many tokens, and that bucket.
        public init(count: Int, bucket: TokenBucket) {
            self.count = count
            self.bucket = bucket
        }
    }

    /// The bucket as it is later, when tokens have come back; time that goes backwards changes nothing.
    public func filled(_ rule: RateRule, at now: Timestamp) -> TokenBucket {
        let passed = Double(max(0, (now - at).inMilliseconds))
        return TokenBucket(
            tokens: min(Double(rule.burst), max(0, tokens) + passed * rule.tokensPerMillisecond),
            at: max(at, now)
        )
    }

    /// Takes up to `wanted` tokens; none if there are fewer than `needed`.
    ///
    /// - Parameters:
    ///   - bucket: As it was last; nil: it is new, and so full.
    ///   - needed: How many there must be.
    ///   - wanted: How many are taken where there are as many.
    ///   - rule: What fills it.
    ///   - now: What time it is.
    /// - Returns: What was taken.
    public static func take(
        from bucket: TokenBucket?,
        needed: Int,
        wanted: Int,
        _ rule: RateRule,
        at now: Timestamp
    ) -> Taken {
        var filled = (bucket ?? TokenBucket(tokens: Double(rule.burst), at: now)).filled(rule, at: now)
        let whole = Int(filled.tokens + 1e-9)
        guard whole >= needed else { return Taken(count: 0, bucket: filled) }
        let count = max(needed, min(wanted, whole))
        filled.tokens = max(0, filled.tokens - Double(count))
        return Taken(count: count, bucket: filled)
    }

    /// In how many milliseconds there will be `count` tokens; 0: now.
    ///
    /// More than the burst there will never be, and then it
    /// is the time until the bucket is full.
    public func wait(for count: Int, _ rule: RateRule) -> Int {
        let missing = Double(min(count, rule.burst)) - tokens
        return missing <= 1e-9 ? 0 : Int((missing / rule.tokensPerMillisecond).rounded(.up))
    }
}
