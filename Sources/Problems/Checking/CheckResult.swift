/// What a check found.
public struct CheckResult: Hashable, Sendable {
    /// Whether the output is right.
    public var accepted: Bool
    /// What judges are told: where the output first differs, and how; empty for what is right.
    public var judgeMessage: String
    /// What the test is worth for this output; nil where that follows from whether it is right.
    public var score: Double?
    /// Whether the output holds nothing but whitespace.
    public var isOutputEmpty: Bool

    /// A result with these parts.
    public init(accepted: Bool, judgeMessage: String = "", isOutputEmpty: Bool = false) {
        self.accepted = accepted
        self.judgeMessage = judgeMessage
        self.isOutputEmpty = isOutputEmpty
    }
}
