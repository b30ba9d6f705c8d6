internal import Batch
internal import Core
internal import Grading
internal import Languages
internal import Problems
internal import Sandboxing
internal import Verifying

/// Judges the submissions of packages in a sandbox, as `assay grade` does.
struct VerifyJudge: ReferenceJudge {
    let judge: BatchJudge
    let grader: Grader
    let sandbox: Sandbox

    /// Judges `submission` on `problem`.
    ///
    /// - Throws: our own failures, and being called off.
    func judge(
        _ submission: ReferenceSubmission,
        on problem: Problem,
        options: GradingOptions
    ) async throws -> JudgedReference {
        let item = BatchItem(
            id: submission.path,
            package: problem.directory,
            files: submission.files,
            entry: submission.entry,
            language: submission.language
        )
        do {
            let language = try await judge.language(of: item, on: problem, in: sandbox)
            let handedIn = Submission(id: item.id, language: language, files: item.files, entry: item.entry)
            return .judged(try await grader.grade(handedIn, on: problem, options: options))
        } catch let error as MissingToolchain {
            return .skipped(error.description)
        } catch let error as DetectionError {
            return .refused(error.description)
        } catch GradingError.badInput(let line) {
            return .refused(line)
        } catch let complaint as Complaint where complaint.exitCode == .badInput {
            return .refused(complaint.message)
        }
    }

    /// The limit that holds for programs in `language` where `stated` is stated.
    func timeLimit(_ stated: Duration, in language: String) -> Duration {
        let profile = judge.catalog.profile(LanguageID(language))
        return profile?.run.allowance.applied(to: Limits(cpuTime: stated)).cpuTime ?? stated
    }
}
