// What was written as a report is read again from where reports are kept; fields that a newer Assay has added are passed
// over.

extension Reason: Decodable {
    /// The reason written `text`; nil when it is none.
    public init?(text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count > 1 ? parts[1] : nil) {
        case ("cpu", nil): self = .cpu
        case ("wall", nil): self = .wall
        case ("no-output", nil): self = .noOutput
        case ("differs", nil): self = .differs
        case ("compiler-time", nil): self = .compilerTime
        case ("compiler-memory", nil): self = .compilerMemory
        case ("diagnostics", nil): self = .diagnostics
        case ("exit", let code?):
            guard let number = Int(code) else { return nil }
            self = .exit(number)
        case ("signal", let name?): self = .signal(name)
        case ("syscall", let name?): self = .systemCall(name)
        default: return nil
        }
    }

    /// Reads the reason from its text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let reason = Reason(text: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "this is no reason")
        }
        self = reason
    }
}

extension Report: Decodable {
    private enum Key: String, CodingKey {
        case submission, verdict, reason, score, maxScore, groups, judgeMessage, compile, tests
        case timeLimit, timeLimitSource, timing, provenance
    }

    /// Reads a report of schema 1.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            submission: try container.decode(SubmissionIdentity.self, forKey: .submission),
            verdict: try container.decode(Verdict.self, forKey: .verdict),
            reason: try container.decodeIfPresent(Reason.self, forKey: .reason),
            score: try container.decodeIfPresent(Double.self, forKey: .score),
            maxScore: try container.decodeIfPresent(Double.self, forKey: .maxScore),
            compile: try container.decode(Compile.self, forKey: .compile),
            tests: try container.decode([Test].self, forKey: .tests),
            timeLimit: try container.decode(Double.self, forKey: .timeLimit),
            timeLimitSource: try container.decode(String.self, forKey: .timeLimitSource),
            timing: try container.decode(Timing.self, forKey: .timing),
            provenance: try container.decode(Provenance.self, forKey: .provenance)
        )
        groups = try container.decodeIfPresent([Group].self, forKey: .groups) ?? []
        judgeMessage = try container.decodeIfPresent(String.self, forKey: .judgeMessage)
    }
}

extension Report.Test: Decodable {
    private enum Key: String, CodingKey {
        case name, verdict, reason, cpuTime, wallTime, peakMemory, exitCode, signal, score, message, judgeMessage, runs
        case peakResidentSet, peakProcesses
    }

    /// Reads a test of a report.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            verdict: try container.decode(Verdict.self, forKey: .verdict)
        )
        reason = try container.decodeIfPresent(Reason.self, forKey: .reason)
        cpuTime = try container.decodeIfPresent(Double.self, forKey: .cpuTime)
        wallTime = try container.decodeIfPresent(Double.self, forKey: .wallTime)
        peakMemory = try container.decodeIfPresent(Int.self, forKey: .peakMemory)
        peakResidentSet = try container.decodeIfPresent(Int.self, forKey: .peakResidentSet)
        peakProcesses = try container.decodeIfPresent(Int.self, forKey: .peakProcesses)
        exitCode = try container.decodeIfPresent(Int.self, forKey: .exitCode)
        signal = try container.decodeIfPresent(String.self, forKey: .signal)
        score = try container.decodeIfPresent(Double.self, forKey: .score)
        message = try container.decodeIfPresent(String.self, forKey: .message) ?? ""
        judgeMessage = try container.decodeIfPresent(String.self, forKey: .judgeMessage)
        runs = try container.decodeIfPresent(Int.self, forKey: .runs) ?? 1
    }
}
