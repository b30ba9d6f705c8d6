/// Somebody's solution of a problem, as it was handed in.
public struct Submission: Sendable {
    /// One source file.
    public struct SourceFile: Hashable, Sendable {
        /// Its name, with the directories below the submission's own where it has some.
        public var name: String
        /// Its bytes, as they came.
        public var content: [UInt8]

        /// A source file called `name`.
        public init(name: String, content: [UInt8]) {
            self.name = name
            self.content = content
        }
    }

    /// What the submission is called in reports.
    public var id: String
    /// The language it is written in.
    public var language: LanguageID
    /// Its files, the one that is started first where the language has no other rule.
    public var files: [SourceFile]
    /// The file (or class) to start, where its author named one.
    public var entry: String?
    /// Whether an `entry` that cannot be started is a mistake of the submission's, as one that does not compile.
    ///
    /// Where false it is a wrong request, which is right where whoever asks is there to ask again.
    public var isEntryJudged: Bool

    /// A submission with these parts.
    public init(
        id: String,
        language: LanguageID,
        files: [SourceFile],
        entry: String? = nil,
        isEntryJudged: Bool = false
    ) {
        self.id = id
        self.language = language
        self.files = files
        self.entry = entry
        self.isEntryJudged = isEntryJudged
    }
}
