internal import Core
internal import Languages
internal import Problems

/// Has the package's static validator look at the sources of a submission (2025-09).
struct StaticTestRunner: Sendable {
    private let validator: Result<Validator, GradingError>
    private let toolchain: Toolchain
    private let sources: SourceTree
    private let boxes: Boxes

    /// The compiled static validator of `problem`, before one submission, whose files it finds in its working directory.
    ///
    /// One that cannot be compiled is a broken one and no error.
    ///
    /// - Throws: `.machinery` when the executor failed.
    init(
        _ program: PackageProgram,
        of problem: Problem,
        for product: Workshop.Product,
        beside submission: [BoxFile],
        in workshop: Workshop
    ) async throws(GradingError) {
        boxes = workshop.boxes
        toolchain = product.toolchain
        sources = product.sources
        do throws(GradingError) {
            var validator = try await Validator(program, limits: problem.limits, in: workshop)
            validator.surroundings = submission
            self.validator = .success(validator)
        } catch {
            guard case .badInput = error else { throw error }
            validator = .failure(error)
        }
    }

    private func entryPoint() throws(GradingError) -> String {
        do {
            return try toolchain.entryPoint(of: sources.files, entry: sources.entry)
        } catch {
            throw .badInput(error.description)
        }
    }

    /// Judges the sources by `test`, which is reported as `name`.
    ///
    /// - Throws: `.machinery` when the executor failed.
    func judge(_ test: StaticTest, name: String, by rule: ScoreRule) async throws(GradingError) -> Report.Test {
        let validator: Validator
        switch self.validator {
        case .success(let success): validator = success
        case .failure(let error):
            var report = Report.Test(name: name, verdict: .judgeError)
            report.judgeMessage = "the static validator cannot be used: \(error)"
            return report
        }
        let command = try validator.staticCommand(
            language: toolchain.profile.names.kattis.rawValue,
            entry: entryPoint(),
            arguments: test.arguments
        )
        let outcome = try await boxes.run(command)
        let check = try validator.check(outcome, of: command, isOutputEmpty: false)
        let judgement =
            switch check.conclusion {
            case .accepted: Judgement(.accepted)
            case .wrong: Judgement(.wrongAnswer)
            case .failed: Judgement(.judgeError)
            }
        var report = Report.Test(name: name, verdict: judgement.verdict)
        // The validator's own figures say nothing of the submission.
        (report.cpuTime, report.wallTime, report.peakMemory) = (0, 0, 0)
        let messages = Messages(judgement, check: check, standardError: nil, isOpen: false)
        report.message = messages.candidate
        report.judgeMessage = messages.judges
        report.apply(rule, given: check.score)
        return report
    }
}
