/// How a program's first process ended by itself.
public enum Termination: Hashable, Sendable {
    /// It returned this exit code.
    case exited(code: Int)
    /// This signal ended it, by its name without `SIG`, as in `SEGV`.
    case signaled(name: String)
}

/// Why the sandbox ended a program; always something that the sandbox did or saw, never inferred from a signal.
public enum Stop: Hashable, Sendable {
    /// The box used its CPU time up.
    case cpuTime
    /// The box used its time on the clock up.
    case wallTime
    /// The kernel reported that the box's memory ran out.
    case memory
    /// The box wrote more than it may.
    case output
    /// A system call that only an attack makes, by name.
    case forbiddenCall(name: String)
    /// Whoever asked for the run took the request back.
    case cancelled
}

/// What became of one run.
///
/// That a program failed is a value; only our own failures are errors.
public struct Outcome: Sendable {
    /// How the first process ended, also when the sandbox had it killed.
    public var termination: Termination
    /// Why the sandbox ended the run; nil when the program ended by itself.
    public var stop: Stop?
    /// What the run used.
    public var usage: Usage
    /// What it wrote to standard output, up to the output limit.
    public var standardOutput: any ByteSource
    /// What it wrote to standard error, up to the output limit.
    public var standardError: any ByteSource
    /// The files taken out of the box, where the command asked for some.
    public var collected: Bundle?

    /// An outcome with these parts.
    public init(
        termination: Termination,
        stop: Stop? = nil,
        usage: Usage = Usage(),
        standardOutput: any ByteSource = MemoryBytes.empty,
        standardError: any ByteSource = MemoryBytes.empty,
        collected: Bundle? = nil
    ) {
        self.termination = termination
        self.stop = stop
        self.usage = usage
        self.standardOutput = standardOutput
        self.standardError = standardError
        self.collected = collected
    }
}
