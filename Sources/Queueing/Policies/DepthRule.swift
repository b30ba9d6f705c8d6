/// How many jobs may wait or run at once; who wants to add more is refused, and told when to come back.
public struct DepthRule: Hashable, Sendable {
    /// In the whole queue.
    public var total: Int
    /// Of one tenant.
    public var tenant: Int

    /// A rule with these bounds.
    public init(total: Int = 2_000_000, tenant: Int = 1_000_000) {
        self.total = total
        self.tenant = tenant
    }

    /// Why `count` more jobs of a tenant are refused; nil: they are not.
    ///
    /// - Parameters:
    ///   - name: The tenant's name.
    ///   - count: How many it wants to add.
    ///   - ofTenant: How many it has that have not ended.
    ///   - inAll: How many there are that have not ended.
    ///   - endedLastMinute: How many have ended within the last minute.
    /// - Returns: `QueueError.full`, or nil.
    public func refusal(
        tenant name: String,
        adding count: Int,
        ofTenant: Int,
        inAll: Int,
        endedLastMinute: Int
    ) -> QueueError? {
        if ofTenant + count > tenant {
            let wait = wait(for: ofTenant + count - tenant, endedLastMinute)
            return .full(of: name, limit: tenant, retryAfter: wait)
        }
        if inAll + count > total {
            return .full(of: nil, limit: total, retryAfter: wait(for: inAll + count - total, endedLastMinute))
        }
        return nil
    }

    /// How long it will take until so many have ended, as things go: a second at least, ten minutes at most.
    func wait(for excess: Int, _ endedLastMinute: Int) -> Duration {
        if endedLastMinute <= 0 { return .seconds(60) }
        let seconds = (excess * 60 + endedLastMinute - 1) / endedLastMinute
        return .seconds(min(600, max(1, seconds)))
    }
}
