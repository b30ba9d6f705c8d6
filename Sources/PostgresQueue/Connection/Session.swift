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
    /// Whether something was sent whose answer has not been taken.
    private(set) var isAnswerDue = false
    /// How long each answer is waited for, in nanoseconds; nil: without end.
    ///
    /// One that does not come breaks the connection.
    var answerLimit: UInt64?
    private var answerEnd: UInt64? { answerLimit.map { Clock.nanoseconds + $0 } }

    init(_ address: ServerAddress, schema: String, prepares: Bool, seconds: Int = 10) throws(PostgresFailure) {
        connection = try Connection(address, seconds: seconds)
        self.schema = schema
        self.prepares = prepares
        preparedAt = Clock.nanoseconds
    }

    /// The socket, for waiting.
    var socket: CInt { connection.socket }

    /// Whether it can be given to somebody else.
    var isIdle: Bool { isAnswerDue || !connection.isInTransaction }

    /// Carries out a statement in which `@name` stands for a table of ours.
    func callAsFunction(_ statement: String, _ parameters: Parameter...) throws(PostgresFailure) -> [Row] {
        try run(statement, parameters)
    }

    func run(_ statement: String, _ parameters: [Parameter]) throws(PostgresFailure) -> [Row] {
        try settle()
        try forgetPlans()
        guard prepares else { return try connection.execute(inSchema(statement), parameters, until: answerEnd) }
        return try connection.executePrepared(name(of: statement), parameters, until: answerEnd)
    }

    /// Has a statement carried out, and waits neither for its end nor for its answer, which is for nobody.
    func send(_ statement: String, _ parameters: [Parameter]) throws(PostgresFailure) {
        try settle()
        if prepares {
            try connection.send(statement, preparedAs: name(of: statement), parameters)
        } else {
            try connection.send(inSchema(statement), preparedAs: nil, parameters)
        }
        isAnswerDue = true
    }

    /// Takes the answer to what was sent.
    private func settle() throws(PostgresFailure) {
        if isAnswerDue { try connection.settle(until: answerEnd) }
        isAnswerDue = false
    }

    /// Has plans made anew now and then.
    ///
    /// One for a table that was nearly empty is bad once it has grown, and the server notices only when it next counts its
    /// rows. Those of functions stay with the server's connection.
    private func forgetPlans() throws(PostgresFailure) {
        guard Clock.nanoseconds - preparedAt > 20_000_000_000 else { return }
        let statements = prepares ? "DEALLOCATE ALL; DISCARD PLANS" : "DISCARD PLANS"
        _ = try connection.execute(statements, [], until: answerEnd)
        prepared = [:]
        preparedAt = Clock.nanoseconds
    }

    /// What the statement was prepared as; it is where it was not.
    private func name(of statement: String) throws(PostgresFailure) -> String {
        if let name = prepared[statement] { return name }
        count += 1
        let name = "assay\(count)"
        try connection.prepare(name, inSchema(statement), until: answerEnd)
        prepared[statement] = name
        return name
    }

    /// The place of the next event among those of this transaction.
    func nextEvent() -> Int {
        told += 1
        return told
    }

    /// Carries out statements without parameters, never prepared.
    func script(_ statements: String) throws(PostgresFailure) {
        try settle()
        _ = try connection.execute(inSchema(statements), [], until: answerEnd)
    }

    func notifications() throws(PostgresFailure) -> [(channel: String, text: String)] {
        try settle()
        return try connection.notifications()
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

    /// Carries out `body` within the transaction under way, of which the rest goes on where this fails.
    func savepoint(_ body: () throws(PostgresFailure) -> Void) throws(PostgresFailure) {
        try script("SAVEPOINT here")
        do throws(PostgresFailure) {
            try body()
            try script("RELEASE SAVEPOINT here")
        } catch {
            if case .reported = error { try script("ROLLBACK TO SAVEPOINT here; RELEASE SAVEPOINT here") }
            throw error
        }
    }

    private func inSchema(_ statement: String) -> String { statement.replacing("@", with: "\"\(schema)\".") }
}
