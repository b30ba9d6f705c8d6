internal import Queueing

/// The turns of jobs that become ready in one go; which turn it is, is `FairTurn`'s to say.
///
/// Nothing is locked: jobs of one tenant that become ready at the very same moment by several connections may get the
/// same turn, and then share a round.
struct Turns {
    struct Lane: Hashable {
        var tenant: String
        var priority: Int
    }

    private var rounds: [Int: Int] = [:]
    private var last: [Lane: Int] = [:]

    init(_ lanes: Set<Lane>, _ session: Session) throws(PostgresFailure) {
        if lanes.isEmpty { return }
        let list = Array(lanes)
        let rows = try session(
            """
            SELECT lane.tenant, lane.priority,
                (SELECT turn FROM @rounds r WHERE r.priority = lane.priority),
                (SELECT j.turn FROM @jobs j WHERE j.tenant = lane.tenant AND j.priority = lane.priority AND j.turn IS NOT NULL
                    ORDER BY j.turn DESC LIMIT 1)
            FROM unnest($1::text[], $2::int[]) AS lane (tenant, priority)
            """,
            .texts(list.map(\.tenant)),
            .ints(list.map(\.priority))
        )
        for row in rows {
            let lane = Lane(tenant: try row.text(0), priority: try row.int(1))
            rounds[lane.priority] = try row.optionalInt(2) ?? 0
            last[lane] = try row.optionalInt(3)
        }
    }

    /// The turn of the next job of that lane.
    mutating func next(_ tenant: String, _ priority: Int) -> Int {
        let lane = Lane(tenant: tenant, priority: priority)
        let turn = FairTurn.turn(round: rounds[lane.priority] ?? 0, last: last[lane])
        last[lane] = turn
        return turn
    }
}
