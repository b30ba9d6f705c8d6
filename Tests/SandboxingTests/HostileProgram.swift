import Core

/// A program that wants what it must not have, and exactly what becomes of it in a box.
struct HostileProgram: Sendable {
    /// Its source below `Hostile/`, without the ending.
    var source: String
    /// What follows its name on its command line.
    var arguments: [String]
    /// Its standard input.
    var input: String
    /// What it may use.
    var limits: Limits
    /// How many times it is run, one run after the other: the second must find nothing of the first.
    var runs: Int
    /// What becomes of it.
    var fate: Fate
    /// What becomes of it where programs and the jailer share the one id of an ordinary user, if that is different.
    var rootlessFate: Fate?

    init(
        _ source: String,
        _ arguments: [String] = [],
        input: String = "",
        limits: Limits = .hostile,
        runs: Int = 1,
        meets fate: Fate,
        rootless rootlessFate: Fate? = nil
    ) {
        self.source = source
        self.arguments = arguments
        self.input = input
        self.limits = limits
        self.runs = runs
        self.fate = fate
        self.rootlessFate = rootlessFate
    }

    /// Every program that is run by itself; those whose files are collected, and sources, have tables of their own.
    static let all: [HostileProgram] =
        processes + time + memory + files + looking + calls + namespaces + privileges + signals + descriptors + leavings

    /// What becomes of it in the sandbox under test.
    var expectedFate: Fate {
        SandboxUnderTest.hasTwoIDs ? fate : rootlessFate ?? fate
    }
}

extension HostileProgram: CustomStringConvertible {
    var description: String {
        ([source] + arguments).joined(separator: " ")
    }
}

/// What becomes of a program, exactly.
enum Fate: Sendable, Equatable {
    /// It ends by itself, having written this to standard output.
    case exits(Int, saying: String)
    /// A signal of its own making ends it; the sandbox had no part in that.
    case dies(of: String, saying: String = "")
    /// The sandbox ends it. What it had written by then, where that is certain.
    case isStopped(Stop, signal: String = "KILL", saying: String? = "")

    /// It ends well, having written these lines.
    static func says(_ lines: String...) -> Fate {
        .exits(0, saying: lines.map { $0 + "\n" }.joined())
    }

    /// It makes this system call and does not live to see the answer.
    static func isForbidden(_ call: String) -> Fate {
        .isStopped(.forbiddenCall(name: call))
    }

    /// The fate that an outcome shows; `certain` says whether what was written counts.
    init(_ outcome: Outcome, output: String?) {
        switch (outcome.stop, outcome.termination) {
        case (nil, .exited(let code)): self = .exits(code, saying: output ?? "")
        case (nil, .signaled(let name)): self = .dies(of: name, saying: output ?? "")
        case (let stop?, .exited(let code)): self = .isStopped(stop, signal: "none, exit \(code)", saying: output)
        case (let stop?, .signaled(let name)): self = .isStopped(stop, signal: name, saying: output)
        }
    }

    /// Whether it says what the program writes.
    var knowsOutput: Bool {
        if case .isStopped(_, _, nil) = self { false } else { true }
    }
}

extension Limits {
    /// Little of everything, so that whatever is used up is used up soon; a clock that a busy machine does not reach.
    static let hostile = Limits(
        cpuTime: .seconds(2),
        wallTime: .seconds(60),
        memory: .mebibytes(64),
        processes: 16,
        stack: .mebibytes(8),
        output: .mebibytes(1),
        scratch: .mebibytes(16),
        inodes: 256,
        openFiles: 64
    )

    /// Little CPU time, for programs that use it up.
    ///
    /// And memory enough: what a failed fork has left is the box's until the kernel comes to free it, and on a busy
    /// machine it comes late.
    static let brief = hostile.with {
        $0.cpuTime = .milliseconds(200)
        $0.memory = .mebibytes(1024)
    }

    /// Little time on the clock, for programs that wait.
    static let short = hostile.with { $0.wallTime = .milliseconds(300) }

    /// Files as large as one likes.
    static let roomy = hostile.with { $0.output = .mebibytes(1024) }

    /// Private file systems larger than the memory that they are in.
    static let bottomless = roomy.with { $0.scratch = .mebibytes(1024) }

    /// These limits, changed.
    func with(_ change: (inout Limits) -> Void) -> Limits {
        var limits = self
        change(&limits)
        return limits
    }
}
