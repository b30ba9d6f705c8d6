import CSQLite
import Queueing

/// SQLite by itself: one table, three transactions a job, the same settings.
// Unchecked: a connection is used by one thread at a time.
final class BareSQLite: BareEngine, @unchecked Sendable {
    private var database: OpaquePointer?
    private var insert: OpaquePointer?
    private var take: OpaquePointer?
    private var finish: OpaquePointer?
    private let payload = String(repeating: "x", count: 400)

    init(path: String) throws(QueueError) {
        guard sqlite3_open(path, &database) == SQLITE_OK else {
            throw .machinery(operation: "measure", detail: "cannot open \(path)")
        }
        for sql in [
            "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA cache_size = -8192",
            "CREATE TABLE job (number INTEGER PRIMARY KEY, state INTEGER NOT NULL, payload TEXT NOT NULL)",
            "CREATE INDEX waiting ON job (number) WHERE state = 0",
        ] { sqlite3_exec(database, sql, nil, nil, nil) }
        sqlite3_prepare_v2(database, "INSERT INTO job (state, payload) VALUES (0, ?)", -1, &insert, nil)
        let taking = """
            UPDATE job SET state = 1 WHERE number = (SELECT number FROM job WHERE state = 0 ORDER BY number LIMIT 1)
            RETURNING number, payload
            """
        sqlite3_prepare_v2(database, taking, -1, &take, nil)
        sqlite3_prepare_v2(database, "UPDATE job SET state = 2 WHERE number = ?", -1, &finish, nil)
    }

    deinit {
        for statement in [insert, take, finish] { sqlite3_finalize(statement) }
        sqlite3_close(database)
    }

    /// Enqueues, gives out and finishes one job.
    func cycle() throws(QueueError) {
        assay_bind_text(insert, 1, payload, CInt(payload.utf8.count))
        try step(insert)
        guard sqlite3_step(take) == SQLITE_ROW else { throw .machinery(operation: "measure", detail: "no row") }
        let number = sqlite3_column_int64(take, 0)
        try step(take)
        sqlite3_bind_int64(finish, 1, number)
        try step(finish)
    }

    private func step(_ statement: OpaquePointer?) throws(QueueError) {
        guard sqlite3_step(statement) == SQLITE_DONE else { throw .machinery(operation: "measure", detail: "not done") }
        sqlite3_reset(statement)
    }
}
