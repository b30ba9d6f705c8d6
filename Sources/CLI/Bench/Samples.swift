/// Times that were measured of one thing, in seconds.
struct Samples: Sendable {
    private var values: [Double] = []

    mutating func add(_ time: Duration) { values.append(time / .seconds(1)) }

    var count: Int { values.count }

    /// The time that half of them are below.
    var median: Double { quantile(0.5) }

    /// The time that a tenth of them is below: what it takes when nothing else is in the way.
    var fastTenth: Double { quantile(0.1) }

    /// The largest.
    var largest: Double { values.max() ?? 0 }

    /// The smallest.
    var smallest: Double { values.min() ?? 0 }

    var mean: Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }

    /// The standard deviation of a sample.
    var deviation: Double {
        guard values.count > 1 else { return 0 }
        let mean = mean
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(values.count - 1)).squareRoot()
    }

    private func quantile(_ share: Double) -> Double {
        guard !values.isEmpty else { return 0 }
        return values.sorted()[min(values.count - 1, Int(Double(values.count) * share))]
    }
}

/// Several ways of doing the same, measured in turn so that all meet the same machine.
struct Contest {
    /// One way.
    struct Contender {
        let name: String
        let body: () async throws -> Void
    }

    /// Does each `rounds` times, after one time that does not count: it fills caches.
    static func measure(_ contenders: [Contender], rounds: Int) async throws -> [Samples] {
        let clock = ContinuousClock()
        var samples = contenders.map { _ in Samples() }
        for round in 0...rounds {
            for (place, contender) in contenders.enumerated() {
                let time = try await clock.measure { try await contender.body() }
                if round > 0 { samples[place].add(time) }
            }
        }
        return samples
    }
}
