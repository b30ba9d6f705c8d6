internal import Core
internal import Languages
internal import Problems

/// The CPU time that a test may take, and who said so.
struct TimeLimit: Hashable, Sendable {
    /// The limit as it is stated, for any language.
    let stated: Duration
    /// The limit that holds, with what the language is granted in it.
    let applied: Duration
    /// Who said so.
    let source: Problem.TimeLimitSource

    /// The limit that was asked for, else the problem's, else the default, for a submission in `language`.
    init(option: Duration?, problem: Problem, language: LanguageProfile?) {
        stated = option ?? problem.timeLimit ?? problem.inferredTimeLimit ?? Problem.defaultTimeLimit
        source = option == nil ? problem.timeLimitSource : .option
        applied = language?.run.allowance.applied(to: Limits(cpuTime: stated)).cpuTime ?? stated
    }
}
