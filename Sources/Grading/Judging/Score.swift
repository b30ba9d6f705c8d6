internal import Core
internal import Digest
internal import Problems

/// What a submission is worth as a whole.
struct Score: Hashable, Sendable {
    let verdict: Verdict
    let reason: Reason?

    /// What a submission is worth whose compilation was refused, or whose tests went so.
    ///
    /// A judge error anywhere outranks all; otherwise the first test that is not accepted decides.
    init(refusal: Reason?, tests: [Report.Test]) {
        if let refusal {
            (verdict, reason) = (.compileError, refusal)
            return
        }
        let deciding =
            tests.first { $0.verdict == .judgeError }
            ?? tests.first { $0.verdict != .accepted && $0.verdict != .skipped }
        (verdict, reason) = (deciding?.verdict ?? .accepted, deciding?.reason)
    }
}

extension Report.SubmissionIdentity {
    /// The identity of `submission`, with the digest of its files' names and bytes.
    init(_ submission: Submission, language: LanguageID, problem: Problem) {
        var digest = SHA256()
        for file in submission.files {
            digest.update(field: file.name)
            digest.update(field: String(file.content.count))
            digest.update(file.content)
        }
        self.init(
            id: submission.id,
            problem: problem.shortName,
            language: language.rawValue,
            files: submission.files.map(\.name),
            sha256: digest.finish()
        )
    }
}
