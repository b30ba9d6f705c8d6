import Core

/// Reports as a grading would give them.
enum Reports {
    static func test(
        _ name: String,
        _ verdict: Verdict,
        reason: Reason? = nil,
        cpu: Double? = 0.012,
        message: String = "",
        judge: String? = nil
    ) -> Report.Test {
        var test = Report.Test(name: name, verdict: verdict)
        test.reason = reason
        test.cpuTime = cpu
        test.wallTime = cpu.map { $0 + 0.002 }
        test.peakMemory = cpu == nil ? nil : 8_650_752
        test.exitCode = cpu == nil ? nil : 0
        test.message = message
        test.judgeMessage = judge
        return test
    }

    static let compiled = Report.Compile(
        ok: true,
        cached: false,
        cpuTime: 0.11,
        wallTime: 0.12,
        peakMemory: 31_457_280,
        diagnostics: "",
        truncated: false
    )

    static let refused = Report.Compile(
        ok: false,
        cached: false,
        cpuTime: 0.05,
        wallTime: 0.06,
        peakMemory: 20_971_520,
        diagnostics: "a.c:1:1: error: no\u{1B}[31m\n  here\n",
        truncated: true
    )

    static func report(
        _ verdict: Verdict,
        reason: Reason? = nil,
        compile: Report.Compile = compiled,
        tests: [Report.Test]
    ) -> Report {
        Report(
            submission: .init(id: "s1", problem: "hello", language: "python3", files: ["hello.py"], sha256: "ab"),
            verdict: verdict,
            reason: reason,
            compile: compile,
            tests: tests,
            timeLimit: 1,
            timeLimitSource: "package",
            timing: .init(queued: 0, compile: 0.12, run: 0.02, total: 0.15),
            provenance: .init(assay: "0.1.0", toolchain: "Python 3", host: "here", sandbox: "root", packageHash: "cd")
        )
    }

    static let accepted = report(.accepted, tests: [test("sample/1", .accepted), test("secret/01", .accepted)])

    static let wrong = report(
        .wrongAnswer,
        reason: .differs,
        tests: [
            test("sample/1", .wrongAnswer, reason: .differs, message: "line 1: 3 instead of 4\nsecond"),
            test("secret/01", .timeLimit, reason: .cpu, cpu: 1.1, judge: "of the judges"),
            test("secret/02-with-a-long-name", .skipped, cpu: nil),
        ]
    )
}
