/// What is to be judged, and by what: all that a worker needs to know, with every file by its content.
public struct JudgingRequest: Hashable, Sendable {
    /// A problem, bound to one version of its package.
    public struct Problem: Hashable, Sendable {
        /// Its short name, as reports have it.
        public var name: String
        /// The package, as it lies in the content store.
        public var package: ContentDigest

        /// The problem of that name and package.
        public init(name: String, package: ContentDigest) {
            self.name = name
            self.package = package
        }
    }

    /// One source file.
    public struct File: Hashable, Sendable {
        /// Its name, without directories.
        public var name: String
        /// Its bytes, as they lie in the content store.
        public var content: ContentDigest

        /// The file of that name and content.
        public init(name: String, content: ContentDigest) {
            self.name = name
            self.content = content
        }
    }

    /// What was asked for beyond what the problem says.
    public struct Options: Hashable, Sendable {
        /// Whether the samples alone are run.
        public var samplesOnly: Bool
        /// Whether tests go on after the first that is not accepted.
        public var allTests: Bool
        /// CPU time a test may take, in milliseconds, in place of the problem's.
        public var timeLimitMilliseconds: Int?
        /// Memory a test may take, in bytes, in place of the problem's.
        public var memoryLimitBytes: Int?

        /// Options that take everything from the problem, unless said otherwise.
        public init(
            samplesOnly: Bool = false,
            allTests: Bool = false,
            timeLimitMilliseconds: Int? = nil,
            memoryLimitBytes: Int? = nil
        ) {
            self.samplesOnly = samplesOnly
            self.allTests = allTests
            self.timeLimitMilliseconds = timeLimitMilliseconds
            self.memoryLimitBytes = memoryLimitBytes
        }
    }

    /// A program that is run once, with no test involved.
    public struct Run: Hashable, Sendable {
        /// What it reads from standard input, as it lies in the content store.
        public var input: ContentDigest
        /// Its command line arguments.
        public var arguments: [String]
        /// Time on the clock that it may take, in milliseconds; nil: what goes with its CPU time.
        public var wallTimeMilliseconds: Int?
        /// What it may write, in bytes; nil: the usual.
        public var outputLimitBytes: Int?

        /// A run with these parts.
        public init(
            input: ContentDigest,
            arguments: [String] = [],
            wallTimeMilliseconds: Int? = nil,
            outputLimitBytes: Int? = nil
        ) {
            self.input = input
            self.arguments = arguments
            self.wallTimeMilliseconds = wallTimeMilliseconds
            self.outputLimitBytes = outputLimitBytes
        }
    }

    /// The problem; of a plain run the name is empty, and the package is what the program reads.
    public var problem: Problem
    /// How the program is run where no problem is to be solved; nil: there is a problem.
    public var run: Run?
    /// The canonical id of the language.
    public var language: String
    /// The source files, in the order in which they came.
    public var files: [File]
    /// The file (or class) to start, where its author named one.
    public var entry: String?
    /// What was asked for beyond what the problem says.
    public var options: Options
    /// What whoever enqueued the job wants to find with it again; the queue does not look into it.
    public var notes: [String: String]

    /// A request with these parts.
    public init(
        problem: Problem,
        language: String,
        files: [File],
        entry: String? = nil,
        options: Options = Options(),
        notes: [String: String] = [:]
    ) {
        self.problem = problem
        self.language = language
        self.files = files
        self.entry = entry
        self.options = options
        self.notes = notes
    }

    /// A program that is run once; its time and memory are those of `options`.
    public init(
        run: Run,
        language: String,
        files: [File],
        entry: String? = nil,
        options: Options = Options(),
        notes: [String: String] = [:]
    ) {
        self.init(
            problem: Problem(name: "", package: run.input),
            language: language,
            files: files,
            entry: entry,
            options: options,
            notes: notes
        )
        self.run = run
    }

    /// Every content that the request needs, each once, in ascending order.
    public var contents: [ContentDigest] {
        Set(files.map(\.content) + [problem.package]).sorted { $0.rawValue < $1.rawValue }
    }
}
