internal import Core

/// What checking the output of one test came to.
struct Check: Sendable {
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
    /// What it has to say about the score.
    var score: GivenScore?
    /// The input with which the submission is to be run once more.
    var nextPass: (any ByteSource)?
    /// What else the checkers left, each in its order: what they find there in the next pass.
    var feedback: [[BoxFile]] = []
    /// Whether it failed in that it took more time than it may.
    var isStopped = false

    /// A checker's failure, for the reason given.
    static func failed(_ why: String) -> Check { Check(conclusion: .failed, judgeMessage: why) }
}
