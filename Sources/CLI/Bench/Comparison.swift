/// Two ways of doing the same, measured in turn so that both meet the same machine.
struct Comparison: Sendable, Encodable {
    /// What is done.
    let name: String
    /// The median without a box, in seconds.
    let bare: Double
    /// The median with Assay, in seconds.
    let assay: Double
    /// How often each was done.
    let rounds: Int
    /// What the project promises for it.
    let promise: String

    /// Assay's median over the bare one.
    var ratio: Double { assay / bare }

    private enum Key: String, CodingKey {
        case name, bare, assay, ratio, rounds, promise
    }

    /// Writes the figures and their ratio.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(bare, forKey: .bare)
        try container.encode(assay, forKey: .assay)
        try container.encode(ratio, forKey: .ratio)
        try container.encode(rounds, forKey: .rounds)
        try container.encode(promise, forKey: .promise)
    }

    /// Does both, `rounds` times each after one time that does not count, and compares the medians.
    static func measure(
        _ name: String,
        rounds: Int,
        promise: String,
        bare: () async throws -> Void,
        assay: () async throws -> Void
    ) async throws -> Comparison {
        let clock = ContinuousClock()
        var bareTimes: [Duration] = []
        var assayTimes: [Duration] = []
        for round in 0...rounds {
            let bareTime = try await clock.measure { try await bare() }
            let assayTime = try await clock.measure { try await assay() }
            // The first round fills caches.
            if round > 0 {
                bareTimes.append(bareTime)
                assayTimes.append(assayTime)
            }
        }
        return Comparison(
            name: name,
            bare: median(bareTimes),
            assay: median(assayTimes),
            rounds: rounds,
            promise: promise
        )
    }

    private static func median(_ times: [Duration]) -> Double {
        times.sorted()[times.count / 2] / .seconds(1)
    }
}
