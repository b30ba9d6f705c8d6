internal import Queueing
internal import Simulating

/// The queue's rules with a thousand workers and a million jobs, simulated: what a fleet can and cannot do.
extension Bench {
    func fleet() throws -> BenchSection {
        var rows: [BenchSection.Row] = []
        var isGood = true
        for (name, scenario) in scenarios {
            try status.show("fleet: \(name)")
            var simulation = FleetSimulation(scenario)
            let figures = simulation.run()
            if figures.done + figures.dead != figures.accepted || figures.twice > 0 { isGood = false }
            rows.append(
                BenchSection.Row(
                    name,
                    [
                        "jobs": .count(figures.accepted),
                        "refused": .count(figures.refused),
                        "dead": .count(figures.dead),
                        "killed": .count(figures.killed),
                        "wasted": .count(figures.wasted),
                        "slots busy": .percent(figures.slotsBusy),
                        "database busy": .percent(figures.databaseBusy),
                        "wait": .seconds(figures.wait.median),
                        "p99": .seconds(figures.wait.p99),
                        "single's p99": figures.waitByTenant["single"].map { .seconds($0.p99) } ?? .words(""),
                        "deepest": .count(figures.deepest),
                    ]
                )
            )
        }
        return BenchSection(
            topic: "fleet",
            rows: rows,
            notes: [
                "Simulated: 1000 workers of 2 slots, jobs of 0.95 s on average, a database of 4000 transactions a second.",
                "Every job ended once: \(isGood ? "yes" : "NO").",
            ],
            isGood: isGood
        )
    }

    private var scenarios: [(String, FleetScenario)] {
        let minutes = rounds(10)
        let end = Duration.seconds(60 * minutes)
        let single = FleetScenario.Tenant("single", [.steady(perSecond: 0.5, from: .zero, until: end)])
        func steady(_ perSecond: Double) -> FleetScenario {
            let crowd = (0..<20).map { number in
                FleetScenario.Tenant(
                    "tenant \(number)",
                    [.steady(perSecond: perSecond / 20, from: .zero, until: end)]
                )
            }
            return FleetScenario(tenants: crowd + [single])
        }
        var killed = steady(600)
        killed.lifetime = .seconds(600)
        var away = steady(600)
        away.database.outage = (start: .seconds(120), length: .seconds(30))
        var peak = steady(300)
        peak.tenants[0].arrivals.append(
            .steady(perSecond: 2700, from: .seconds(120), until: .seconds(180))
        )
        var flood = steady(300)
        flood.tenants[0].arrivals.append(.burst(count: 100_000, at: .seconds(60)))
        var crowded = steady(900)
        crowded.database.perSecond = 3000
        return [
            ("300 jobs a second", steady(300)),
            ("600 jobs a second", steady(600)),
            ("900 jobs a second", steady(900)),
            ("900, and a slower database", crowded),
            ("600, a worker killed every 0.6 s", killed),
            ("600, no database for 30 s", away),
            ("300, ten times as many for a minute", peak),
            ("300, and 100,000 at once", flood),
        ]
    }
}
