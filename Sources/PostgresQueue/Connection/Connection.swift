internal import CPostgres
internal import Glibc
internal import Linux

/// A connection to a server; used by one thread at a time, and closed when it goes out of scope.
struct Connection: ~Copyable {
    private let handle: OpaquePointer

    deinit { PQfinish(handle) }

    /// Connects.
    ///
    /// - Parameters:
    ///   - address: A `postgresql:` URL or `name=value` pairs; what it leaves out comes from the `PG*` variables.
    ///   - seconds: How long it may take, unless the address or `PGCONNECT_TIMEOUT` says something else.
    /// - Throws: `denied` where to try again will not help; else `lost`.
    init(_ address: ServerAddress, seconds: Int) throws(PostgresFailure) {
        handle = try Self.open(address, seconds: address.timeoutSeconds ?? seconds)
    }

    private static func open(_ address: ServerAddress, seconds: Int) throws(PostgresFailure) -> OpaquePointer {
        guard let handle = begin(address) else { throw .lost("out of memory") }
        do throws(PostgresFailure) {
            // With its code in the message, an error at the login can be told from an outage.
            PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
            try finish(handle, seconds: seconds)
            guard PQserverVersion(handle) >= 130_000 else {
                throw .denied("the server is PostgreSQL \(PQserverVersion(handle) / 10_000); 13 or later is needed")
            }
        } catch {
            PQfinish(handle)
            throw error
        }
        PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
        // Whoever sends or waits does so no longer than they want to.
        guard PQsetnonblocking(handle, 1) == 0 else {
            PQfinish(handle)
            throw .lost("out of memory")
        }
        // Notices are for people at a terminal.
        _ = PQsetNoticeProcessor(handle, { _, _ in }, nil)
        return handle
    }

    private static func begin(_ address: ServerAddress) -> OpaquePointer? {
        var pairs: [(String, String)] = [
            ("fallback_application_name", "assay"),
            // A server that has vanished is noticed within some 25 seconds, and not after hours.
            ("keepalives_idle", "10"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "15000"),
        ]
        // What comes later goes before.
        pairs.append(("dbname", address.text))
        pairs.append(("client_encoding", "UTF8"))
        return withCStrings(pairs.map(\.0)) { names in
            withCStrings(pairs.map(\.1)) { values in PQconnectStartParams(names, values, 1) }
        }
    }

    private static func finish(_ handle: OpaquePointer, seconds: Int) throws(PostgresFailure) {
        let end = Clock.nanoseconds + UInt64(max(1, seconds)) * 1_000_000_000
        var wanted = PGRES_POLLING_WRITING
        while PQstatus(handle) != CONNECTION_BAD {
            let now = Clock.nanoseconds
            guard now < end else { throw .lost("no answer within \(seconds) s") }
            var poll = Poll()
            poll.add(PQsocket(handle))
            if wanted == PGRES_POLLING_WRITING { poll.awaitWriting(0, to: PQsocket(handle)) }
            guard (try? poll.wait(nanoseconds: end - now)) == true else { continue }
            wanted = PQconnectPoll(handle)
            if wanted == PGRES_POLLING_OK { return }
            if wanted == PGRES_POLLING_FAILED { break }
        }
        throw LoginRefusal.failure(of: String(cString: PQerrorMessage(handle)))
    }

    /// Carries out one statement, or with no parameters several, and gives the rows of the last one.
    ///
    /// `end` says, here and below, until when the answer is waited for, in nanoseconds of `Clock`; nil: without end. When it
    /// has not come by then the connection is of no more use.
    func execute(_ statement: String, _ parameters: [Parameter], until end: UInt64?) throws(PostgresFailure) -> [Row] {
        if parameters.isEmpty {
            try check(PQsendQuery(handle, statement))
        } else {
            try send(statement, preparedAs: nil, parameters)
        }
        return try rows(answer(until: end))
    }

    /// Has the server plan a statement once and for all.
    func prepare(_ name: String, _ statement: String, until end: UInt64?) throws(PostgresFailure) {
        try check(PQsendPrepare(handle, name, statement, 0, nil))
        _ = try rows(answer(until: end))
    }

    func executePrepared(_ name: String, _ parameters: [Parameter], until end: UInt64?) throws(PostgresFailure) -> [Row]
    {
        try send("", preparedAs: name, parameters)
        return try rows(answer(until: end))
    }

    /// Asks for a statement whose answer nobody waits for; `settle` has to be called before anything else.
    ///
    /// Without a name it was not prepared.
    func send(_ statement: String, preparedAs name: String?, _ parameters: [Parameter]) throws(PostgresFailure) {
        let isSent = withEncoded(parameters) { count, values, lengths, formats in
            guard let name else {
                return PQsendQueryParams(handle, statement, count, nil, values, lengths, formats, 0)
            }
            return PQsendQueryPrepared(handle, name, count, values, lengths, formats, 0)
        }
        try check(isSent)
    }

