internal import Core
internal import Queueing

/// The course of a fleet, event by event, on a clock of its own: the queue's rules at a scale that no test has machines for.
///
/// Turns, retries, leases and bounds are decided by the same functions as in a real queue; the database is a server with
/// a pace, and what judging takes is drawn by chance.
public struct FleetSimulation {
    /// What happens next, in microseconds; what happens at the same moment happens in the order in which it was foreseen.
    struct Event: Comparable {
        enum Kind {
            case arrival(tenant: Int, source: Int)
            case accepted(job: Int)
            case ready(job: Int)
            case lease(slot: Int, life: Int)
            case finished(slot: Int, life: Int, job: Int, attempt: Int)
            case completed(slot: Int, life: Int, job: Int, attempt: Int)
            case heartbeat(worker: Int, life: Int)
            case extended(worker: Int, life: Int)
            case kill(worker: Int)
            case start(worker: Int)
            case tidy
        }

        let time: Int
        let order: Int
        let kind: Kind

        static func < (left: Event, right: Event) -> Bool { (left.time, left.order) < (right.time, right.order) }
        static func == (left: Event, right: Event) -> Bool { left.order == right.order }
    }

    struct Job {
        let tenant: Int
        let acceptedAt: Int
        var turn: Int?
        /// How often it was given out.
        var attempts = 0
        /// Who has it.
        var holder: (worker: Int, life: Int)?
        var startedAt = 0
        var hasEnded = false
    }

    struct Worker {
        /// Which of its lives it is in; what belongs to an earlier one is void.
        var life = 0
        var isAlive = true
        /// When its leases run out.
        var leaseEnd = 0
        var jobs: Set<Int> = []
    }

    let scenario: FleetScenario
    var chance: Chance
    var database: SimulatedDatabase
    var now = 0
    var figures = FleetFigures()
    var jobs: [Job] = []
    var workers: [Worker]
    var ready: ReadyJobs
    var idleSlots: [(slot: Int, life: Int)] = []
    /// Ended attempts of the jobs that have lost one.
    var attempts: [Int: [Attempt]] = [:]
    /// Workers that were killed, when their leases run out, and what they had.
    var lostLives: [(worker: Int, life: Int, leaseEnd: Int, jobs: Set<Int>)] = []
    var waits: [[Int]]
    var open = 0
    var openByTenant: [Int]
    var sourcesLeft = 0
    var slotMicroseconds = 0
    private var events = Heap<Event>()
    private var foreseen = 0

    /// The course of `scenario`.
    public init(_ scenario: FleetScenario) {
        self.scenario = scenario
        chance = Chance(seed: scenario.seed)
        database = SimulatedDatabase(scenario.database)
        workers = Array(repeating: Worker(), count: scenario.workers)
        ready = ReadyJobs(tenants: scenario.tenants.count)
        waits = Array(repeating: [], count: scenario.tenants.count)
        openByTenant = Array(repeating: 0, count: scenario.tenants.count)
    }

    /// Lets it run until nobody sends jobs any more and every job has ended.
    public mutating func run() -> FleetFigures {
        prepare()
        while sourcesLeft > 0 || open > 0, let event = events.popFirst() {
            now = event.time
            take(event.kind)
        }
        figures.end = Double(now) / 1e6
        figures.transactions = database.count
        figures.databaseBusy = Double(database.busy) / Double(max(1, now))
        figures.slotsBusy =
            Double(slotMicroseconds) / Double(max(1, now)) / Double(scenario.workers * scenario.slots)
        figures.wait = FleetFigures.Times(microseconds: waits.flatMap(\.self))
        for (tenant, own) in zip(scenario.tenants, waits) {
            figures.waitByTenant[tenant.name] = FleetFigures.Times(microseconds: own)
        }
        return figures
    }

    mutating func foresee(_ kind: Event.Kind, at time: Int) {
        foreseen += 1
        events.insert(Event(time: time, order: foreseen, kind: kind))
    }

    private mutating func prepare() {
        for tenant in scenario.tenants.indices {
            for source in scenario.tenants[tenant].arrivals.indices {
                sourcesLeft += 1
                switch scenario.tenants[tenant].arrivals[source] {
                case .steady(_, let from, _): foresee(.arrival(tenant: tenant, source: source), at: from.inMicroseconds)
                case .burst(_, let moment): foresee(.arrival(tenant: tenant, source: source), at: moment.inMicroseconds)
                }
            }
        }
        for worker in workers.indices { begin(worker, firstBeat: chance.fraction()) }
        foresee(.tidy, at: 1_000_000)
    }

    /// A worker comes up; heartbeats of many do not fall together.
    mutating func begin(_ worker: Int, firstBeat: Double) {
        workers[worker].isAlive = true
        let life = workers[worker].life
        for slot in 0..<scenario.slots { idleSlots.append((worker * scenario.slots + slot, life)) }
        let beat = Double(scenario.settings.heartbeat.inMicroseconds) * firstBeat
        foresee(.heartbeat(worker: worker, life: life), at: now + Int(beat))
        if let lifetime = scenario.lifetime {
            foresee(.kill(worker: worker), at: now + Int(chance.wait(mean: Double(lifetime.inMicroseconds))))
        }
    }
}
