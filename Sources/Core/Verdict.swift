/// What a submission, or one of its tests, is worth.
///
/// The codes are stable; text for people is made at the edge.
public enum Verdict: String, Sendable, CaseIterable, Codable {
    /// Accepted.
    case accepted = "AC"
    /// Wrong answer.
    case wrongAnswer = "WA"
    /// Time limit exceeded: CPU time, or time on the clock.
    case timeLimit = "TLE"
    /// Memory limit exceeded.
    case memoryLimit = "MLE"
    /// Output limit exceeded.
    case outputLimit = "OLE"
    /// Runtime error: an exit code that is not 0, a signal, or a forbidden system call.
    case runtimeError = "RTE"
    /// Compile error.
    case compileError = "CE"
    /// Judge error: ours, or the problem's.
    case judgeError = "JE"
    /// Skipped: not run.
    case skipped = "SK"
}

/// Why a verdict is what it is.
public enum Reason: Hashable, Sendable, CustomStringConvertible {
    /// The CPU time limit.
    case cpu
    /// The limit on the clock.
    case wall
    /// An exit code that is not 0.
    case exit(Int)
    /// A signal, by its name without `SIG`.
    case signal(String)
    /// A forbidden system call, by name.
    case systemCall(String)
    /// Nothing was written where an answer was due.
    case noOutput
    /// The output differs from what is right.
    case differs
    /// The compiler ran out of its time.
    case compilerTime
    /// The compiler ran out of its memory.
    case compilerMemory
    /// The compiler refused the source.
    case diagnostics

    /// The reason as reports write it, as in `signal:SEGV`.
    public var description: String {
        switch self {
        case .cpu: "cpu"
        case .wall: "wall"
        case .exit(let code): "exit:\(code)"
        case .signal(let name): "signal:\(name)"
        case .systemCall(let name): "syscall:\(name)"
        case .noOutput: "no-output"
        case .differs: "differs"
        case .compilerTime: "compiler-time"
        case .compilerMemory: "compiler-memory"
        case .diagnostics: "diagnostics"
        }
    }
}
