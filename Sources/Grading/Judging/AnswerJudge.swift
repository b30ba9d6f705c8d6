internal import Core
internal import Problems

/// Judges a submission that is the answers themselves: one file for each test, and nothing is run (2025-09).
struct AnswerJudge: Sendable {
    let submission: Submission
    let problem: Problem
    let checker: OutputChecker
    let scoreFiles: ScoreFiles

    /// Judges the file for `test`; without one there is no output.
    ///
    /// - Throws: `.machinery` when the executor failed or a file of the test cannot be read.
    func judge(_ test: TestCase, by rule: ScoreRule) async throws(GradingError) -> Report.Test {
        var report = Report.Test(name: test.name, verdict: .wrongAnswer)
        (report.cpuTime, report.wallTime, report.peakMemory) = (0, 0, 0)
        report.reason = .noOutput
        guard let answer = AnswerJudge.answer(to: test, in: submission.files, of: problem) else {
            report.message = "there is no file for this test, such as \(AnswerJudge.names(for: test)[0])"
            report.apply(rule, given: nil)
            return report
        }
        guard answer.content.count <= problem.limits.output.bytes else {
            (report.verdict, report.reason) = (.outputLimit, nil)
            report.apply(rule, given: nil)
            return report
        }
        let check = try await checker.check(MemoryBytes(answer.content), on: test)
        let judgement =
            switch check.conclusion {
            case .accepted: Judgement(.accepted)
            case .wrong(let isOutputEmpty): Judgement(.wrongAnswer, isOutputEmpty ? .noOutput : .differs)
            case .failed: Judgement(.judgeError)
            }
        (report.verdict, report.reason) = (judgement.verdict, judgement.reason)
        let messages = Messages(
            judgement,
            check: check,
            standardError: nil,
            isOpen: test.isSample || test.fullFeedback
        )
        report.message = messages.candidate
        report.judgeMessage = messages.judges
        if rule != .ignored { scoreFiles.add(check.score, on: test.name) }
        report.apply(rule, given: check.score)
        return report
    }

    /// The file that is the answer to `test`: one of its name or, where there is but one of each, the only one.
    static func answer(
        to test: TestCase,
        in files: [Submission.SourceFile],
        of problem: Problem
    ) -> Submission.SourceFile? {
        for name in names(for: test) {
            if let file = files.first(where: { $0.name == name }) { return file }
        }
        let base = test.name.split(separator: "/").last.map(String.init) ?? test.name
        for ending in [".out", ".ans", ".txt", ""] {
            guard let file = files.first(where: { $0.name == base + ending }) else { continue }
            // What several secret tests are called is none of them in particular; a sample comes after all of them.
            let own = "/" + base
            let others = problem.tests.count { !$0.isSample && $0.name.hasSuffix(own) && $0.name != test.name }
            return others == 0 ? file : nil
        }
        let secret = problem.tests.count { !$0.isSample }
        return secret == 1 && files.count == 1 && !test.isSample ? files[0] : nil
    }

    /// What the file for `test` may be called, whatever other tests there are, as in `secret-a-01.out` or `a-01.out`; the
    /// first one found counts.
    static func names(for test: TestCase) -> [String] {
        let whole = test.name.split(separator: "/").joined(separator: "-")
        let short = whole.hasPrefix("secret-") ? String(whole.dropFirst("secret-".count)) : nil
        return [".out", ".ans", ""].map { whole + $0 }
            + (short.map { short in [".out", ".ans", ".txt", ""].map { short + $0 } } ?? [])
    }
}
