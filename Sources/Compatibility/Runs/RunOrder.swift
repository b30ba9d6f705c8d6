public import Core

/// A plain run that somebody asks for: one program, one input, no test.
public struct RunOrder: Hashable, Sendable {
    /// What it may use, as far as it was said.
    public struct Bounds: Hashable, Sendable {
        /// CPU time, in seconds.
        public var time: Double
        /// Time on the clock, in seconds.
        public var wall: Double
        /// Memory.
        public var memory: ByteCount
        /// Standard output, standard error and written files together.
        public var output: ByteCount

        /// The given bounds.
        public init(time: Double, wall: Double, memory: ByteCount, output: ByteCount) {
            self.time = time
            self.wall = wall
            self.memory = memory
            self.output = output
        }
    }

    /// The language's canonical id.
    public var language: LanguageID
    /// The source files, the one that is started first.
    public var files: [Submission.SourceFile]
    /// The file to start, where there is more than one.
    public var entry: String?
    /// Standard input.
    public var input: [UInt8]
    /// The program's arguments.
    public var arguments: [String]
    /// What it may use.
    public var bounds: Bounds
    /// What has to be known again when it is asked for.
    public var notes: [String: String]
    /// Where its end is told.
    public var callback: String?

    /// An order with these parts.
    public init(
        language: LanguageID,
        files: [Submission.SourceFile],
        entry: String? = nil,
        input: [UInt8],
        arguments: [String],
        bounds: Bounds,
        notes: [String: String] = [:],
        callback: String? = nil
    ) {
        self.language = language
        self.files = files
        self.entry = entry
        self.input = input
        self.arguments = arguments
        self.bounds = bounds
        self.notes = notes
        self.callback = callback
    }
}
