/// What is told of one graded submission; its JSON is the contract of `assay submit --json`, schema 1.
public struct Report: Sendable, Hashable {
    /// The submission's identity.
    public struct SubmissionIdentity: Sendable, Hashable, Encodable {
        public var id: String
        public var problem: String
        public var language: String
        public var files: [String]
        public var sha256: String

        public init(id: String, problem: String, language: String, files: [String], sha256: String) {
            self.id = id
            self.problem = problem
            self.language = language
            self.files = files
            self.sha256 = sha256
        }
    }

    /// How compiling went.
    public struct Compile: Sendable, Hashable, Encodable {
        public var ok: Bool
        public var cached: Bool
        public var cpuTime: Double
        public var wallTime: Double
        public var peakMemory: Int
        public var diagnostics: String
        public var truncated: Bool

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
        public var name: String
        public var verdict: Verdict
        public var reason: Reason?
        public var cpuTime: Double?
        public var wallTime: Double?
        public var peakMemory: Int?
        public var exitCode: Int?
        public var signal: String?
        public var score: Double?
        /// For the candidate.
        public var message: String
        /// For the judges; nil where there is nothing more to say than `message` says.
        public var judgeMessage: String?
        /// How often the test was run; said only when more than once.
        public var runs: Int

        public init(name: String, verdict: Verdict) {
            self.name = name
            self.verdict = verdict
            message = ""
            runs = 1
        }
    }

    /// Where the time went, in seconds.
    public struct Timing: Sendable, Hashable, Encodable {
        public var queued: Double
        public var compile: Double
        public var run: Double
        public var total: Double

        public init(queued: Double = 0, compile: Double = 0, run: Double = 0, total: Double = 0) {
            self.queued = queued
            self.compile = compile
            self.run = run
            self.total = total
        }
    }

    /// What the verdict was reached with, so that a disputed one can be reproduced.
    public struct Provenance: Sendable, Hashable, Encodable {
        public var assay: String
        public var toolchain: String
        public var host: String
        public var sandbox: String
        public var packageHash: String

        public init(assay: String, toolchain: String, host: String, sandbox: String, packageHash: String) {
            self.assay = assay
            self.toolchain = toolchain
            self.host = host
            self.sandbox = sandbox
            self.packageHash = packageHash
        }
    }

    public var submission: SubmissionIdentity
    public var verdict: Verdict
    public var reason: Reason?
    public var score: Double?
    public var maxScore: Double?
    public var compile: Compile
    public var tests: [Test]
    /// The CPU time limit that was applied, in seconds.
    public var timeLimit: Double
    /// Where the time limit came from: `option`, `package`, `inferred` or `default`.
    public var timeLimitSource: String
    public var timing: Timing
    public var provenance: Provenance

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
