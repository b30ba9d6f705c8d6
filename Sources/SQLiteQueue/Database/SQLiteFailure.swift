internal import CSQLite
internal import Linux
internal import Queueing

/// What SQLite reported, as the queue's error.
enum SQLiteFailure {
    /// The error of the last call on `database`, which gave `code`; `operation` is a verb for what was done with the file.
    static func error(_ code: CInt, on database: OpaquePointer?, path: String, doing operation: String) -> QueueError {
        let system = database.map { sqlite3_system_errno($0) } ?? 0
        let text = database.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
        let detail = system == 0 ? text : "\(text): \(Errno(system))"
        switch code & 0xff {
        case SQLITE_FULL: return .diskFull(database: path)
        case SQLITE_IOERR where [Errno.noSpace, .quotaExceeded].contains(Errno(system)):
            return .diskFull(database: path)
        case SQLITE_READONLY: return .readOnly(database: path)
        case SQLITE_CORRUPT: return .damaged(database: path, detail: text)
        case SQLITE_NOTADB: return .damaged(database: path, detail: "it is no SQLite database")
        case SQLITE_BUSY, SQLITE_LOCKED:
            return .unavailable(database: path, detail: "somebody has kept it locked for \(Connection.patience) s")
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: return .denied(database: path, detail: detail)
        case SQLITE_IOERR:
            return .machinery(
                operation: "\(operation) \(path)",
                detail: "\(detail); its disk does not do what it should, the kernel's log may say why"
            )
        default: return .machinery(operation: "\(operation) \(path)", detail: detail)
        }
    }
}
