internal import Core
internal import Problems

/// The CPU time that a test may take, and who said so.
struct TimeLimit: Hashable, Sendable {
    /// The limit, with the language's factor in it.
    let duration: Duration
    /// Who said so.
    let source: Problem.TimeLimitSource

    /// The limit that was asked for, else the problem's, else the default, times what the language is granted.
    init(option: Duration?, problem: Problem, factor: Double) {
        let stated = option ?? problem.timeLimit ?? Problem.defaultTimeLimit
        duration = factor == 1 ? stated : stated * factor
        source = option == nil ? problem.timeLimitSource : .option
    }
}
