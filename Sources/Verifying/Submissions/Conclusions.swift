internal import Core
internal import Grading
internal import Problems

/// What follows from the reports of all submissions.
struct Conclusions {
    let matrix: SubmissionMatrix
    let rows: [SubmissionMatrix.Row]
    let limit: Duration
    let isStated: Bool

    private var problem: Problem { matrix.problem }
    private var rules: TimeRules { TimeRules(problem.limits) }

    /// The results, the time limit, and the findings.
    ///
    /// - Throws: our own failures.
    func outcome() async throws -> SubmissionMatrix.Outcome {
        var outcome = SubmissionMatrix.Outcome()
        let limits = TimeLimitConclusions(conclusions: self)
        outcome.timeLimit = limits.result
        let concluded = try await matrix.sideBySide.map(rows) { try await self.conclude($0) }
        outcome.results = concluded.map(\.result)
        outcome.findings = limits.findings + concluded.flatMap(\.findings)
        return outcome
    }

    fileprivate struct Concluded: Sendable {
        var result: SubmissionResult
        var findings: [Finding] = []

        mutating func add(
            _ severity: Finding.Severity,
            _ code: Finding.Code,
            _ message: String,
            mend: String
        ) {
            findings.append(Finding(severity, code, "submissions/\(result.path)", message, mend: mend))
        }
    }

    private func conclude(_ row: SubmissionMatrix.Row) async throws -> Concluded {
        var concluded = Concluded(
            result: SubmissionResult(path: row.submission.path, expected: row.submission.expectedVerdicts)
        )
        switch row.judged {
        case nil: return concluded
        case .skipped(let why):
            concluded.result.skipped = why
            concluded.add(.note, .skipped, "this submission was not judged: \(why.firstLine)", mend: "")
        case .refused(let why):
            concluded.result.skipped = why
            concluded.add(.error, .unexpected, why.firstLine, mend: "mend or remove it")
        case .judged(let extended):
            concluded.result.extended = extended.verdict
            concluded.result.time = row.time
            concluded.result.isStopped =
                row.time.flatMap { time in
                    extended.tests.first { $0.name == time.test }?.isStopped
                } ?? false
            let report = try await atLimit(extended, row)
            concluded.result.report = report
            conclude(report, extended, row, &concluded)
        }
        return concluded
    }

    // MARK: - Verdicts

    /// The report under the time limit itself.
    ///
    /// What was judged under a higher limit is judged again only where that may make a difference.
    private func atLimit(_ report: Report, _ row: SubmissionMatrix.Row) async throws -> Report {
        let applied = matrix.judge.timeLimit(limit, in: report.submission.language)
        let wall = Limits.defaultWallTime(for: applied).inSeconds
        var final = report
        final.timeLimit = applied.inSeconds
        final.timeLimitSource = source
        let isSame = report.tests.allSatisfy { test in
            test.verdict == .timeLimit || test.verdict == .skipped
                || (test.cpuTime ?? 0) <= applied.inSeconds && (test.wallTime ?? 0) <= wall
        }
        if !isSame,
            case .judged(let again) = try await matrix.judge(row.submission, limit, isWhole: matrix.options.allTests)
        {
            final = again
        }
        // What is expected may be about tests that were not needed for the verdict.
        let isOpen = final.tests.contains { $0.verdict == .skipped }
        let isAsked = row.submission.isRuled || !row.submission.surprises(in: final).isEmpty
        if isOpen, isAsked, !matrix.options.allTests,
            case .judged(let whole) = try await matrix.judge(row.submission, limit, isWhole: true)
        {
            final = problem.format == .legacy ? final.adding(whole) : whole
        }
        return final
    }

    var source: String {
        if matrix.options.timeLimit != nil { return Problem.TimeLimitSource.option.rawValue }
        if problem.timeLimit != nil { return Problem.TimeLimitSource.package.rawValue }
        return (matrix.lowerBound(rows) == nil ? Problem.TimeLimitSource.default : .inferred).rawValue
    }

    private func conclude(
        _ report: Report,
        _ extended: Report,
        _ row: SubmissionMatrix.Row,
        _ concluded: inout Concluded
    ) {
        let submission = row.submission
        if report.verdict == .judgeError {
            let test = report.tests.first { $0.verdict == .judgeError }
            let why = (report.judgeMessage ?? test?.judgeMessage ?? "").firstLine
            let place = test.map { " on \($0.name)" } ?? ""
            concluded.result.surprises = ["the judging failed (JE)"]
            concluded.add(.error, .judgeError, "judging it failed\(place): \(why)", mend: "mend the package's programs")
            return
        }
        let surprises = submission.surprises(in: report)
        concluded.result.surprises = surprises
        let isSlowAccepted = submission.expectedVerdicts == [.accepted]
        // What was not run under the longer limit is as it is under the limit itself.
        let longer = submission.isRuled ? extended.adding(report) : extended
        for surprise in surprises {
            if surprise.hasPrefix("it has the best score") {
                concluded.add(.warning, .score, surprise, mend: "move it to accepted, or add tests that it fails")
            } else if !isSlowAccepted, submission.surprises(in: longer).isEmpty, report.verdict == .timeLimit {
                let message = "it is as expected with \(rules.extended(limit).inSeconds.short) s only: \(surprise)"
                concluded.add(.warning, .extraTime, message, mend: "make it faster, or the time limit longer")
            } else {
                let message =
                    surprise
                    + (report.verdict == .compileError
                        ? report.compile.diagnostics.asReason : details(surprise, report))
                concluded.add(.error, .unexpected, message, mend: "mend it, the tests, or what is expected")
            }
        }
        if surprises.isEmpty { concluded.add(times: row, report, extended, self) }
        scores(report, submission, &concluded)
    }

