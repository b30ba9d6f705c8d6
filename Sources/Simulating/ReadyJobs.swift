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
    /// The highest turn that a job of a tenant was given.
    private var last: [Int?]

    init(tenants: Int) { last = Array(repeating: nil, count: tenants) }

    var count: Int { entries.count }

    /// Adds a job, with the turn that it had when it comes back; gives its turn.
    mutating func add(_ job: Int, of tenant: Int, turn: Int?) -> Int {
        let turn = turn ?? FairTurn.turn(round: round, last: last[tenant])
        last[tenant] = max(last[tenant] ?? turn, turn)
        entries.insert(Entry(turn: turn, job: job))
        return turn
    }

    /// Takes the job whose turn it is.
    mutating func take() -> Int? {
        guard let entry = entries.popFirst() else { return nil }
        round = max(round, entry.turn)
        return entry.job
    }
}
