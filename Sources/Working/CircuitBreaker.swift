/// Counts failures of our own, and says when it is time to stop: a worker whose machinery is broken would otherwise take
/// job after job and spoil an attempt of each.
struct CircuitBreaker: Sendable {
    /// How often the same failure may come, with no job between that went well.
    let limit: Int
    private var counts: [String: Int] = [:]

    init(limit: Int) { self.limit = max(1, limit) }

    /// A job was judged: whatever failed before may have lain with the others.
    mutating func reset() {
        counts = [:]
    }

    /// Counts a failure of that kind; true when there were too many of it.
    mutating func count(_ kind: String) -> Bool {
        // Each by itself: two faults that take turns are two faults.
        counts[kind, default: 0] += 1
        return counts[kind, default: 0] >= limit
    }
}
