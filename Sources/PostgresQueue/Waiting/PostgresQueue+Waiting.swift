internal import Linux
public import Queueing
public import Webhooks

extension PostgresQueue {
    /// Waits until `lease` may have something to give to a worker with these labels: at once when it has.
    public func waitForWork(labels: LabelSet, timeout: Duration) throws(QueueError) -> Bool {
        // Which sets of labels there are may change meanwhile: the words of all of them are heard.
        try wait(.init(channel: .work, words: nil), timeout: timeout) { (session) throws(PostgresFailure) in
            let look = try self.look(session, labels: labels)
            if look.isReady || look.isDue || look.isExpired { return .found(true) }
            return .nothing(until: look.next)
        } ?? false
    }

    /// Waits until there are events of a job, or (nil) of any, with numbers above `number`: at once when there are.
    public func waitForEvents(of job: JobID?, after number: Int, timeout: Duration) throws(QueueError) -> Bool {
        let words = job.map { Set([News.event($0).text]) }
        return try wait(.init(channel: .events, words: words), timeout: timeout) { (session) throws(PostgresFailure) in
            guard let job else {
                let rows = try session(
                    """
                    WITH next AS (SELECT number FROM @events WHERE number > $1::bigint ORDER BY number LIMIT 1)
                    SELECT coalesce((SELECT number FROM next) < \(EventNumber.end), false), EXISTS (SELECT 1 FROM next)
                    """,
                    .int(number)
                )
                guard let row = rows.first else { return .nothing(until: nil) }
                if try row.flag(0) { return .found(true) }
                // An older transaction is at its end any moment; nobody tells when.
                return try row.flag(1) ? .soon : .nothing(until: nil)
            }
            let rows = try session(
                """
                SELECT EXISTS (SELECT 1 FROM @events e WHERE e.job = j.number AND e.number > $2::bigint)
                FROM @jobs j WHERE j.id = $1
                """,
                .text(job.rawValue),
                .int(number)
            )
            guard let row = rows.first else { throw .ruled(.unknownJob(job)) }
            return try row.flag(0) ? .found(true) : .nothing(until: nil)
        } ?? false
    }

    /// Waits until somebody wants a job of that worker's stopped that is not in `known`, and gives all such jobs; empty
    /// when `timeout` is over, or `wake` was called.
    public func waitForCancellations(
        of worker: WorkerID,
        besides known: Set<JobID>,
        timeout: Duration
    ) throws(QueueError) -> Set<JobID> {
        let words = Set([News.cancellation(worker).text])
        return try wait(.init(channel: .cancellations, words: words), timeout: timeout) {
            (session) throws(PostgresFailure) in
            let rows = try session(
                "SELECT id FROM @jobs WHERE state = 'running' AND worker = $1 AND cancel",
                .text(worker.rawValue)
            )
            var found: Set<JobID> = []
            for row in rows { found.insert(JobID(rawValue: try row.text(0))) }
            found.subtract(known)
            return found.isEmpty ? .nothing(until: nil) : .found(found)
        } ?? []
    }

    /// Waits until a message is due.
    public func waitForDeliveries(beside load: HostLoad, timeout: Duration) throws(QueueError) -> Bool {
        try wait(.init(channel: .deliveries, words: nil), timeout: timeout) { (session) throws(PostgresFailure) in
            let rows = try session(
                """
                SELECT due_at FROM @deliveries
                WHERE state = 'waiting' AND host <> ALL ($1::text[]) AND tenant <> ALL ($2::text[])
                    AND host || ' ' || tenant <> ALL ($3::text[])
                ORDER BY due_at LIMIT 1
                """,
                .texts(Array(load.fullHosts)),
                .texts(Array(load.fullTenants)),
                .texts(Array(load.fullPairs))
            )
            guard let row = rows.first else { return .nothing(until: nil) }
            let due = Timestamp(milliseconds: try row.int(0))
            return due <= self.now ? .found(true) : .nothing(until: due)
        } ?? false
    }

    /// What a look into the database came to.
    private enum Finding<Result> {
        case found(Result)
        /// Nothing, and nothing will come of itself before that moment.
        case nothing(until: Timestamp?)
        /// Nothing yet, but most likely within milliseconds.
        case soon
    }

    /// Looks, and looks again when there may be something; nil when the time is over or `wake` was called.
    private func wait<Result>(
        _ interest: Bell.Interest,
        timeout: Duration,
        _ look: (Session) throws(PostgresFailure) -> Finding<Result>
    ) throws(QueueError) -> Result? {
        let end = Clock.nanoseconds + UInt64(max(0, timeout.inMilliseconds)) * 1_000_000
        let wakes = bell.wakes
        // The place is taken and the channel heard before the first look, so that nothing is missed.
        let place = bell.enter(interest)
        defer { bell.leave(place) }
        if timeout > .zero { ear?.listen(to: interest.channel) }
        var near: UInt64 = 1_000_000
        var failures = 0
        while true {
            var next = min(end, Clock.nanoseconds + UInt64(max(1, postgres.pollInterval.inMilliseconds)) * 1_000_000)
            do throws(QueueError) {
                let finding = try run("wait", patience: .zero, answer: .quick) { (session, _) throws(PostgresFailure) in
                    try look(session)
                }
                failures = 0
                switch finding {
                case .found(let result): return result
                case .soon:
                    next = min(next, Clock.nanoseconds + near)
                    near = min(2 * near, 50_000_000)
                case .nothing(let moment):
                    near = 1_000_000
                    if let moment {
                        let rest = UInt64(max(1, (moment - now).inMilliseconds)) * 1_000_000
                        next = min(next, Clock.nanoseconds + rest)
                    }
                }
            } catch {
                // While the server is away one waits for it, too.
                guard case .unavailable = error else { throw error }
                failures += 1
                next = min(end, Clock.nanoseconds + Backoff.nanoseconds(after: failures))
                if bell.wakes == wakes, next >= end { throw error }
            }
            if bell.wakes != wakes || Clock.nanoseconds >= end { return nil }
            bell.wait(place, wakes: wakes, until: next)
            if bell.wakes != wakes { return nil }
        }
    }
}
