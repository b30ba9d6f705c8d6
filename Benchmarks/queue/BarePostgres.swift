import CPostgres
import Glibc
import Queueing

/// PostgreSQL by itself: one table, three prepared statements a job, each its own transaction, on one connection.
// Unchecked: a connection is used by one thread at a time.
final class BarePostgres: BareEngine, @unchecked Sendable {
    private let connection: OpaquePointer?
    private let payload = String(repeating: "x", count: 400)

    init(_ address: String) throws(QueueError) {
        if let reason = postgres_load() {
            throw .machinery(operation: "load libpq", detail: String(cString: reason))
        }
        let texts = [strdup("dbname"), strdup(address)]
        connection = PQconnectStartParams([UnsafePointer(texts[0]), nil], [UnsafePointer(texts[1]), nil], 1)
        for text in texts { free(text) }
        var state = PGRES_POLLING_WRITING
        while state != PGRES_POLLING_OK, state != PGRES_POLLING_FAILED {
            let events = state == PGRES_POLLING_WRITING ? POLLOUT : POLLIN
            var socket = pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0)
            poll(&socket, 1, -1)
            state = PQconnectPoll(connection)
        }
        try run(
            """
            CREATE TABLE IF NOT EXISTS bare (number bigint PRIMARY KEY, state int NOT NULL, payload text NOT NULL);
            CREATE SEQUENCE IF NOT EXISTS bare_numbers;
            CREATE INDEX IF NOT EXISTS waiting ON bare (number) WHERE state = 0;
            PREPARE make (text) AS INSERT INTO bare VALUES (nextval('bare_numbers'), 0, $1) RETURNING number;
            PREPARE take AS UPDATE bare SET state = 1 WHERE number = (
                SELECT number FROM bare WHERE state = 0 ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED
            ) RETURNING number, payload;
            PREPARE finish (bigint) AS UPDATE bare SET state = 2 WHERE number = $1;
            """,
            PGRES_COMMAND_OK
        ) { PQexec(connection, $0) }
    }

    deinit { PQfinish(connection) }

    func cycle() throws(QueueError) {
        try execute("make", payload, PGRES_TUPLES_OK)
        var number = ""
        // What others are just taking is passed over; there is one for everybody.
        while number.isEmpty { number = try execute("take", nil, PGRES_TUPLES_OK) }
        try execute("finish", number, PGRES_COMMAND_OK)
    }

    /// Carries out a prepared statement; gives the first row's first column.
    @discardableResult
    private func execute(_ name: String, _ parameter: String?, _ good: ExecStatusType) throws(QueueError) -> String {
        try run(name, good) { name in
            guard let parameter else { return PQexecPrepared(connection, name, 0, nil, nil, nil, 0) }
            return parameter.withCString { text in
                PQexecPrepared(connection, name, 1, [text], [CInt(parameter.utf8.count)], nil, 0)
            }
        }
    }

    @discardableResult
    private func run(
        _ text: String,
        _ good: ExecStatusType,
        _ body: (String) -> OpaquePointer?
    ) throws(QueueError) -> String {
        let answer = body(text)
        defer { PQclear(answer) }
        guard PQresultStatus(answer) == good else {
            throw .machinery(operation: "measure", detail: String(cString: PQerrorMessage(connection)))
        }
        guard PQntuples(answer) > 0, let value = PQgetvalue(answer, 0, 0) else { return "" }
        return String(cString: value)
    }
}
