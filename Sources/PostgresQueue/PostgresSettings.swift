/// How a PostgreSQL database is used.
public struct PostgresSettings: Hashable, Sendable {
    /// How it is noticed that something has happened in the database.
    public enum Listening: Hashable, Sendable {
        /// By notifications, on a connection to the same address.
        case here
        /// By notifications, on a connection to another address: past a pooler in transaction mode, which passes none on.
        case at(String)
        /// By looking now and then.
        case polling
    }

    /// The schema in which the tables are; a lower-case letter, then such letters, digits and underscores.
    public var schema: String
    /// Whether statements are prepared: cheaper, and no good behind a pooler in transaction mode.
    public var prepares: Bool
    /// How notifications are heard.
    public var listening: Listening
    /// How often those who wait look for themselves, notified or not.
    public var pollInterval: Duration
    /// How many connections there are at most, besides the one that listens.
    public var connections: Int
    /// For how long a call tries to reach a server that is away before it throws `unavailable`.
    public var patience: Duration
    /// For how long an answer is waited for that should come at once; a server that is stuck is as good as one that is away.
    ///
    /// Statements that may be about all jobs have ten times as long, and those that bring the schema up to date have no
    /// limit.
    public var answer: Duration
    /// A directory on this machine, for workers that are to notice each other's end at once: their locks are in it.
    ///
    /// nil: the end of a worker's process shows by its silence alone.
    public var workerLocks: String?

    /// The settings of those who have no others.
    public init(
        schema: String = "assay",
        prepares: Bool = true,
        listening: Listening = .here,
        pollInterval: Duration = .seconds(1),
        connections: Int = 8,
        patience: Duration = .seconds(30),
        answer: Duration = .seconds(30),
        workerLocks: String? = nil
    ) {
        self.schema = schema
        self.prepares = prepares
        self.listening = listening
        self.pollInterval = pollInterval
        self.connections = connections
        self.patience = patience
        self.answer = answer
        self.workerLocks = workerLocks
    }

    /// Whether the schema's name can be used; it is put into statements.
    var isSchemaPlain: Bool {
        let bytes = schema.utf8
        guard let first = bytes.first, (97...122).contains(first), bytes.count <= 40 else { return false }
        return bytes.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    }
}
