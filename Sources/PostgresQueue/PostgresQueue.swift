internal import Linux
public import Queueing
internal import Synchronization

/// A queue in a PostgreSQL database, for any number of workers on any number of machines.
///
/// Every step of a job is one transaction. A connection that breaks is made anew, and the step repeated: steps are known
/// again by ids that we choose ourselves (of jobs, leases and records), so that one whose answer got lost happens once.
/// The clock, unless another one was given, is the server's.
public final class PostgresQueue: JobQueue {
    /// What holds for this queue.
    public let settings: QueueSettings
    /// The database's host, port and name.
    public let name: String

    let postgres: PostgresSettings
    let pool: SessionPool
    let bell = Bell()
    let ear: Ear?
    let herald: Herald
    /// The clock by which the server's time is reckoned; nil: the settings' clock is no machine's, and shows the time itself.
    private let machineClock: (any MachineClock)?
    /// By how many milliseconds the server's clock is ahead of the machine's, of the one that nobody can set.
    private let clockOffset = Atomic<Int>(0)
    let workerLocks: WorkerLocks?
    let labelSets = LabelSets()
    let depth = Depth()
    let knownContents = KnownContents()
    let strays = StrayLeases()
    /// Whether this queue has changed something: then a server that can only be read is one that is just being replaced.
    private let hasWritten = Atomic(false)
    /// Until when no lease is taken to have run out, in milliseconds of the machine's clock: the server was away, and its
    /// other users are to have the time of a lease to say that they live.
    private let graceEnd = Atomic<Int>(0)
    /// When ended jobs are counted next, in nanoseconds of the monotonic clock.
    let nextRetentionCount = Atomic<UInt64>(0)

    /// Opens a database, and makes or updates the queue's tables in it.
    ///
    /// - Parameters:
    ///   - address: A `postgresql:` URL or `name=value` pairs; what it leaves out comes from the `PG*` variables.
    ///   - settings: What holds for the queue.
    ///   - postgres: How the database is used.
    /// - Throws: `denied`, `unavailable`, `schemaNewer`.
    public init(
        _ address: String,
        settings: QueueSettings = QueueSettings(),
        postgres: PostgresSettings = PostgresSettings()
    ) throws(QueueError) {
        let schema = postgres.schema
        guard postgres.isSchemaPlain else {
            throw .invalid("schema '\(schema)': a lower-case letter, then up to 39 such letters, digits, underscores")
        }
        let main: ServerAddress
        let listening: ServerAddress?
        do throws(PostgresFailure) {
            main = try ServerAddress(address)
            switch postgres.listening {
            case .here: listening = main
            case .at(let other): listening = try ServerAddress(other)
            case .polling: listening = nil
            }
        } catch {
            throw error.queueError(database: "the database", operation: "read the address")
        }
        name = main.name
        self.settings = settings
        self.postgres = postgres
        machineClock = settings.clock as? any MachineClock
        workerLocks = postgres.workerLocks.map(WorkerLocks.init)
        pool = SessionPool(limit: postgres.connections) { () throws(PostgresFailure) in
            try Session(main, schema: schema, prepares: postgres.prepares)
        }
        herald = Herald(pool, schema: schema)
        let bell = bell
        ear = listening.map { address in
            Ear(bell, schema: schema) { () throws(PostgresFailure) in
                try Session(address, schema: schema, prepares: false)
            }
        }
        // A schema that is brought up to date may have much to do.
        try run("open the queue", patience: .zero, answer: .unlimited) { (session, _) throws(PostgresFailure) in
            try Migration.run(session, schema: schema, database: main.name)
            try self.readServerClock(session)
        }
    }

    deinit {
        ear?.stop()
        herald.stop()
    }

    /// What time it is.
    var now: Timestamp {
        guard let machineClock else { return settings.clock.now() }
        return Timestamp(milliseconds: machineClock.bootMilliseconds + clockOffset.load(ordering: .relaxed))
    }

    /// Whether the time is the server's.
    var usesServerClock: Bool { machineClock != nil }

    /// For how long no lease is taken to have run out.
    var grace: Duration {
        guard let machineClock else { return .zero }
        return .milliseconds(max(0, graceEnd.load(ordering: .relaxed) - machineClock.bootMilliseconds))
    }

    /// Ends all waits on this object that are under way, as when the process is to end.
    public func wake() { bell.wake() }

