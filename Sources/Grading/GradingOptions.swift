public import Core

/// What somebody may ask for beyond what the problem says.
public struct GradingOptions: Sendable {
    /// CPU time a test may take, in place of the problem's.
    public var timeLimit: Duration?
    /// Memory a test may take, in place of the problem's.
    public var memoryLimit: ByteCount?
    /// Whether the samples alone are run.
    public var samplesOnly: Bool
    /// Whether tests go on after the first that is not accepted.
    public var allTests: Bool
    /// Whether no test after one that ran into a limit is run: with `allTests`, a program that never ends, or fills its
    /// memory, is not waited for again and again.
    public var endsAtLimit = false
    /// How many tests of the submission are run ahead of the one whose turn it is; nil: as many as the slots can use.
    public var width: Int?
    /// Since when the report's total time counts; nil: since the grading began.
    public var start: ContinuousClock.Instant?
    /// How long the submission waited before.
    public var queued: Duration
    /// The problem's `packageHash()` where it is known already; nil: it is computed while the tests run.
    public var packageHash: String?
    /// What the queue that the submission comes from calls this version of the package.
    public var queuedPackage: String?

    /// Options that take everything from the problem, unless said otherwise.
    public init(
        timeLimit: Duration? = nil,
        memoryLimit: ByteCount? = nil,
        samplesOnly: Bool = false,
        allTests: Bool = false,
        start: ContinuousClock.Instant? = nil,
        queued: Duration = .zero,
        packageHash: String? = nil
    ) {
        self.timeLimit = timeLimit
        self.memoryLimit = memoryLimit
        self.samplesOnly = samplesOnly
        self.allTests = allTests
        self.start = start
        self.queued = queued
        self.packageHash = packageHash
    }
}

/// Where grading takes place, as reports say it.
public struct GradingSite: Sendable, Hashable {
    /// Assay's version.
    public var assay: String
    /// The machine.
    public var host: String
    /// The sandbox and its mode.
    public var sandbox: String

    /// The given site.
    public init(assay: String, host: String, sandbox: String) {
        self.assay = assay
        self.host = host
        self.sandbox = sandbox
    }
}
