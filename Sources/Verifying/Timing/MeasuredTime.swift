/// The time of a submission's slowest test, measured once or several times.
public struct MeasuredTime: Hashable, Sendable {
    /// The test.
    public var test: String
    /// The CPU times in seconds, in the order in which they were measured; never empty.
    public private(set) var runs: [Double]

    /// A first measurement.
    public init(test: String, seconds: Double) {
        self.test = test
        runs = [seconds]
    }

    /// Adds one more.
    public mutating func add(_ seconds: Double) { runs.append(seconds) }

    /// The smallest: what else the machine did can only add to it.
    public var smallest: Double { runs.min() ?? 0 }

    /// Between the smallest and the largest.
    public var spread: Double { (runs.max() ?? 0) - smallest }

    /// Whether the machine's noise may decide on which side of `limit` (seconds) the test ends.
    public func isWithinNoise(of limit: Double) -> Bool {
        let nearest = runs.map { ($0 - limit).magnitude }.min() ?? 0
        return nearest <= max(spread, 0.05 * limit) && smallest >= limit * 0.5 && smallest <= limit * 1.5
            || runs.contains { $0 <= limit } && runs.contains { $0 > limit }
    }
}
