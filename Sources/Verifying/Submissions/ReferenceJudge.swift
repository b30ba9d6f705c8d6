public import Core
public import Grading
public import Problems

/// Judges a package's own submissions for a verification.
public protocol ReferenceJudge: Sendable {
    /// Judges `submission` on `problem`.
    ///
    /// - Throws: our own failures, and `.cancelled`.
    func judge(
        _ submission: ReferenceSubmission,
        on problem: Problem,
        options: GradingOptions
    ) async throws -> JudgedReference

    /// The limit that holds for a program in the language with that id where `stated` is stated.
    func timeLimit(_ stated: Duration, in language: String) -> Duration
}

/// What became of a submission.
public enum JudgedReference: Sendable {
    /// It was judged.
    case judged(Report)
    /// It could not be judged here: its language is not installed, say.
    case skipped(String)
    /// It cannot be judged at all, by its own fault.
    case refused(String)
}
