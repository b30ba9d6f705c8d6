internal import Linux

/// A connection with the statements that were prepared on it, and the name of the schema put into them.
// Unchecked: a session is taken out of `SessionPool` and put back, so that one thread at a time has it.
final class Session: @unchecked Sendable {
    private let connection: Connection
    private let schema: String
    private let prepares: Bool
    private var prepared: [String: String] = [:]
    private var preparedAt: UInt64
    private var count = 0
    /// What is to be told to whoever waits, once what was done is on disk.
    var news: Set<News> = []
    /// How many events this transaction has told, so that each has a number of its own.
    private var told = 0

    init(_ address: ServerAddress, schema: String, prepares: Bool, seconds: Int = 10) throws(PostgresFailure) {
        connection = try Connection(address, seconds: seconds)
        self.schema = schema
        self.prepares = prepares
        preparedAt = Clock.nanoseconds
    }

    /// The socket, for waiting.
    var socket: CInt { connection.socket }

    /// Whether it can be given to somebody else.
    var isIdle: Bool { !connection.isInTransaction }

    /// Carries out a statement in which `@name` stands for a table of ours.
    func callAsFunction(_ statement: String, _ parameters: Parameter...) throws(PostgresFailure) -> [Row] {
        try run(statement, parameters)
    }

    func run(_ statement: String, _ parameters: [Parameter]) throws(PostgresFailure) -> [Row] {
        guard prepares else { return try connection.execute(inSchema(statement), parameters) }
        // Plans are made anew now and then: one for a table that was nearly empty is bad once it has grown, and the
        // server notices only when it next counts its rows.
        if Clock.nanoseconds - preparedAt > 20_000_000_000 {
            _ = try connection.execute("DEALLOCATE ALL", [])
            prepared = [:]
            preparedAt = Clock.nanoseconds
        }
        if let name = prepared[statement] { return try connection.executePrepared(name, parameters) }
        count += 1
        let name = "assay\(count)"
        try connection.prepare(name, inSchema(statement))
        prepared[statement] = name
        return try connection.executePrepared(name, parameters)
    }

    /// The place of the next event among those of this transaction.
    func nextEvent() -> Int {
        told += 1
        return told
    }

    /// Carries out statements without parameters, never prepared.
    func script(_ statements: String) throws(PostgresFailure) {
        _ = try connection.execute(inSchema(statements), [])
    }

    func notifications() throws(PostgresFailure) -> [(channel: String, text: String)] {
        try connection.notifications()
    }

    /// Carries out `body` in one transaction.
    func transaction<Result>(
        _ body: () throws(PostgresFailure) -> Result
    ) throws(PostgresFailure) -> Result {
        try script("BEGIN")
        told = 0
        do throws(PostgresFailure) {
            let result = try body()
            try script("COMMIT")
            return result
        } catch {
            // Where the connection is gone, the server rolls back by itself.
            if connection.isInTransaction { try? script("ROLLBACK") }
            throw error
        }
    }

    private func inSchema(_ statement: String) -> String { statement.replacing("@", with: "\"\(schema)\".") }
}