    private func check(_ isSent: CInt) throws(PostgresFailure) {
        guard isSent == 1 else { throw .lost(Self.line(PQerrorMessage(handle))) }
    }

    /// Takes what is left of the answer to what was sent; the error, if it was one, is for nobody.
    func settle(until end: UInt64?) throws(PostgresFailure) { PQclear(try answer(until: end)) }

    /// The last answer to what was sent; nil: there is none.
    private func answer(until end: UInt64?) throws(PostgresFailure) -> OpaquePointer? {
        var last: OpaquePointer?
        while true {
            do throws(PostgresFailure) {
                try awaitAnswer(until: end)
            } catch {
                PQclear(last)
                throw error
            }
            guard let next = PQgetResult(handle) else { return last }
            PQclear(last)
            last = next
        }
    }

    /// Sends what has not been sent, and waits until `PQgetResult` does not wait.
    private func awaitAnswer(until end: UInt64?) throws(PostgresFailure) {
        while true {
            // A connection that is broken is told of by `PQgetResult`.
            let left = PQflush(handle)
            if left < 0 || left == 0 && PQisBusy(handle) == 0 { return }
            let now = Clock.nanoseconds
            if let end, now >= end { throw .lost("the server does not answer") }
            var poll = Poll()
            poll.add(PQsocket(handle))
            if left > 0 {
                poll.add(PQsocket(handle))
                poll.awaitWriting(1, to: PQsocket(handle))
            }
            guard (try? poll.wait(nanoseconds: end.map { $0 - now })) == true else { continue }
            if PQconsumeInput(handle) == 0 { return }
        }
    }

    /// Whether a transaction was begun and not ended.
    var isInTransaction: Bool { PQtransactionStatus(handle) != PQTRANS_IDLE }

    /// By which waiting for what the server sends of itself is done.
    var socket: CInt { PQsocket(handle) }

    /// The notifications that have come.
    func notifications() throws(PostgresFailure) -> [(channel: String, text: String)] {
        guard PQconsumeInput(handle) == 1 else { throw .lost(Self.line(PQerrorMessage(handle))) }
        var result: [(channel: String, text: String)] = []
        while let notification = PQnotifies(handle) {
            result.append((String(cString: notification.pointee.relname), String(cString: notification.pointee.extra)))
            PQfreemem(notification)
        }
        return result
    }

    private func rows(_ answer: OpaquePointer?) throws(PostgresFailure) -> [Row] {
        guard let answer else { throw .lost(Self.line(PQerrorMessage(handle))) }
        defer { PQclear(answer) }
        switch PQresultStatus(answer) {
        case PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: return []
        case PGRES_TUPLES_OK: break
        default:
            func field(_ code: Character) -> String {
                guard let value = code.asciiValue, let text = PQresultErrorField(answer, CInt(value)) else { return "" }
                return String(cString: text)
            }
            let report = ServerReport(code: field("C"), message: field("M"), constraint: field("n"))
            // Without a code it is libpq that reports: the connection broke.
            if report.code.isEmpty || PQstatus(handle) == CONNECTION_BAD {
                throw .lost(report.message.isEmpty ? Self.line(PQresultErrorMessage(answer)) : report.message)
            }
            throw .reported(report)
        }
        let width = PQnfields(answer)
        return (0..<PQntuples(answer)).map { row in
            Row(
                columns: (0..<width).map { column in
                    guard PQgetisnull(answer, row, column) == 0, let start = PQgetvalue(answer, row, column) else {
                        return nil
                    }
                    return Array(UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(answer, row, column))))
                }
            )
        }
    }

    private static func line(_ text: UnsafePointer<CChar>?) -> String {
        guard let text else { return "the connection broke" }
        let line = String(cString: text).split(separator: "\n").first.map(String.init) ?? ""
        return line.isEmpty ? "the connection broke" : line
    }
}

/// Calls `body` with parameters as libpq takes them.
private func withEncoded<Result>(
    _ parameters: [Parameter],
    _ body: (CInt, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<CInt>?, UnsafePointer<CInt>?) -> Result
) -> Result {
    var storage: [CChar] = []
    var places: [Int?] = []
    var lengths: [CInt] = []
    for parameter in parameters {
        guard let bytes = parameter.encoded else {
            places.append(nil)
            lengths.append(0)
            continue
        }
        places.append(storage.count)
        lengths.append(CInt(clamping: bytes.count))
        storage += bytes.lazy.map { CChar(bitPattern: $0) }
        storage.append(0)
    }
    let formats: [CInt] = parameters.map { $0.isBinary ? 1 : 0 }
    return storage.withUnsafeBufferPointer { buffer in
        let values = places.map { place in place.flatMap { place in buffer.baseAddress.map { $0 + place } } }
        return body(CInt(parameters.count), values, lengths, formats)
    }
}

/// Calls `body` with an array of C strings that ends with a null pointer.
private func withCStrings<Result>(
    _ texts: [String],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
    let copies = texts.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies.map { UnsafePointer($0) } + [nil])
}
