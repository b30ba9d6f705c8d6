internal import Core
internal import Verifying

/// What `assay verify --json` prints.
struct VerifySummary: Encodable {
    struct Package: Encodable {
        let name: String
        let directory: String
        let title: String?
        let hash: String?
        let errors: Int
        let warnings: Int
        let timeLimit: TimeLimit?
        let findings: [Line]
        let submissions: [Submission]
    }

    struct Line: Encodable {
        let severity: String
        let code: String
        let part: String
        let file: String
        let line: Int?
        let message: String
        let mend: String
    }

    struct TimeLimit: Encodable {
        struct Bound: Encodable {
            let seconds: Double
            let submission: String
            let test: String
        }
        let seconds: Double
        let source: String
        let acceptedToTimeLimit: Double
        let timeLimitToTooSlow: Double
        let slowestAllowed: Bound?
        let fastestTooSlow: Bound?
    }

    struct Submission: Encodable {
        struct Test: Encodable {
            let name: String
            let verdict: String
            let reason: Reason?
            let cpuTime: Double?
            let wallTime: Double?
            let peakMemory: Int?
        }
        struct Time: Encodable {
            let test: String
            let runs: [Double]
            let smallest: Double
            let spread: Double
            let ofLimit: Double?
            let stopped: Bool
        }
        let path: String
        let language: String?
        let expected: [String]
        let asExpected: Bool?
        let verdict: String?
        let verdictWithExtraTime: String?
        let score: Double?
        let maxScore: Double?
        let skipped: String?
        let surprises: [String]
        let time: Time?
        let tests: [Test]
    }

    let schema = 1
    let errors: Int
    let warnings: Int
    let packages: [Package]

    /// The summary of these packages.
    init(_ verified: [VerifiedPackage]) {
        packages = verified.map { Package($0) }
        errors = packages.reduce(0) { $0 + $1.errors }
        warnings = packages.reduce(0) { $0 + $1.warnings }
    }

    /// 1 where there are errors; with warnings taken for such, also for them.
    func exitCode(isWarningError: Bool) -> ExitCode {
        errors > 0 || isWarningError && warnings > 0 ? .notGood : .good
    }
}

extension VerifySummary.Package {
    init(_ package: VerifiedPackage) {
        name = package.name
        directory = package.directory
        title = package.title
        hash = package.hash
        errors = package.findings.count(of: .error)
        warnings = package.findings.count(of: .warning)
        timeLimit = package.timeLimit.map { VerifySummary.TimeLimit($0) }
        findings = package.findings.map { VerifySummary.Line($0, in: package.directory) }
        submissions = package.submissions.map { VerifySummary.Submission($0, limit: package.timeLimit?.limit) }
    }
}

extension VerifySummary.Line {
    init(_ finding: Finding, in directory: String) {
        severity = finding.severity.rawValue
        code = finding.code.rawValue
        part = finding.code.part.rawValue
        file = finding.path.isEmpty ? directory : "\(directory)/\(finding.path)"
        line = finding.line
        message = finding.message
        mend = finding.mend
    }
}

extension VerifySummary.TimeLimit {
    init(_ limit: TimeLimitResult) {
        seconds = limit.limit.inSeconds
        source = limit.source
        acceptedToTimeLimit = limit.acceptedToTimeLimit
        timeLimitToTooSlow = limit.timeLimitToTooSlow
        slowestAllowed = limit.lower.map { Bound(seconds: $0.seconds, submission: $0.submission, test: $0.test) }
        fastestTooSlow = limit.upper.map { Bound(seconds: $0.seconds, submission: $0.submission, test: $0.test) }
    }
}

extension VerifySummary.Submission {
    init(_ result: SubmissionResult, limit: Duration?) {
        path = result.path
        language = result.report?.submission.language
        expected = Verdict.allCases.filter(result.expected.contains).map(\.rawValue)
        asExpected = result.report.map { _ in result.surprises.isEmpty }
        verdict = result.report?.verdict.rawValue
        verdictWithExtraTime = result.extended?.rawValue
        score = result.report?.score
        maxScore = result.report?.maxScore
        skipped = result.skipped
        surprises = result.surprises
        time = result.time.map { time in
            Time(
                test: time.test,
                runs: time.runs,
                smallest: time.smallest,
                spread: time.spread,
                ofLimit: limit.map { time.smallest / $0.inSeconds },
                stopped: result.isStopped
            )
        }
        tests = (result.report?.tests ?? []).map { test in
            Test(
                name: test.name,
                verdict: test.verdict.rawValue,
                reason: test.reason,
                cpuTime: test.cpuTime,
                wallTime: test.wallTime,
                peakMemory: test.peakMemory
            )
        }
    }
}
