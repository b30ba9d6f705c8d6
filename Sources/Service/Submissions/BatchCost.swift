internal import Access
public import HTTPServing

extension ServiceContext {
    /// What a submission takes of its key's rate limit, one by one or in a batch.
    private static let each = 5

    /// Takes what a batch costs beyond what its route has taken, so that it is no way around the rate limit.
    ///
    /// That is as much as its submissions would have cost one by one, but at most half of a full bucket: of a key in
    /// steady use the bucket is never full, and the largest batch has to be possible. An admin's batch costs nothing more.
    ///
    /// - Parameters:
    ///   - count: How many submissions there are.
    ///   - call: Whose.
    /// - Returns: How the limit stands now, as header fields of the answer; none where the route has told it.
    /// - Throws: `Fault` where that is too much.
    public func charge(forBatch count: Int, to call: Call) throws(Fault) -> [Request.Field] {
        guard let policy = call.rate.policy, !call.identity.may(.admin) else { return [] }
        let more = min(Self.each * count, policy.quota / 2) - call.cost
        guard more > 0 else { return [] }
        let decision = settings.rates.take(.key(call.identity.keyID), cost: more)
        let fields = decision.headerFields.map { Request.Field(name: $0.name.lowercased(), value: $0.value) }
        if decision.isAllowed { return fields }
        // Whoever comes back pays for the route once more before it comes to this.
        let again = (call.cost * policy.window + policy.quota - 1) / max(1, policy.quota)
        let seconds = decision.retryAfter + again
        var fault = Fault(
            .rateLimited,
            "\(count) submissions are too much at once for what is left; come back in \(seconds) s",
            retryAfter: seconds
        )
        fault.fields = fields.filter { $0.name != "retry-after" }
        throw fault
    }
}
