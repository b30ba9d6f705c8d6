internal import Core

/// A database that commits one transaction after another, each at its pace, in the order in which they come.
struct SimulatedDatabase {
    private let cost: Int
    private let roundTrip: Int
    private let outage: Range<Int>?
    /// When it has committed all that has come so far.
    private var free = 0
    private(set) var count = 0

    init(_ database: FleetScenario.Database) {
        cost = max(1, Int(1e6 / database.perSecond))
        roundTrip = database.roundTrip.inMicroseconds
        outage = database.outage.map { $0.start.inMicroseconds..<($0.start + $0.length).inMicroseconds }
    }

    /// Microseconds that it was busy.
    var busy: Int { count * cost }

    /// When a transaction that is asked for at `now` is committed.
    ///
    /// Who cannot reach the database tries until it is there again.
    mutating func commit(at now: Int) -> Int {
        count += 1
        free = max(now, free) + cost
        if let outage, outage.contains(free) { free = outage.upperBound + cost }
        return free + roundTrip
    }
}
