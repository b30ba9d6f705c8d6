/// Counts failures of our own, and says when it is time to stop: a worker whose machinery is broken would otherwise take
/// job after job and spoil an attempt of each.
struct CircuitBreaker: Sendable {
    /// How often the same failure may come, with no job between that went well.
    let limit: Int
    private var kind: String?
    private var count = 0

    init(limit: Int) { self.limit = max(1, limit) }

    /// A job was judged: whatever failed before may have lain with the others.
    mutating func reset() {
        kind = nil
        count = 0
    }

    /// Counts a failure of that kind; true when there were too many of it.
    mutating func count(_ kind: String) -> Bool {
        if kind != self.kind { count = 0 }
        self.kind = kind
        count += 1
        return count >= limit
    }
}
