/// What is told of one graded submission; its JSON is the contract of `assay submit --json`, schema 1.
public struct Report: Sendable, Hashable {
    /// The submission's identity.
    public struct SubmissionIdentity: Sendable, Hashable, Codable {
        /// What it is called: sixteen random hexadecimal digits.
        public var id: String
        /// The problem's short name: the name of its package's directory.
        public var problem: String
        /// The canonical id of its language, as in `python3`.
        public var language: String
        /// The names of its source files, in the order in which they came.
        public var files: [String]
        /// SHA-256 of its files' names, sizes and bytes, in lower-case hexadecimal.
        public var sha256: String

        /// An identity with these parts.
        public init(id: String, problem: String, language: String, files: [String], sha256: String) {
            self.id = id
            self.problem = problem
            self.language = language
            self.files = files
            self.sha256 = sha256
        }
    }

    /// How compiling went.
    public struct Compile: Sendable, Hashable, Codable {
        /// Whether there was something to run at the end; true, too, where a language has nothing to compile.
        public var ok: Bool
        /// Whether what was compiled was kept from before; then no compiler was started and the figures are the first
        /// time's.
        public var cached: Bool
        /// The compiler's CPU time, in seconds.
        public var cpuTime: Double
        /// The compiler's time on the clock, in seconds.
        public var wallTime: Double
        /// The most memory that compiling held at once, in bytes.
        public var peakMemory: Int
        /// What the compiler wrote: standard error, then standard output, then a line of ours where it was stopped.
        public var diagnostics: String
        /// Whether the compiler wrote more than is shown.
        public var truncated: Bool

        /// What compiling came to.
        public init(
            ok: Bool,
            cached: Bool,
            cpuTime: Double,
            wallTime: Double,
            peakMemory: Int,
            diagnostics: String,
            truncated: Bool
        ) {
            self.ok = ok
            self.cached = cached
            self.cpuTime = cpuTime
            self.wallTime = wallTime
            self.peakMemory = peakMemory
            self.diagnostics = diagnostics
            self.truncated = truncated
        }
    }

    /// How one test went.
    public struct Test: Sendable, Hashable {
        /// The test's name in its package, as in `secret/03-big`.
        public var name: String
        /// What the test came to; `SK` when it was not run.
        public var verdict: Verdict
        /// Why, where there is more to say than the verdict says.
        public var reason: Reason?
        /// CPU time of the whole box, in seconds; nil when it was not run.
        public var cpuTime: Double?
        /// Time on the clock, in seconds; nil when it was not run.
        public var wallTime: Double?
        /// The most memory the box held at once, in bytes; nil when it was not run.
        public var peakMemory: Int?
        /// The largest resident set of a process, in bytes; nil when it was not run, or it cannot be told.
        public var peakResidentSet: Int?
        /// How many processes and threads there were at once; nil when it was not run, or the kernel does not count them.
        public var peakProcesses: Int?
        /// The exit code, where the program ended by itself.
        public var exitCode: Int?
        /// The signal that ended the program, without `SIG`.
        public var signal: String?
        /// The score, in a package that gives some.
        public var score: Double?
        /// For the candidate.
        public var message: String
        /// For the judges; nil where there is nothing more to say than `message` says.
        public var judgeMessage: String?
        /// How often the test was run; said only when more than once.
        public var runs: Int

        /// A test of that verdict, about which nothing else is known yet.
        public init(name: String, verdict: Verdict) {
            self.name = name
            self.verdict = verdict
            message = ""
            runs = 1
        }
    }

    /// How one group of tests went, in a package that gives scores.
    public struct Group: Sendable, Hashable, Codable {
        /// Its path in the package, as in `secret/group1`.
        public var name: String
        /// What its tests came to together.
        public var verdict: Verdict
        /// Its score.
        public var score: Double
        /// The best score that there is; nil: unbounded.
        public var maxScore: Double?

        /// A group of that verdict and score.
        public init(name: String, verdict: Verdict, score: Double, maxScore: Double?) {
            self.name = name
            self.verdict = verdict
            self.score = score
            self.maxScore = maxScore
        }
    }

    /// Where the time went, in seconds.
    public struct Timing: Sendable, Hashable, Codable {
        /// From being accepted to being started; 0 when it was judged at once.
        public var queued: Double
        /// Compiling, or finding what was compiled before.
        public var compile: Double
        /// From the first test's start to the last test's end.
        public var run: Double
        /// From the command's start to its end.
        public var total: Double

        /// The given times, in seconds.
        public init(queued: Double = 0, compile: Double = 0, run: Double = 0, total: Double = 0) {
            self.queued = queued
            self.compile = compile
            self.run = run
            self.total = total
        }
    }

    /// What the verdict was reached with, so that a disputed one can be reproduced.
    public struct Provenance: Sendable, Hashable, Codable {
        /// Assay's version.
        public var assay: String
        /// The version that the language's tools tell of themselves.
        public var toolchain: String
        /// The machine: its name, kernel and architecture.
        public var host: String
        /// The sandbox's mode: root or rootless, which cgroups, and whether Landlock stood.
        public var sandbox: String
        /// The hash of all that the package judges by.
        public var packageHash: String
        /// The digest by which a queue names this version of the package; nil where it did not come from one.
        public var package: String?

        /// A provenance with these parts.
        public init(
            assay: String,
            toolchain: String,
            host: String,
            sandbox: String,
            packageHash: String,
            package: String? = nil
        ) {
            self.assay = assay
            self.toolchain = toolchain
            self.host = host
            self.sandbox = sandbox
            self.packageHash = packageHash
            self.package = package
        }
    }

    /// What was judged.
    public var submission: SubmissionIdentity
    /// `CE`; else `JE` where any test has it; else that of the first test that is not accepted; else `AC`.
    public var verdict: Verdict
    /// Why, where there is more to say than the verdict says.
    public var reason: Reason?
    /// The score, in a package that gives some.
    public var score: Double?
    /// The best score that there is.
    public var maxScore: Double?
    /// How compiling went.
    public var compile: Compile
    /// The tests, in the package's order; empty when nothing was compiled.
    public var tests: [Test]
    /// Why the verdict is JE where no test says so, as where scores cannot be put together; for the judges.
    public var judgeMessage: String?
    /// What the groups came to, the outer ones first; empty where the package gives no scores.
    public var groups: [Group] = []
    /// The CPU time limit that was applied, in seconds.
    public var timeLimit: Double
    /// Where the time limit came from: `option`, `package`, `inferred` or `default`.
    public var timeLimitSource: String
    /// Where the time went.
    public var timing: Timing
    /// What the verdict was reached with.
    public var provenance: Provenance

    /// A report with these parts.
    public init(
        submission: SubmissionIdentity,
        verdict: Verdict,
        reason: Reason?,
        score: Double? = nil,
        maxScore: Double? = nil,
        compile: Compile,
        tests: [Test],
        timeLimit: Double,
        timeLimitSource: String,
        timing: Timing,
        provenance: Provenance
    ) {
        self.submission = submission
        self.verdict = verdict
        self.reason = reason
        self.score = score
        self.maxScore = maxScore
        self.compile = compile
        self.tests = tests
        self.timeLimit = timeLimit
        self.timeLimitSource = timeLimitSource
        self.timing = timing
        self.provenance = provenance
    }

    /// The largest CPU time of a test, in seconds.
    public var cpuTime: Double { tests.compactMap(\.cpuTime).max() ?? 0 }

    /// The largest peak memory of a test, in bytes.
    public var peakMemory: Int { tests.compactMap(\.peakMemory).max() ?? 0 }
}
