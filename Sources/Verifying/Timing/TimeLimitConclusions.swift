internal import Core
internal import Linux
internal import Problems

/// What the times of all submissions say about the time limit.
struct TimeLimitConclusions {
    let conclusions: Conclusions

    private var matrix: SubmissionMatrix { conclusions.matrix }
    private var rules: TimeRules { TimeRules(matrix.problem.limits) }
    private var limit: Duration { conclusions.limit }

    /// The limit, and what it follows from.
    var result: TimeLimitResult {
        TimeLimitResult(
            limit: limit,
            source: conclusions.source,
            lower: matrix.lowerBound(conclusions.rows),
            upper: upper,
            acceptedToTimeLimit: rules.acceptedToTimeLimit,
            timeLimitToTooSlow: rules.timeLimitToTooSlow
        )
    }

    /// The fastest of the submissions that must be too slow, where it ended by itself.
    private var upper: (seconds: Double, submission: String, test: String)? {
        var fastest: (seconds: Double, submission: String, test: String)?
        for row in conclusions.rows {
            let scopes = matrix.use(of: row.submission).upper
            guard !scopes.isEmpty, let report = row.report, let test = TimeUse.slowest(report, in: scopes),
                let time = test.cpuTime, !report.tests.contains(where: \.isStopped)
            else { continue }
            let seconds = time * matrix.scale(report, row.limit)
            if seconds < fastest?.seconds ?? .infinity { fastest = (seconds, row.submission.path, test.name) }
        }
        return fastest
    }

    /// What is wrong with the limit.
    var findings: [Finding] {
        guard let lower = matrix.lowerBound(conclusions.rows) else { return withoutBound }
        guard conclusions.isStated, matrix.options.timeLimit == nil else { return [] }
        let needed = isByFile ? min(rules.acceptedToTimeLimit, usualFactor) : rules.acceptedToTimeLimit
        guard lower.seconds * needed > limit.inSeconds + 0.000_001 else { return [] }
        let message =
            "the time limit of \(limit.inSeconds.short) s is less than \(needed.short) times the \(lower.seconds.short) s that "
            + "\(lower.submission) takes on \(lower.test)"
        let mend = "write at least \(rules.inferred(from: lower.seconds).inSeconds.short), or make it faster"
        return [Finding(isByFile ? .warning : .error, .timeLimitLow, place, message, mend: mend)]
    }

    /// Files of DOMjudge state a limit and know no factors: of those in `problem.yaml` what is usual counts.
    private var isByFile: Bool { place != Description.path }
    private var usualFactor: Double { ProblemLimits().acceptedToTimeLimit }

    private var place: String {
        let folder = PackageFolder(root: matrix.problem.directory, shown: matrix.problem.directory)
        return ["domjudge-problem.ini", ".timelimit"].first { folder.kind($0) == .file } ?? Description.path
    }

    private var withoutBound: [Finding] {
        // In another format somebody else keeps the limit.
        let folder = PackageFolder(root: matrix.problem.directory, shown: matrix.problem.directory)
        guard !conclusions.isStated, folder.kind(Description.path) != nil else { return [] }
        let message =
            "no time limit is stated, and none can be inferred: no submission that was judged must be fast enough"
        return [Finding(.error, .noTimeLimit, "submissions", message, mend: "add one to submissions/accepted")]
    }
}