    /// Does something in the database, as often as it takes.
    ///
    /// - Parameters:
    ///   - operation: What is done, as in `lease jobs`.
    ///   - patience: How long to try while the server is away; nil: as long as the settings say.
    ///   - answer: How soon each of its statements is answered by a server that is not stuck.
    ///   - body: Does it. The flag says that it may have happened already, and only its answer got lost.
    /// - Returns: What it gives.
    /// - Throws: what it throws, as the queue's users know it; `unavailable` when patience is at its end.
    func run<Result>(
        _ operation: String,
        patience: Duration? = nil,
        answer: AnswerTime = .slow,
        _ body: (_ session: Session, _ again: Bool) throws(PostgresFailure) -> Result
    ) throws(QueueError) -> Result {
        let wakes = bell.wakes
        let limit = UInt64(max(0, (patience ?? postgres.patience).inMilliseconds)) * 1_000_000
        let end = Clock.nanoseconds + limit
        var failures = 0
        var conflicts = 0
        var firstFailure: Int?
        while true {
            var session: Session?
            do throws(PostgresFailure) {
                let taken = try pool.take()
                session = taken
                taken.answerLimit = answer.limit(postgres.answer)
                // Before anything is done: this very call may be about to take back what has run out.
                if let firstFailure { noteOutage(since: firstFailure) }
                let result = try body(taken, failures > 0)
                announce(taken)
                return result
            } catch {
                session?.news = []
                switch error {
                case .reported(let report) where report.isConflict && conflicts < 50:
                    settle(session)
                    conflicts += 1
                    // Those that got in each other's way would do so again if they came back at the same time.
                    if conflicts > 1 { pause(UInt64.random(in: 0...500_000) << UInt64(min(conflicts, 7))) }
                    continue
                case .reported(let report) where isOutage(report): if session != nil { pool.discard() }
                case .lost: if session != nil { pool.discard() }
                default:
                    settle(session)
                    throw error.queueError(database: name, operation: operation)
                }
                failures += 1
                firstFailure = firstFailure ?? machineClock?.bootMilliseconds
                // An idle connection that the server has closed meanwhile is found out about by using it.
                let wait = failures == 1 ? 0 : Backoff.nanoseconds(after: failures - 1)
                // Who ends all waits ends the one for a server that is away, too.
                let isOver = Clock.nanoseconds + wait > end || bell.wakes != wakes
                if isOver, failures > 1 || session == nil {
                    throw error.queueError(database: name, operation: operation)
                }
                if wait > 0 { bell.pause(until: Clock.nanoseconds + wait, wakes: wakes) }
            }
        }
    }

    /// Whether the server will be there again, most likely.
    private func isOutage(_ report: ServerReport) -> Bool {
        // Whoever has written before finds a standby only until the address leads to the new primary.
        report.isOutage || report.isReadOnly && hasWritten.load(ordering: .relaxed)
    }

    private func noteOutage(since start: Int) {
        guard let now = machineClock?.bootMilliseconds else { return }
        let lease = settings.lease.inMilliseconds
        if now - start > lease / 4 { graceEnd.store(now + lease, ordering: .relaxed) }
    }

    /// Gives a session back that has had an error which the connection has survived.
    private func settle(_ session: Session?) {
        guard let session else { return }
        if session.isIdle { pool.giveBack(session) } else { pool.discardOne() }
    }

    /// Tells what has happened, and gives the session back.
    private func announce(_ session: Session) {
        let news = session.news
        session.news = []
        for item in news { bell.ring(item.channel, words: [item.text]) }
        if !news.isEmpty { hasWritten.store(true, ordering: .relaxed) }
        if !news.isEmpty, !herald.takesOver(news) {
            do throws(PostgresFailure) {
                let notice = News.notice(of: news, schema: postgres.schema)
                try session.send(notice.statement, notice.parameters)
            } catch {
                // What it tells of is on disk; who waits for it finds it by polling.
                if session.isIdle, case .reported = error { pool.giveBack(session) } else { pool.discard() }
                return
            }
        }
        pool.giveBack(session)
    }

    func pause(_ nanoseconds: UInt64) {
        if nanoseconds > 0 { bell.pause(until: Clock.nanoseconds + nanoseconds) }
    }

    /// Sets the clock by the server's; machines may disagree on the time, and leases must not end early for that.
    func readServerClock(_ session: Session) throws(PostgresFailure) {
        guard machineClock != nil else { return }
        let rows = try session.run("SELECT \(Self.serverClock)", [])
        if let row = rows.first { noteServerClock(try row.int(0)) }
    }

    /// What the server's clock shows, in a statement.
    static let serverClock = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint"

    /// Sets the clock by what `serverClock` has just given.
    func noteServerClock(_ milliseconds: Int) {
        guard let machineClock else { return }
        clockOffset.store(milliseconds - machineClock.bootMilliseconds, ordering: .relaxed)
    }
}

/// The clock of a machine, whose time of day somebody may set: a queue goes by its server's time then.
protocol MachineClock: QueueClock {
    /// Milliseconds since the machine was started, those in which it slept included; nobody can set that.
    var bootMilliseconds: Int { get }
}

extension SystemQueueClock: MachineClock {
    var bootMilliseconds: Int { Clock.bootMilliseconds }
}
