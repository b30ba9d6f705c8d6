public import Queueing

/// A fleet of workers, its database, and what is asked of them.
public struct FleetScenario: Sendable {
    /// Jobs that a tenant sends.
    public enum Arrivals: Sendable {
        /// At random moments, so many a second on average (a Poisson process), from one moment to another.
        case steady(perSecond: Double, from: Duration, until: Duration)
        /// All at once.
        case burst(count: Int, at: Duration)
    }

    /// Somebody who sends jobs.
    public struct Tenant: Sendable {
        /// The name, by which figures are told.
        public var name: String
        /// What it sends.
        public var arrivals: [Arrivals]

        /// A tenant with these parts.
        public init(_ name: String, _ arrivals: [Arrivals]) {
            self.name = name
            self.arrivals = arrivals
        }
    }

    /// The database, as far as it sets the pace.
    public struct Database: Sendable {
        /// How many of the queue's transactions it can commit in a second.
        public var perSecond: Double
        /// What a transaction takes besides waiting for its turn: the way there and back.
        public var roundTrip: Duration
        /// From when and for how long it cannot be reached; nil: it always can.
        public var outage: (start: Duration, length: Duration)?
        /// Whether leases that ran out while nobody could reach it hold as long again as a lease holds.
        public var givesGrace = true

        /// A database with these parts.
        public init(
            perSecond: Double = 4000,
            roundTrip: Duration = .microseconds(500),
            outage: (start: Duration, length: Duration)? = nil
        ) {
            self.perSecond = perSecond
            self.roundTrip = roundTrip
            self.outage = outage
        }
    }

    /// How many workers there are.
    public var workers = 1000
    /// How many jobs each takes at a time.
    public var slots = 2
    /// Who sends jobs.
    public var tenants: [Tenant]
    /// What a job takes on a slot, in seconds, by how many of a hundred jobs: a half of it always, the rest by chance.
    public var service: [(percent: Int, seconds: Double)] = [(50, 0.3), (40, 1), (10, 4)]
    /// How often a job's progress is stored between its start and its result.
    public var progress = 1
    /// How long a worker lives on average before it is killed; nil: for ever.
    public var lifetime: Duration?
    /// How long it takes until a killed worker is there again.
    public var restart: Duration = .seconds(5)
    /// The database.
    public var database = Database()
    /// The rules of the queue; its clock is not used.
    public var settings = QueueSettings()
    /// What chance is drawn from: the same seed, the same course.
    public var seed: UInt64 = 1

    /// A scenario in which these send jobs, and all else is as usual.
    public init(tenants: [Tenant]) { self.tenants = tenants }

    /// What a job takes on average, in seconds.
    public var meanService: Double { service.reduce(0) { $0 + Double($1.percent) / 100 * $1.seconds } }

    /// How many jobs a second all slots together can do.
    public var capacity: Double { Double(workers * slots) / meanService }
}
