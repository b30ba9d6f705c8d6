/// What checking the output of one test came to.
struct Check: Hashable, Sendable {
    /// What a checker may conclude.
    enum Conclusion: Hashable, Sendable {
        case accepted
        /// The output is wrong; `isOutputEmpty` when there was none at all.
        case wrong(isOutputEmpty: Bool)
        /// The checker itself failed, which is the problem's fault and never the submission's.
        case failed
    }

    /// What the checker concluded.
    var conclusion: Conclusion
    /// What it has to say to the candidate.
    var teamMessage = ""
    /// What it has to say to the judges.
    var judgeMessage = ""
}
