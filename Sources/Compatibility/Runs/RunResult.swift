/// What came of a plain run: the report of `assay run --json`, read again.
public struct RunResult: Hashable, Sendable {
    /// How a run ended.
    public enum Ending: String, Hashable, Sendable, CaseIterable {
        /// By itself, or by a signal of its own.
        case exited, signaled
        /// By one of its limits.
        case timeLimit, wallLimit, memoryLimit, outputLimit
        /// Before it began.
        case compileError
    }

    /// How it ended.
    public var ending: Ending
    /// The exit code, where the program ended by itself.
    public var exitCode: Int?
    /// The signal that ended it, without `SIG`.
    public var signal: String?
    /// Why, as reports write it.
    public var reason: String?
    /// CPU time, in seconds.
    public var cpuTime: Double?
    /// Time on the clock, in seconds.
    public var wallTime: Double?
    /// The most memory held at once, in bytes.
    public var peakMemory: Int?
    /// Standard output, as far as it was kept.
    public var output: [UInt8]
    /// Standard error, as far as it was kept.
    public var errors: [UInt8]
    /// Whether there was more output than was kept.
    public var isOutputCut: Bool
    /// What the compiler wrote; nil where there is no such step.
    public var diagnostics: String?
    /// The compiler's CPU time and time on the clock in seconds, and its peak memory in bytes.
    public var compiling: Compiling?

    /// What compiling took.
    public struct Compiling: Hashable, Sendable {
        /// Whether there was a program at the end.
        public var isGood: Bool
        /// CPU time, in seconds.
        public var cpuTime: Double
        /// Time on the clock, in seconds.
        public var wallTime: Double
        /// The most memory held at once, in bytes.
        public var peakMemory: Int

        /// The given figures.
        public init(isGood: Bool, cpuTime: Double, wallTime: Double, peakMemory: Int) {
            self.isGood = isGood
            self.cpuTime = cpuTime
            self.wallTime = wallTime
            self.peakMemory = peakMemory
        }
    }

    /// A result that ended like that, of which nothing else is known.
    public init(_ ending: Ending) {
        self.ending = ending
        output = []
        errors = []
        isOutputCut = false
    }
}
