internal import Queueing

/// The jobs that are ready to be given out, in the order that `FairTurn` gives them.
struct ReadyJobs {
    private struct Entry: Comparable {
        let turn: Int
        let job: Int

        static func < (left: Entry, right: Entry) -> Bool { (left.turn, left.job) < (right.turn, right.job) }
    }

    private var entries = Heap<Entry>()
    /// The highest turn that was given out.
    private var round = 0
    /// How many jobs of a tenant are ready, and the highest turn among them.
    private var waiting: [(count: Int, last: Int)]

    init(tenants: Int) { waiting = Array(repeating: (0, 0), count: tenants) }

    var count: Int { entries.count }

    /// Adds a job, with the turn that it had when it comes back; gives its turn.
    mutating func add(_ job: Int, of tenant: Int, turn: Int?) -> Int {
        let own = waiting[tenant]
        let turn = turn ?? FairTurn.turn(round: round, lastWaiting: own.count > 0 ? own.last : nil)
        waiting[tenant] = (own.count + 1, own.count > 0 ? max(own.last, turn) : turn)
        entries.insert(Entry(turn: turn, job: job))
        return turn
    }

    /// Takes the job whose turn it is.
    mutating func take(tenant: (Int) -> Int) -> Int? {
        guard let entry = entries.popFirst() else { return nil }
        round = max(round, entry.turn)
        waiting[tenant(entry.job)].count -= 1
        return entry.job
    }
}
