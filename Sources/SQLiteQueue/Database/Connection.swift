internal import CSQLite
internal import Glibc
internal import Queueing

/// One connection to the database, with its statements kept prepared.
///
/// Unchecked: it is used by one thread at a time only, since it lives in a `Mutex` of the queue and never leaves it.
final class Connection: @unchecked Sendable {
    /// How long one waits for others who write, in seconds.
    static let patience = 30

    let handle: OpaquePointer
    let path: String
    private(set) var statements: [String: OpaquePointer] = [:]
    /// Ids of names that never change; forgotten when a transaction that may have made some comes to nothing.
    var tenants: [String: Int] = [:]
    var labelSets: [LabelSet: Int] = [:]
    var labelSetsByNumber: [Int: LabelSet] = [:]

    /// Opens the database, which is made where there is none.
    init(path: String) throws(QueueError) {
        self.path = path
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            let error = SQLiteFailure.error(code, on: opened, path: path, doing: "open")
            sqlite3_close_v2(opened)
            throw error
        }
        handle = opened
        sqlite3_busy_handler(opened, waitForOthers, nil)
        if sqlite3_db_readonly(opened, "main") == 1 { throw .readOnly(database: path) }
        try setUp()
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close_v2(handle)
    }

    private func setUp() throws(QueueError) {
        // A transaction changes a few bytes in each of several pages: small pages make less to write. For new files only.
        try execute("PRAGMA page_size = 2048")
        // Changing to WAL does not ask the busy handler, where several processes make the database at once.
        var tries = 0
        while true {
            do throws(QueueError) {
                let mode = try first("PRAGMA journal_mode = WAL") { row in row.text(0) }
                guard mode == "wal" else {
                    throw .denied(
                        database: path,
                        detail: "its file system cannot hold a write-ahead log (\(mode ?? "none"))"
                    )
                }
                break
            } catch .unavailable where tries < Connection.patience * 1000 {
                tries += 1
                usleep(1000)
            }
        }
        // What is acknowledged survives a power loss, and not just the end of a process.
        try execute("PRAGMA synchronous = FULL")
        try execute("PRAGMA foreign_keys = ON")
        try execute("PRAGMA temp_store = MEMORY")
        try execute("PRAGMA cache_size = -8192")
        try execute("PRAGMA cell_size_check = ON")
        try execute("PRAGMA wal_autocheckpoint = 2000")
        try execute("PRAGMA journal_size_limit = 67108864")
    }

    /// Carries out statements that take and give nothing.
    func execute(_ sql: String) throws(QueueError) {
        try check(sqlite3_exec(handle, sql, nil, nil, nil), doing: Self.operation(sql))
    }

    /// What a statement does, for those who do not know SQL, and without what is in it.
    static func operation(_ sql: String) -> String {
        ["SELECT", "PRAGMA"].contains { sql.hasPrefix($0) } ? "read" : "change"
    }

    /// Does all of `body` or nothing of it, alone among all who write.
    func transaction<Result>(_ body: () throws(QueueError) -> Result) throws(QueueError) -> Result {
        try run("BEGIN IMMEDIATE")
        do throws(QueueError) {
            let result = try body()
            try requireFile()
            try run("COMMIT")
            return result
        } catch {
            forgetNames()
            // SQLite may have rolled back by itself.
            if sqlite3_get_autocommit(handle) == 0 { _ = try? run("ROLLBACK") }
            throw error
        }
    }

    /// Reads what is consistent, whatever others write meanwhile.
    func snapshot<Result>(_ body: () throws(QueueError) -> Result) throws(QueueError) -> Result {
        try requireFile()
        try run("BEGIN")
        defer { _ = try? run("ROLLBACK") }
        return try body()
    }

    /// Refuses to go on in a file that nobody else can find any more: what is acknowledged would end with this process.
    private func requireFile() throws(QueueError) {
        var hasMoved: CInt = 0
        let code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
        guard code == SQLITE_OK, hasMoved != 0 else { return }
        throw .denied(
            database: path,
            detail: "it was moved or removed while it is in use; put it back with its -wal and -shm, or start anew"
        )
    }

    /// How many rows were changed by this connection so far.
    var changes: Int { Int(sqlite3_total_changes64(handle)) }

    /// The number of the row that was inserted last.
    var lastInserted: Int { Int(sqlite3_last_insert_rowid(handle)) }

    func forgetNames() {
        tenants = [:]
        labelSets = [:]
        labelSetsByNumber = [:]
    }

    func prepared(_ sql: String) throws(QueueError) -> OpaquePointer {
        if let known = statements[sql] { return known }
        var made: OpaquePointer?
        let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &made, nil)
        guard code == SQLITE_OK, let made else { throw failure(code, doing: Self.operation(sql)) }
        statements[sql] = made
        return made
    }

    func check(_ code: CInt, doing operation: String) throws(QueueError) {
        if code != SQLITE_OK { throw failure(code, doing: operation) }
    }

    func failure(_ code: CInt, doing operation: String) -> QueueError {
        SQLiteFailure.error(code, on: handle, path: path, doing: operation)
    }
}

/// Waits a little for whoever has the database locked; SQLite's own waits become too long for transactions as short as ours.
private func waitForOthers(_: UnsafeMutableRawPointer?, tries: CInt) -> CInt {
    let longest = min(2000, 100 + 50 * Int(tries))
    usleep(UInt32(Int.random(in: longest / 2...longest)))
    // The waits add up to the patience, and a third more at most.
    return Int(tries) < Connection.patience * 1_000_000 / 1500 ? 1 : 0
}
