package import Core

/// What `assay run --json` tells.
package struct RunReport: Hashable, Sendable {
    /// How the run ended.
    package enum Ending: String, Hashable, Sendable, Codable {
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
    /// A run that was judged.
    ///
    /// - Parameters:
    ///   - verdict: What the run is worth by itself; how it ended is that in other words.
    ///   - reason: Why the verdict is what it is.
    ///   - outcome: What the sandbox tells; nil when the program was not compiled.
    ///   - compile: How compiling went.
    ///   - capture: How much of each stream is told.
    /// - Throws: `ByteSourceFailure` when the output cannot be read.
    package init(
        _ verdict: Verdict,
        _ reason: Reason?,
        outcome: Outcome?,
        compile: Report.Compile?,
        capture: ByteCount
    ) throws(ByteSourceFailure) {
        ending = Ending(verdict, reason)
        self.reason = reason
        usage = outcome?.usage
        output = try CapturedText(outcome?.standardOutput ?? MemoryBytes.empty, limit: capture)
        error = try CapturedText(outcome?.standardError ?? MemoryBytes.empty, limit: capture)
        self.compile = compile
        switch outcome?.termination {
        case .exited(let code): exitCode = code
        case .signaled(let name): signal = name
        case nil: break
        }
    }

    /// Whether the program ended by itself with exit code 0.
    package var isGood: Bool { ending == .exited && exitCode == 0 }
}

extension RunReport.Ending {
    /// What a run that is worth `verdict` is said to have ended with.
    init(_ verdict: Verdict, _ reason: Reason?) {
        switch (verdict, reason) {
        case (.compileError, _): self = .compileError
        case (.timeLimit, .wall): self = .wallLimit
        case (.timeLimit, _): self = .timeLimit
        case (.memoryLimit, _): self = .memoryLimit
        case (.outputLimit, _): self = .outputLimit
        case (_, .signal), (_, .systemCall): self = .signaled
        default: self = .exited
        }
    }
}

extension RunReport: Encodable {
    enum Key: String, CodingKey {
        case outcome, exitCode, signal, reason, cpuTime, wallTime, peakMemory, compile
        case peakResidentSet, peakProcesses
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
        try container.encode(usage?.peakResidentSet?.bytes, forKey: .peakResidentSet)
        try container.encode(usage?.peakProcesses, forKey: .peakProcesses)
        try container.encode(output.text, forKey: .stdout)
        try container.encode(error.text, forKey: .stderr)
        try container.encodeIfPresent(output.base64, forKey: .stdoutBase64)
        try container.encodeIfPresent(error.base64, forKey: .stderrBase64)
        try container.encode(output.isTruncated, forKey: .stdoutTruncated)
        try container.encode(error.isTruncated, forKey: .stderrTruncated)
        try container.encode(compile, forKey: .compile)
    }
}
