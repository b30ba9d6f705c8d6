internal import Linux
internal import Queueing
internal import Synchronization

/// How many jobs have not ended, without counting them for every new one.
///
/// Each job takes a number of a sequence, and so does one that is retried. Since they were counted last, there cannot
/// have come more than the sequence has gone on by: far from the bound that is enough to know. Near to it, jobs are
/// enqueued one transaction after the other and counted exactly; where counting is slow, it is done for a twentieth of
/// the time at most, and a refusal may be that much too old.
final class Depth: Sendable {
    /// What was counted.
    private struct Count {
        var jobs = 0
        var sequence = 0
        /// When it may be counted again, in nanoseconds of the monotonic clock.
        var next: UInt64 = 0
    }

    // By tenant; nil: all.
    private let counts = Mutex<[String?: Count]>([:])

    static func sequence(_ session: Session) throws(PostgresFailure) -> Int {
        try session.run("SELECT last_value FROM @job_numbers", []).first?.int(0) ?? 0
    }

    /// As long as the sequence has not gone beyond this, so many jobs may be added for sure, however many transactions
    /// are doing the same; below 0: they may not.
    func room(_ rule: DepthRule, adding: [String: Int]) -> Int {
        let total = adding.values.reduce(0, +)
        func room(_ whose: String?, _ bound: Int, _ count: Int) -> Int {
            let counted = counts.withLock { $0[whose] } ?? Count()
            let left = bound - bound / 100 - 64 - count - counted.jobs
            // What others add at the same moment is no more than what each of them may.
            return left < 0 || count > 64 + bound / 100 ? -1 : counted.sequence + min(left, 1 << 60)
        }
        return adding.reduce(room(nil, rule.total, total)) { min($0, room($1.key, rule.tenant, $1.value)) }
    }

    /// Refuses jobs beyond a bound; `lock` has been called in this transaction.
    func check(
        _ rule: DepthRule,
        adding: [String: Int],
        _ session: Session,
        endedLastMinute: () throws(PostgresFailure) -> Int
    ) throws(PostgresFailure) {
        let total = adding.values.reduce(0, +)
        for (tenant, count) in adding.sorted(by: { $0.key < $1.key }) {
            let sequence = try Self.sequence(session)
            func refusal(_ ended: Int) -> QueueError? {
                // All that this call adds goes by the bound for all.
                rule.refusal(
                    tenant: tenant,
                    adding: count,
                    ofTenant: atMost(tenant, sequence),
                    inAll: 0,
                    endedLastMinute: ended
                )
                    ?? rule.refusal(
                        tenant: tenant,
                        adding: total,
                        ofTenant: .min / 2,
                        inAll: atMost(nil, sequence),
                        endedLastMinute: ended
                    )
            }
            if refusal(0) == nil { continue }
            try recount(tenant, sequence, session)
            try recount(nil, sequence, session)
            if refusal(0) == nil { continue }
            if let error = refusal(try endedLastMinute()) { throw .ruled(error) }
        }
    }

    /// Has transactions that come near to a bound go one after the other.
    static func lock(_ session: Session, schema: String) throws(PostgresFailure) {
        _ = try session("SELECT pg_advisory_xact_lock(hashtextextended($1, 6))", .text("assay depth \(schema)"))
    }

    /// Counts what was never counted, without keeping others from enqueueing: a number of the sequence says nothing of how
    /// many jobs have ended.
    func learn(_ tenants: some Sequence<String>, _ session: Session) throws(PostgresFailure) {
        let sequence = try Self.sequence(session)
        // As many as that may have come since this queue was made, and none ended.
        if sequence <= 10_000 { return }
        for whose in [nil] + tenants.map(Optional.some) where counts.withLock({ $0[whose] }) == nil {
            try recount(whose, sequence, session)
        }
    }

    private func atMost(_ whose: String?, _ sequence: Int) -> Int {
        let count = counts.withLock { $0[whose] } ?? Count()
        return count.jobs + max(0, sequence - count.sequence)
    }

    private func recount(_ whose: String?, _ sequence: Int, _ session: Session) throws(PostgresFailure) {
        let start = Clock.nanoseconds
        if let count = counts.withLock({ $0[whose] }), start < count.next { return }
        let rows =
            if let whose {
                try session("SELECT count(*) FROM @jobs WHERE ended_at IS NULL AND tenant = $1", .text(whose))
            } else {
                try session.run("SELECT count(*) FROM @jobs WHERE ended_at IS NULL", [])
            }
        let jobs = try rows.first?.int(0) ?? 0
        let took = Clock.nanoseconds - start
        // Few are counted every time: how long it takes then says more about the machine than about them.
        let pause = jobs > 10_000 ? 20 * took : 0
        counts.withLock { counts in
            // A tenant is forgotten before the list of them becomes long; then it is counted anew.
            if counts.count > 10_000 { counts = counts.filter { $0.key == nil } }
            counts[whose] = Count(jobs: jobs, sequence: sequence, next: start + took + pause)
        }
    }
}
