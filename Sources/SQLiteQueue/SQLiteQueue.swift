internal import Glibc
internal import Linux
public import Queueing
internal import Synchronization

/// A queue in one file, for the processes of one machine (SQLite, with a write-ahead log).
///
/// What is acknowledged is on disk (`synchronous=FULL`). Nobody sees that others use the file, too: who wants to write
/// waits for its turn. The file must lie on a local file system.
public final class SQLiteQueue: JobQueue {
    /// What holds for this queue.
    public let settings: QueueSettings
    /// The file, as `sqlite:PATH`.
    public let name: String

    let writer: Mutex<Connection>
    let reader: Mutex<Connection>
    let neighbours: Neighbours
    let clockWatch: ClockWatch
    /// Up to which content was looked at last when unused content was looked for.
    let sweep = Atomic<Int>(0)

    /// Opens the queue in the file at `path`, which is made where there is none, and brought up to date where it is older.
    ///
    /// - Throws: `schemaNewer`, `damaged`, `readOnly`, `diskFull`, `denied`, `unavailable`.
    public convenience init(path: String, settings: QueueSettings = QueueSettings()) throws(QueueError) {
        try self.init(path: path, settings: settings, schema: Schema.steps.count)
    }

    /// A queue as an older version of Assay would have made it, for tests of what becomes of it.
    package init(path: String, settings: QueueSettings, schema version: Int) throws(QueueError) {
        self.settings = settings
        clockWatch = ClockWatch(settings.clock)
        name = "sqlite:\(path)"
        do throws(Errno) {
            // Submissions are nobody else's business; SQLite gives its other files the same mode.
            _ = try Descriptor.open(path, O_RDWR | O_CREAT, mode: 0o600)
        } catch {
            switch error {
            case .noSpace, .quotaExceeded: throw .diskFull(database: path)
            case .readOnly, .denied: throw .readOnly(database: path)
            default: throw .denied(database: path, detail: "\(error)")
            }
        }
        let connection = try Connection(path: path)
        try Schema.migrate(connection, upTo: version)
        writer = Mutex(connection)
        reader = Mutex(try Connection(path: path))
        neighbours = try Neighbours(database: path)
    }

    /// How many steps the newest schema has.
    package static var newestSchema: Int { Schema.steps.count }

    /// Brings the write-ahead log into the file; waits for nobody, so that what others are just reading stays in the log.
    public func settle() throws(QueueError) {
        try writer.withLock { (connection) throws(QueueError) in
            try connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        }
    }

    /// Does all of `body` or nothing of it, and tells everybody afterwards.
    func write<Result: Sendable>(
        _ body: (Connection) throws(QueueError) -> Result
    ) throws(QueueError) -> Result {
        let (result, isChanged) = try writer.withLock { (connection) throws(QueueError) in
            let before = connection.changes
            let result = try connection.transaction { () throws(QueueError) in try body(connection) }
            return (result, connection.changes != before)
        }
        if isChanged { neighbours.ring() }
        return result
    }

    /// Does all of `body` or nothing of it, of which nobody who waits for jobs or events need know.
    func writeSilently<Result: Sendable>(
        _ body: (Connection) throws(QueueError) -> Result
    ) throws(QueueError) -> Result {
        try writer.withLock { (connection) throws(QueueError) in
            try connection.transaction { () throws(QueueError) in try body(connection) }
        }
    }

    /// Reads what is consistent.
    func read<Result: Sendable>(
        _ body: (Connection) throws(QueueError) -> Result
    ) throws(QueueError) -> Result {
        try reader.withLock { (connection) throws(QueueError) in
            try connection.snapshot { () throws(QueueError) in try body(connection) }
        }
    }

    /// Carries out statements as they are, for tests.
    package func execute(_ sql: String) throws(QueueError) {
        try writer.withLock { (connection) throws(QueueError) in try connection.execute(sql) }
    }

    /// Ends all waits on this object that are under way.
    public func wake() { neighbours.doorbell.callAway() }

    var now: Timestamp { settings.clock.now() }
}
