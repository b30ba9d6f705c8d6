import Core
import Grading
import Problems
import Verifying

/// A submission as a test plays it: what it does on each test, and how long that takes.
struct PlayedSubmission: Sendable {
    var path: String
    /// For each test in order its verdict, when it is given the time, and the seconds that it takes.
    var tests: [(Verdict, Double)]
    var message = ""
    var score: Double?
    /// Seconds on the clock, where they are more than those of the processor.
    var wall = 0.0

    /// The report under the limit of `options`, as judging would make it.
    func report(on problem: Problem, _ options: GradingOptions) -> Report {
        let limit = options.timeLimit ?? .seconds(1)
        var ended = false
        var reports: [Report.Test] = []
        for test in problem.tests {
            guard let index = allNames.firstIndex(of: test.name), tests.indices.contains(index) else { continue }
            let (verdict, seconds) = tests[index]
            guard !ended else {
                reports.append(Report.Test(name: test.name, verdict: .skipped))
                continue
            }
            let isSlow = seconds > limit.inSeconds || wall > Limits.defaultWallTime(for: limit).inSeconds
            var report = Report.Test(name: test.name, verdict: isSlow ? .timeLimit : verdict)
            report.cpuTime = min(seconds, limit.inSeconds * 1.1 + 0.05)
            report.wallTime = max(wall, seconds)
            report.message = message
            if options.endsAtLimit, [.timeLimit, .memoryLimit, .outputLimit].contains(report.verdict) { ended = true }
            if !options.allTests, report.verdict != .accepted { ended = true }
            reports.append(report)
        }
        let deciding = reports.first { $0.verdict != .accepted && $0.verdict != .skipped }
        var report = Report(
            submission: .init(id: path, problem: "toy", language: "toy", files: ["a"], sha256: "ab"),
            verdict: deciding?.verdict ?? .accepted,
            reason: nil,
            score: score,
            maxScore: score == nil ? nil : 100,
            compile: .init(
                ok: true,
                cached: false,
                cpuTime: 0,
                wallTime: 0,
                peakMemory: 0,
                diagnostics: "",
                truncated: false
            ),
            tests: reports,
            timeLimit: limit.inSeconds,
            timeLimitSource: "package",
            timing: .init(),
            provenance: .init(assay: "1", toolchain: "toy", host: "here", sandbox: "none", packageHash: "ab")
        )
        report.judgeMessage = nil
        return report
    }

    private var allNames: [String] { ["sample/1", "secret/1", "secret/2"] }
}
