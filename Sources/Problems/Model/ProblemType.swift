/// What kind of problem it is: how a submission is run, and what is told of it.
public struct ProblemType: Hashable, Sendable {
    /// Whether submissions get a score besides their verdict.
    public var isScoring = false
    /// Whether the output validator speaks with the submission while it runs.
    public var isInteractive = false
    /// Whether a submission may be run on a test several times, each time with what the validator has for it.
    public var isMultiPass = false
    /// Whether the submission is the output itself, and nothing is run.
    public var isSubmitAnswer = false

    /// The plain kind: one run a test, and a verdict.
    public init() {}
}
