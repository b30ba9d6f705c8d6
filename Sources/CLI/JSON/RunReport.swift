package import Core

/// What `assay run --json` tells.
package struct RunReport: Hashable, Sendable {
    /// How the run ended.
    package enum Ending: String, Hashable, Sendable, Encodable {
        case exited, signaled, timeLimit, wallLimit, memoryLimit, outputLimit, compileError
    }

    /// How the run ended.
    package var ending: Ending
    /// The exit code, where the program ended by itself with one.
    package var exitCode: Int?
    /// The name of the signal without `SIG`, where one ended the program.
    package var signal: String?
    /// Why, where there is more to say.
    package var reason: Reason?
    /// What the run used; nil when there was no run.
    package var usage: Usage?
    /// What the program wrote to standard output.
    package var output: CapturedText
    /// What the program wrote to standard error.
    package var error: CapturedText
    /// How compiling went; nil for a language without such a step.
    package var compile: Report.Compile?
}

extension RunReport {
    /// A run that ended in `outcome`.
    ///
    /// - Parameters:
    ///   - outcome: What the sandbox tells.
    ///   - isOutOfMemory: Whether the language's run-time system itself said that memory ran out.
    ///   - timeLimit: The CPU time that was allowed; the sandbox stops a program a little later.
    ///   - capture: How much of each stream is told.
    ///   - compile: How compiling went.
    /// - Throws: `ByteSourceFailure` when the output cannot be read.
    package init(
        _ outcome: Outcome,
        isOutOfMemory: Bool,
        timeLimit: Duration,
        capture: ByteCount,
        compile: Report.Compile?
    ) throws(ByteSourceFailure) {
        (ending, reason) = Self.ending(of: outcome, isOutOfMemory: isOutOfMemory, timeLimit: timeLimit)
        switch outcome.termination {
        case .exited(let code): exitCode = code
        case .signaled(let name): signal = name
        }
        usage = outcome.usage
        output = try CapturedText(outcome.standardOutput, limit: capture)
        error = try CapturedText(outcome.standardError, limit: capture)
        self.compile = compile
    }

    /// A program that was not compiled, for that reason.
    package init(refused compile: Report.Compile, _ reason: Reason) throws(ByteSourceFailure) {
        ending = .compileError
        self.reason = reason
        output = try CapturedText(MemoryBytes.empty, limit: ByteCount(0))
        error = output
        self.compile = compile
    }

    /// Whether the program ended by itself with exit code 0.
    package var isGood: Bool { ending == .exited && exitCode == 0 }

    private static func ending(
        of outcome: Outcome,
        isOutOfMemory: Bool,
        timeLimit: Duration
    ) -> (Ending, Reason?) {
        switch outcome.stop {
        case .cpuTime: return (.timeLimit, .cpu)
        case .wallTime: return (.wallLimit, .wall)
        case .memory: return (.memoryLimit, nil)
        case .output: return (.outputLimit, nil)
        case .forbiddenCall(let name): return (.signaled, .systemCall(name))
        case .cancelled, nil: break
        }
        if isOutOfMemory { return (.memoryLimit, nil) }
        if outcome.usage.cpuTime > timeLimit { return (.timeLimit, .cpu) }
        switch outcome.termination {
        case .exited(let code): return (.exited, code == 0 ? nil : .exit(code))
        case .signaled(let name): return (.signaled, .signal(name))
        }
    }
}

extension RunReport: Encodable {
    private enum Key: String, CodingKey {
        case outcome, exitCode, signal, reason, cpuTime, wallTime, peakMemory, compile
        case stdout, stderr, stdoutBase64, stderrBase64, stdoutTruncated, stderrTruncated
    }

    /// Writes the report with every field of the contract present, null where there is no value.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(ending, forKey: .outcome)
        try container.encode(exitCode, forKey: .exitCode)
        try container.encode(signal, forKey: .signal)
        try container.encode(reason, forKey: .reason)
        try container.encode(usage?.cpuTime.inSeconds, forKey: .cpuTime)
        try container.encode(usage?.wallTime.inSeconds, forKey: .wallTime)
        try container.encode(usage?.peakMemory.bytes, forKey: .peakMemory)
        try container.encode(output.text, forKey: .stdout)
        try container.encode(error.text, forKey: .stderr)
        try container.encodeIfPresent(output.base64, forKey: .stdoutBase64)
        try container.encodeIfPresent(error.base64, forKey: .stderrBase64)
        try container.encode(output.isTruncated, forKey: .stdoutTruncated)
        try container.encode(error.isTruncated, forKey: .stderrTruncated)
        try container.encode(compile, forKey: .compile)
    }
}
