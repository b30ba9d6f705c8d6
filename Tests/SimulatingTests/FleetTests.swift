import Queueing
import Simulating
import Testing

/// The queue's rules with a thousand workers, on a simulated clock.
@Suite
struct FleetTests {
    private static func steady(_ name: String, _ perSecond: Double, seconds: Int) -> FleetScenario.Tenant {
        FleetScenario.Tenant(name, [.steady(perSecond: perSecond, from: .zero, until: .seconds(seconds))])
    }

    private static func run(_ scenario: FleetScenario) -> FleetFigures {
        var simulation = FleetSimulation(scenario)
        return simulation.run()
    }

    @Test func `every accepted job ends once, though workers are killed all the time`() {
        var scenario = FleetScenario(tenants: [Self.steady("a", 20, seconds: 120)])
        scenario.workers = 20
        // One of them every second, on average.
        scenario.lifetime = .seconds(20)
        let figures = Self.run(scenario)
        #expect(figures.killed > 60)
        #expect(figures.wasted > 0)
        #expect(figures.accepted > 2000)
        #expect(figures.done + figures.dead == figures.accepted)
        #expect(figures.twice == 0)
    }

    @Test func `a tenant with very many jobs does not delay another's single one by more than a round`() throws {
        let flood = FleetScenario.Tenant("flood", [.burst(count: 20_000, at: .zero)])
        var scenario = FleetScenario(tenants: [flood, Self.steady("single", 1, seconds: 60)])
        scenario.workers = 20
        scenario.service = [(100, 0.1)]
        let figures = Self.run(scenario)
        let single = try #require(figures.waitByTenant["single"])
        let flooding = try #require(figures.waitByTenant["flood"])
        #expect(flooding.median > 10)
        // The next slot that is free is its own: 40 slots, 0.1 s each on average.
        #expect(single.longest < 0.5)
    }

    @Test(arguments: [true, false])
    func `a database that was away for longer than a lease costs work only where no grace is given`(_ grace: Bool) {
        var scenario = FleetScenario(tenants: [Self.steady("a", 20, seconds: 90)])
        scenario.workers = 20
        scenario.database.outage = (start: .seconds(30), length: .seconds(20))
        scenario.database.givesGrace = grace
        let figures = Self.run(scenario)
        #expect(figures.done == figures.accepted)
        #expect(figures.twice == 0)
        #expect((figures.wasted == 0) == grace)
    }

    @Test func `a queue that is full refuses, and loses nothing that it has taken`() {
        var scenario = FleetScenario(tenants: [Self.steady("a", 1000, seconds: 10)])
        scenario.workers = 5
        scenario.settings.depth = DepthRule(total: 500, tenant: 400)
        let figures = Self.run(scenario)
        #expect(figures.refused > 8000)
        #expect(figures.deepest <= 400)
        #expect(figures.done == figures.accepted)
    }

    @Test func `the same seed gives the same course, and another one another`() {
        var scenario = FleetScenario(tenants: [Self.steady("a", 50, seconds: 20)])
        scenario.workers = 50
        let first = Self.run(scenario)
        let second = Self.run(scenario)
        scenario.seed = 2
        let third = Self.run(scenario)
        #expect(first.end == second.end)
        #expect(first.transactions == second.transactions)
        #expect(first.end != third.end)
    }

    @Test func `jobs wait no longer than the way to the database while half of the slots are busy`() {
        var scenario = FleetScenario(tenants: [])
        scenario.workers = 50
        scenario.tenants = [Self.steady("a", scenario.capacity / 2, seconds: 60)]
        let figures = Self.run(scenario)
        #expect(figures.wait.p99 < 0.05)
        #expect((0.4..<0.6).contains(figures.slotsBusy))
    }
}
