import Core
import FoundationEssentials
import Testing

struct ReportDecodingTests {
    private var report: Report {
        var test = Report.Test(name: "secret/1", verdict: .runtimeError)
        test.reason = .signal("SEGV")
        test.cpuTime = 0.25
        test.peakMemory = 4096
        test.signal = "SEGV"
        test.message = "it crashed"
        test.judgeMessage = "secret"
        test.runs = 2
        var report = Report(
            submission: .init(id: "0", problem: "p", language: "c", files: ["a.c"], sha256: "00"),
            verdict: .runtimeError,
            reason: .signal("SEGV"),
            score: 12.5,
            maxScore: 100,
            compile: .init(
                ok: true,
                cached: false,
                cpuTime: 0.1,
                wallTime: 0.2,
                peakMemory: 1,
                diagnostics: "",
                truncated: false
            ),
            tests: [test, Report.Test(name: "secret/2", verdict: .skipped)],
            timeLimit: 1,
            timeLimitSource: "package",
            timing: .init(queued: 0.5, compile: 0.1, run: 0.2, total: 0.3),
            provenance: .init(assay: "1", toolchain: "gcc", host: "h", sandbox: "s", packageHash: "x")
        )
        report.groups = [.init(name: "secret", verdict: .runtimeError, score: 1, maxScore: nil)]
        return report
    }

    @Test func `a report that was written is read as it was`() throws {
        let bytes = try JSONEncoder().encode(report)
        #expect(try JSONDecoder().decode(Report.self, from: bytes) == report)
    }

    @Test(arguments: [
        Reason.cpu, .wall, .exit(3), .signal("KILL"), .systemCall("ptrace"), .noOutput, .differs, .compilerTime,
        .compilerMemory, .diagnostics,
    ])
    func `every reason is read as it is written`(reason: Reason) {
        #expect(Reason(text: reason.description) == reason)
    }

    @Test(arguments: ["", "exit", "exit:x", "cpu:1", "other"])
    func `what is no reason is none`(text: String) {
        #expect(Reason(text: text) == nil)
    }
}
