public import Queueing

/// A plain run as the queue has it.
public struct RunRecord: Hashable, Sendable {
    /// What it is called.
    public var id: String
    /// Where it stands.
    public var state: JobState
    /// When it came.
    public var createdAt: Timestamp
    /// When it was begun; nil: not yet.
    public var startedAt: Timestamp?
    /// When it came to its end; nil: not yet.
    public var endedAt: Timestamp?
    /// The language's canonical id.
    public var language: String
    /// What was noted when it was ordered.
    public var notes: [String: String]
    /// The first source file; nil where nobody asked for it.
    public var source: [UInt8]?
    /// Standard input; nil where nobody asked for it.
    public var input: [UInt8]?
    /// What came of it; nil: nothing yet, or never.
    public var result: RunResult?

    /// A run with these parts.
    public init(
        id: String,
        state: JobState,
        createdAt: Timestamp,
        startedAt: Timestamp? = nil,
        endedAt: Timestamp? = nil,
        language: String,
        notes: [String: String] = [:],
        source: [UInt8]? = nil,
        input: [UInt8]? = nil,
        result: RunResult? = nil
    ) {
        self.id = id
        self.state = state
        self.createdAt = createdAt
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.language = language
        self.notes = notes
        self.source = source
        self.input = input
        self.result = result
    }
}
