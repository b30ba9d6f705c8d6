// Written out by hand: the contract has every field present, with null where there is no value, and the synthesized
// conformance would leave those out.

extension Reason: Encodable {
    /// Writes the reason as its text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Report: Encodable {
    private enum Key: String, CodingKey {
        case schema, submission, verdict, reason, score, maxScore, groups, judgeMessage, compile, tests, cpuTime,
            peakMemory
        case timeLimit, timeLimitSource, timing, provenance
    }

    /// Writes the report with every field present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(1, forKey: .schema)
        try container.encode(submission, forKey: .submission)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(reason, forKey: .reason)
        try container.encode(score, forKey: .score)
        try container.encode(maxScore, forKey: .maxScore)
        if !groups.isEmpty { try container.encode(groups, forKey: .groups) }
        try container.encodeIfPresent(judgeMessage, forKey: .judgeMessage)
        try container.encode(compile, forKey: .compile)
        try container.encode(tests, forKey: .tests)
        try container.encode(cpuTime, forKey: .cpuTime)
        try container.encode(peakMemory, forKey: .peakMemory)
        try container.encode(timeLimit, forKey: .timeLimit)
        try container.encode(timeLimitSource, forKey: .timeLimitSource)
        try container.encode(timing, forKey: .timing)
        try container.encode(provenance, forKey: .provenance)
    }
}

extension Report.Test: Encodable {
    private enum Key: String, CodingKey {
        case name, verdict, reason, cpuTime, wallTime, peakMemory, exitCode, signal, score, message, judgeMessage, runs
        case peakResidentSet, peakProcesses
    }

    /// Writes the test with every field of the contract present; `judgeMessage` and `runs` only where they say more.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(reason, forKey: .reason)
        try container.encode(cpuTime, forKey: .cpuTime)
        try container.encode(wallTime, forKey: .wallTime)
        try container.encode(peakMemory, forKey: .peakMemory)
        try container.encode(exitCode, forKey: .exitCode)
        try container.encode(signal, forKey: .signal)
        try container.encode(score, forKey: .score)
        try container.encode(message, forKey: .message)
        try container.encode(peakResidentSet, forKey: .peakResidentSet)
        try container.encode(peakProcesses, forKey: .peakProcesses)
        try container.encodeIfPresent(judgeMessage, forKey: .judgeMessage)
        if runs > 1 { try container.encode(runs, forKey: .runs) }
    }
}