    /// What the judges are told of the test that a surprise is about: the one that it names, or that decided.
    private func details(_ surprise: String, _ report: Report) -> String {
        if let named = report.tests.first(where: { surprise.hasPrefix($0.name + " ") }) { return named.why.asReason }
        let deciding = report.tests.first { $0.verdict == report.verdict && $0.verdict != .accepted }
        guard surprise.hasPrefix("the verdict is"), let deciding else { return "" }
        return (deciding.why.isEmpty ? deciding.name : "\(deciding.name): \(deciding.why)").asReason
    }

    private func scores(_ report: Report, _ submission: ReferenceSubmission, _ concluded: inout Concluded) {
        guard submission.expectedVerdicts == [.accepted], !submission.isPartial else { return }
        if problem.type.isScoring, let score = report.score, let best = report.maxScore, report.verdict == .accepted,
            score < best, !score.isSameScore(as: best), !problem.isSmallerBetter, submission.taggedScore == nil,
            submission.expectations.allSatisfy({ $0.score == nil })
        {
            let message = "it is accepted with \(score.short) of \(best.short) points"
            let mend =
                problem.format == .legacy ? "move it to partially_accepted" : "say its score in submissions.yaml"
            concluded.add(.warning, .score, message, mend: "\(mend), or mend it")
        }
        if report.verdict == .accepted,
            let test = report.tests.first(where: {
                $0.name.hasPrefix("sample/") && $0.verdict != .accepted && $0.verdict != .skipped
            })
        {
            let message = "it is accepted, and \(test.name) is \(test.verdict.rawValue)"
            concluded.add(.warning, .sampleFailed, message, mend: "mend it, or the sample")
        }
    }
}

// MARK: - Times

extension Conclusions.Concluded {
    /// What the times of a submission say whose verdict is as expected.
    fileprivate mutating func add(
        times row: SubmissionMatrix.Row,
        _ report: Report,
        _ extended: Report,
        _ conclusions: Conclusions
    ) {
        let limit = conclusions.limit.inSeconds
        let long = TimeRules(conclusions.matrix.problem.limits).extended(conclusions.limit).inSeconds
        if report.verdict == .timeLimit, extended.verdict != .timeLimit {
            let took = (row.time?.smallest ?? 0).short
            let isLoose = conclusions.isStated
            let message =
                "it is too slow for \(limit.short) s, and ends in \(took) s, where it must need \(long.short) s"
            add(
                isLoose ? .warning : .error,
                isLoose ? .sensitive : .noTimeLimit,
                message,
                mend: isLoose
                    ? "make it slower, or the time limit shorter" : "make it slower, or the accepted ones faster"
            )
        } else if report.verdict != extended.verdict {
            let message =
                "it is \(report.verdict.rawValue) in \(limit.short) s, and \(extended.verdict.rawValue) in \(long.short) s"
            add(.warning, .sensitive, message, mend: "change its times, or the time limit")
        } else if let time = row.time, !result.isStopped, time.isWithinNoise(of: limit) {
            let message =
                "\(time.test) takes \(time.smallest.short) s ± \(time.spread.short), too near the limit of \(limit.short) s"
            add(.warning, .noise, message, mend: "change its times, or the time limit")
        }
    }
}

extension Double {
    /// The number with at most three decimals.
    var short: String {
        let rounded = (self * 1000).rounded() / 1000
        return rounded == rounded.rounded() && rounded.magnitude < 1e15 ? "\(Int(rounded))" : "\(rounded)"
    }
}

extension Report {
    /// This report, with the tests that it skipped as they are in `whole`: its verdict stays what judging gives.
    func adding(_ whole: Report) -> Report {
        var report = self
        report.tests = tests.map { test in
            test.verdict == .skipped ? whole.tests.first { $0.name == test.name } ?? test : test
        }
        return report
    }
}

extension Report.Test {
    /// The line of what the judges are told of it that says why.
    private var said: String { (judgeMessage ?? message).tellingLine }

    /// Why it is what it is, where that is not said by its verdict.
    fileprivate var why: String {
        // Who waits for a processor has not been slow.
        guard verdict == .timeLimit, reason == .wall, let wallTime, let cpuTime else { return said }
        return "by the clock: \(cpuTime.short) s of CPU time in \(wallTime.short) s"
    }
}
