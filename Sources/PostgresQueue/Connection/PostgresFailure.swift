internal import Queueing

/// What the server reported of a statement that it would not carry out.
struct ServerReport: Error, Hashable {
    /// Five characters, as in the manual's list of error codes.
    var code: String
    var message: String
    /// The constraint that was violated; empty: it was none.
    var constraint: String

    var isUniqueViolation: Bool { code == "23505" }

    /// Whether the same transaction may well succeed when it is begun anew: it got in the way of another.
    var isConflict: Bool {
        // Two transactions may come to the same number of an event (see `EventNumber`); the second one takes another.
        code == "40001" || code == "40P01" || code == "55P03" || isUniqueViolation && constraint == "events_pkey"
    }

    /// Whether the server is about to end, has ended, starts, or has no room for us at the moment.
    var isOutage: Bool {
        code.hasPrefix("08") || code.hasPrefix("57P") || code == "53300"
    }

    /// Whether nothing can be changed there, as on a standby.
    var isReadOnly: Bool { code == "25006" }
}

/// Why a statement, or a connection, came to nothing.
enum PostgresFailure: Error {
    /// We are not let in, and to try again will not help.
    case denied(String)
    /// The connection is gone, or could not be made; whether what was under way has happened is not known.
    case lost(String)
    /// The server reported it.
    case reported(ServerReport)
    /// The rules of the queue say so.
    case ruled(QueueError)

    /// What it is for the queue's users.
    ///
    /// - Parameters:
    ///   - database: What the database is called.
    ///   - operation: What we were doing, as in `lease jobs`.
    /// - Returns: The error.
    func queueError(database: String, operation: String) -> QueueError {
        switch self {
        case .denied(let detail): .denied(database: database, detail: detail)
        case .lost(let detail): .unavailable(database: database, detail: detail)
        case .ruled(let error): error
        case .reported(let report): Self.queueError(report, database, operation)
        }
    }

    private static func queueError(_ report: ServerReport, _ database: String, _ operation: String) -> QueueError {
        switch report.code {
        case "53100": return .diskFull(database: database)
        case "25006": return .readOnly(database: database)
        case "26000", "42P05":
            return .denied(
                database: database,
                detail: "prepared statements get lost on the way, as behind a pooler in transaction mode;"
                    + " say assay_pooler=transaction in the URL"
            )
        case "3D000", "3F000", "42501": return .denied(database: database, detail: report.message)
        default: break
        }
        if report.code.hasPrefix("XX00") { return .damaged(database: database, detail: report.message) }
        if report.code.hasPrefix("28") { return .denied(database: database, detail: report.message) }
        if report.isOutage || report.isConflict { return .unavailable(database: database, detail: report.message) }
        return .machinery(operation: operation, detail: "\(database): \(report.message) (SQLSTATE \(report.code))")
    }
}
