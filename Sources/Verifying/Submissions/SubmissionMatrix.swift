internal import Core
internal import Grading
internal import Problems

/// Judges all submissions of a package, finds the time limit, and tells what is not as it should be.
struct SubmissionMatrix {
    let problem: Problem
    let submissions: [ReferenceSubmission]
    let judge: any ReferenceJudge
    let sideBySide: SideBySide
    let options: VerificationOptions
    /// The problem's `packageHash()`, of which reports speak.
    let packageHash: String

    /// What came of it.
    struct Outcome {
        var results: [SubmissionResult] = []
        var timeLimit: TimeLimitResult?
        var findings: [Finding] = []
    }

    /// One submission on its way.
    struct Row: Sendable {
        let submission: ReferenceSubmission
        /// The place of it among all.
        let place: Int
        var judged: JudgedReference?
        /// The limit that it was judged under.
        var limit = Duration.zero
        var time: MeasuredTime?

        /// Its report, where it has one.
        var report: Report? { if case .judged(let report) = judged { report } else { nil } }
    }

    /// Without a time limit accepted submissions are stopped here.
    static let patience = Duration.seconds(300)

    private var rules: TimeRules { TimeRules(problem.limits) }

    /// Judges everything.
    ///
    /// - Throws: our own failures.
    func run(progress: (String) -> Void) async throws -> Outcome {
        var rows = submissions.enumerated().map { Row(submission: $1, place: $0) }
        let stated = options.timeLimit ?? problem.timeLimit
        let first = rows.filter { isFirst($0.submission) }
        let lower = rows.filter { !isFirst($0.submission) && !use(of: $0.submission).lower.isEmpty }
        let rest = rows.filter { row in !(first + lower).contains { $0.place == row.place } }
        let count = rows.count
        var done = 0

        func take(_ judged: [Row]) {
            for row in judged { rows[row.place] = row }
            done += judged.count
        }
        func judgeAll(_ chosen: [Row], _ limit: Duration) async throws {
            let begun = done
            take(
                try await sideBySide.map(chosen) {
                    try await self.judged($0, limit)
                } progress: {
                    progress("judging submissions \(begun + $0)/\(count)")
                }
            )
        }

        // What must be accepted comes first: how long the others may take follows from it.
        try await judgeAll(first, stated.map(rules.extended) ?? SubmissionMatrix.patience)
        var limit = stated ?? inferred(rows) ?? Problem.defaultTimeLimit
        try await judgeAll(lower, rules.extended(limit))
        try await measure(&rows, limit, progress)
        if stated == nil { limit = inferred(rows) ?? limit }
        try await judgeAll(rest, rules.extended(limit))
        try await measure(&rows, limit, progress)

        progress("judging again under the time limit")
        return try await Conclusions(matrix: self, rows: rows, limit: limit, isStated: stated != nil).outcome()
    }

    /// Whether it must be accepted.
    private func isFirst(_ submission: ReferenceSubmission) -> Bool {
        submission.expectedVerdicts == [.accepted] && !use(of: submission).lower.isEmpty
    }

    /// What its times say about the time limit.
    func use(of submission: ReferenceSubmission) -> TimeUse { TimeUse(submission, format: problem.format) }

    // MARK: - Judging

    private func judged(_ row: Row, _ limit: Duration) async throws -> Row {
        var row = row
        row.judged = try await judge(row.submission, limit, isWhole: options.allTests)
        row.limit = limit
        if let report = row.report, let test = TimeUse.slowest(report, in: [nil]), let time = test.cpuTime {
            row.time = MeasuredTime(test: test.name, seconds: time * scale(report, limit))
        }
        return row
    }

    /// Judges `submission` under `limit`; `isWhole` on all tests, whatever comes of them.
    func judge(_ submission: ReferenceSubmission, _ limit: Duration, isWhole: Bool) async throws -> JudgedReference {
        var grading = GradingOptions(timeLimit: limit, packageHash: packageHash)
        // In the newer format expectations are about all tests. One that never ends would be waited for on each, and is,
        // where the tests behind have scores.
        grading.allTests = isWhole || problem.format != .legacy
        grading.endsAtLimit = !isWhole && !problem.type.isScoring
        // Several are judged side by side; what one runs ahead of its turn waits for a slot that nobody else wants.
        if options.slots == 1 { grading.width = 2 }
        return try await judge.judge(submission, on: problem, options: grading)
    }

    /// By what a time of `report`, which was made under `limit`, is to be multiplied to be as in a language without
    /// allowances.
    func scale(_ report: Report, _ limit: Duration) -> Double {
        report.timeLimit > 0 ? limit.inSeconds / report.timeLimit : 1
    }

    // MARK: - Times

    /// Measures the slowest tests of those again whose times count, with nothing beside them.
    private func measure(_ rows: inout [Row], _ limit: Duration, _ progress: (String) -> Void) async throws {
        guard options.runs > 1 else { return }
        for (place, row) in rows.enumerated() {
            guard let report = row.report, let time = row.time, time.runs.count == 1 else { continue }
            guard let test = report.tests.first(where: { $0.name == time.test }), !test.isStopped else { continue }
            let isNear = time.smallest > limit.inSeconds * 0.5 && time.smallest < rules.extended(limit).inSeconds * 1.1
            guard !use(of: row.submission).lower.isEmpty || isNear else { continue }
            progress("measuring \(row.submission.path) again")
            for _ in 1..<options.runs {
                guard let seconds = try await measured(row, time.test) else { break }
                rows[place].time?.add(seconds)
            }
        }
    }

    /// The time of the one test, in seconds.
    private func measured(_ row: Row, _ name: String) async throws -> Double? {
        guard let test = problem.tests.first(where: { $0.name == name }) else { return nil }
        var single = problem
        single.tests = [test]
        single.data = TestGroup(flat: [test])
        single.staticValidator = nil
        single.grader = nil
        let grading = GradingOptions(timeLimit: row.limit, packageHash: packageHash)
        guard case .judged(let report) = try await judge.judge(row.submission, on: single, options: grading) else {
            return nil
        }
        return report.tests.first?.cpuTime.map { $0 * scale(report, row.limit) }
    }

    /// The slowest time that the limit must allow; nil where there is none.
    func lowerBound(_ rows: [Row]) -> (seconds: Double, submission: String, test: String)? {
        var slowest: (seconds: Double, submission: String, test: String)?
        for row in rows {
            let scopes = use(of: row.submission).lower
            guard let report = row.report, let test = TimeUse.slowest(report, in: scopes), let time = test.cpuTime
            else {
                continue
            }
            let own = row.time.flatMap { $0.test == test.name ? $0.smallest : nil } ?? time * scale(report, row.limit)
            if own > slowest?.seconds ?? -1 { slowest = (own, row.submission.path, test.name) }
        }
        return slowest
    }

    private func inferred(_ rows: [Row]) -> Duration? { lowerBound(rows).map { rules.inferred(from: $0.seconds) } }
}

extension Report.Test {
    /// Whether it ran out of its time: then it may have needed any.
    var isStopped: Bool { verdict == .timeLimit }
}
