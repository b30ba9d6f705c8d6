import Core
import Testing
import Verifying

@Suite struct TimeRulesTests {
    /// Slowest accepted time, factor, resolution in milliseconds, limit in milliseconds.
    static let inferences: [(slowest: Double, factor: Double, resolution: Int, limit: Int)] = [
        (0, 2, 1000, 1000),
        (0.001, 2, 1000, 1000),
        (0.5, 2, 1000, 1000),
        (0.500_001, 2, 1000, 2000),
        (0.2, 5, 1000, 1000),
        (0.201, 5, 1000, 2000),
        (1, 1, 1000, 1000),
        (1.3, 2, 500, 3000),
        (0.7, 3, 100, 2100),
        (0.1, 3, 100, 300),
        (2.5, 2, 1000, 5000),
        (7, 2, 3000, 15000),
        (0.06, 2, 50, 150),
    ]

    @Test(arguments: inferences)
    func `infers the smallest multiple of the resolution that is long enough`(
        slowest: Double,
        factor: Double,
        resolution: Int,
        limit: Int
    ) {
        let rules = TimeRules(
            acceptedToTimeLimit: factor,
            timeLimitToTooSlow: 1.5,
            resolution: .milliseconds(resolution)
        )
        #expect(rules.inferred(from: slowest) == .milliseconds(limit))
        #expect(rules.allows(slowest, in: .milliseconds(limit)))
    }

    @Test func `a limit that is too short for a time is none`() {
        let rules = TimeRules(acceptedToTimeLimit: 2, timeLimitToTooSlow: 1.5, resolution: .seconds(1))
        #expect(!rules.allows(0.51, in: .seconds(1)))
        #expect(rules.allows(0.5, in: .seconds(1)))
    }

    @Test(arguments: [(1.5, 2000, 3000), (2, 1000, 2000), (1, 1000, 1000), (1.25, 100, 125)])
    func `what is too slow is so under a longer limit, too`(factor: Double, limit: Int, extended: Int) {
        let rules = TimeRules(acceptedToTimeLimit: 2, timeLimitToTooSlow: factor, resolution: .seconds(1))
        #expect(rules.extended(.milliseconds(limit)) == .milliseconds(extended))
    }
}
