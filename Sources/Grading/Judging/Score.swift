internal import Core
internal import Problems

/// What a submission is worth as a whole.
struct Score: Hashable, Sendable {
    var verdict: Verdict
    var reason: Reason?
    /// The score; nil where the problem gives none.
    var score: Double?
    /// The best score that there is.
    var maximum: Double?
    /// What the groups came to, the outer ones first.
    var groups: [Report.Group] = []
    /// Why the verdict is a judge error, where no test says so.
    var failure: String?

    /// What a submission is worth whose compilation was refused.
    init(refusal: Reason) {
        (verdict, reason) = (.compileError, refusal)
    }

    /// What a submission is worth whose tests went so.
    ///
    /// A judge error anywhere outranks all; otherwise the first test that is not accepted decides, or the package's
    /// graders where it has some.
    init(_ assessment: Assessment, _ tests: [Report.Test]) async throws(GradingError) {
        let known = TestSeries.Known(tests)
        let root = assessment.agenda.root
        let result = try await assessment.result(of: root, known)
        // Nothing was run: nothing was wrong.
        verdict = result.verdict == .skipped ? .accepted : result.verdict
        reason = result.reason
        failure = result.failure
        guard assessment.problem.type.isScoring else { return }
        groups = try await assessment.groups(known)
        // The newer format's score is that of the secret tests; samples have none.
        let counted = groups.first { $0.name == (assessment.problem.format == .y2025_09 ? "secret" : "") }
        score = counted?.score
        maximum = counted?.maxScore
        groups.removeAll { $0.name.isEmpty }
    }
}

extension Report.SubmissionIdentity {
    /// The identity of `submission`, with the digest of its files' names and bytes.
    init(_ submission: Submission, language: LanguageID, problem: Problem) {
        self.init(
            id: submission.id,
            problem: problem.shortName,
            language: language.rawValue,
            files: submission.files.map(\.name),
            sha256: Submission.digest(of: submission.files)
        )
    }
}
