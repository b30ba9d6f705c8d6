/// What judging a job came to.
public struct JobResult: Hashable, Sendable {
    /// The verdict's code, as in `AC`; by it changed verdicts are found.
    public var verdict: String
    /// The score, in a package that gives some.
    public var score: Double?
    /// The report in JSON, as `assay submit --json` prints it; the queue does not look into it.
    public var report: [UInt8]

    /// A result with these parts.
    public init(verdict: String, score: Double? = nil, report: [UInt8]) {
        self.verdict = verdict
        self.score = score
        self.report = report
    }
}
