/// What a rate limit says of a request.
public struct RateDecision: Hashable, Sendable {
    /// Whether the request may go on; if not, the answer is 429.
    public let isAllowed: Bool
    /// The rule that was applied; nil: none was.
    public let policy: Policy?
    /// How many tokens are left.
    public let remaining: Int
    /// Seconds until the bucket is full again.
    public let reset: Int
    /// Seconds until what was asked for can be had; 0 when it was allowed.
    public let retryAfter: Int

    /// A rule, as clients are told of it.
    public struct Policy: Hashable, Sendable {
        /// What the rule is called: `key` or `address`.
        public let name: String
        /// How many tokens a full bucket has.
        public let quota: Int
        /// In how many seconds an empty bucket is full.
        public let window: Int

        /// A rule with these figures.
        public init(name: String, quota: Int, window: Int) {
            self.name = name
            self.quota = quota
            self.window = window
        }
    }

    /// A decision with these parts.
    public init(isAllowed: Bool, policy: Policy?, remaining: Int, reset: Int, retryAfter: Int) {
        self.isAllowed = isAllowed
        self.policy = policy
        self.remaining = remaining
        self.reset = reset
        self.retryAfter = retryAfter
    }

    /// Allowed, by no rule.
    public static let unlimited = RateDecision(isAllowed: true, policy: nil, remaining: 0, reset: 0, retryAfter: 0)

    /// The header fields of the answer, allowed or not.
    ///
    /// `RateLimit-Policy` and `RateLimit` are structured fields as in the IETF draft "RateLimit header fields for HTTP";
    /// a refusal has `Retry-After`, too.
    public var headerFields: [(name: String, value: String)] {
        guard let policy else { return [] }
        var fields = [
            (name: "RateLimit-Policy", value: "\"\(policy.name)\";q=\(policy.quota);w=\(policy.window)"),
            (name: "RateLimit", value: "\"\(policy.name)\";r=\(remaining);t=\(reset)"),
        ]
        if !isAllowed { fields.append((name: "Retry-After", value: "\(retryAfter)")) }
        return fields
    }
}
