public import Core

/// One command of a profile, with everything it needs around it.
public struct Step: Sendable {
    /// The program and its arguments, with placeholders.
    public var command: [Template]
    /// What is added to the environment; values may have placeholders.
    public var environment: [(name: String, value: Template)]
    /// The system call policy.
    public var policy: String
    /// The parts of the host that its box shows.
    public var root: RootRecipe
    /// Whether the box has a copy of standard input, for a run-time system that opens `/dev/stdin` by the name behind it.
    public var copiesInput: Bool
    /// How the limits of the problem become the limits of the box.
    public var allowance: Allowance
    /// What it does otherwise where something is prepared for it.
    public var prepared: [PreparedUse]
}

/// What a language needs beyond the limits that a problem states.
public struct Allowance: Hashable, Sendable {
    /// CPU and wall time are multiplied by this.
    public var timeFactor: Double
    /// Memory that the run-time system takes for itself, on top of the problem's limit.
    public var memory: ByteCount
    /// The least number of processes and threads.
    public var processes: Int
    /// The largest stack; nil for whatever the problem allows.
    public var stack: ByteCount?
    /// The least allowance of written bytes.
    public var output: ByteCount
    /// The least size of each private file system.
    public var scratch: ByteCount

    /// The limits of a box that runs a program under `limits`.
    public func applied(to limits: Limits) -> Limits {
        var result = limits
        if timeFactor != 1 {
            result.cpuTime = limits.cpuTime * timeFactor
            result.wallTime = limits.wallTime * timeFactor
        }
        result.memory = limits.memory + memory
        result.processes = max(limits.processes, processes)
        result.stack = min(limits.stack, stack ?? limits.stack)
        result.output = max(limits.output, output)
        result.scratch = max(limits.scratch, scratch)
        return result
    }
}
