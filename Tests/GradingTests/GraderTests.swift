import Core
import Grading
import Problems
import Testing

@Suite(.timeLimit(.minutes(60))) struct GraderTests {
    @Test func `a right submission is accepted and everything is reported`() async throws {
        let bench = try Bench()
        let (report, events) = try await bench.grade()
        #expect(report.verdict == .accepted)
        #expect(report.reason == nil)
        #expect(report.tests.map(\.name) == ["sample/1", "secret/2", "secret/3"])
        #expect(report.tests.allSatisfy { $0.verdict == .accepted && $0.exitCode == 0 && $0.runs == 1 })
        #expect(report.cpuTime == 0.01)
        #expect(report.tests.first?.wallTime == 0.02)
        #expect(report.peakMemory == 8 << 20)
        #expect(report.compile.ok && !report.compile.cached)
        #expect(report.compile.cpuTime == 0.11)
        #expect(report.compile.diagnostics == "a warning\n")
        #expect(report.submission.language == "toy")
        #expect(report.submission.files == ["main.toy"])
        #expect(report.submission.sha256.count == 64)
        #expect(report.provenance.toolchain == "Toy toy 5.2")
        #expect(report.provenance.packageHash == "hash")
        let expected =
            [GradingEvent.compiled(report.compile)]
            + report.tests.enumerated().map { .test(index: $0, $1, total: 3) }
        #expect(events == expected)
    }

    @Test func `what was compiled before is not compiled again`() async throws {
        let bench = try Bench()
        let first = try await bench.grade().report
        let second = try await bench.grade().report
        #expect(bench.commands("compile-toy").count == 1)
        #expect(second.compile.cached)
        var compile = second.compile
        compile.cached = false
        #expect(compile == first.compile)
        #expect(try await !bench.grade(.toy("another source")).report.compile.cached)
        #expect(bench.commands("compile-toy").count == 2)
    }

    @Test func `an artifact with a note of another version is made again`() async throws {
        let bench = try Bench()
        _ = try await bench.grade()
        for key in bench.executor.artifacts.keys {
            try await bench.executor.keep(Bundle(files: []), as: key, note: Array("assay compile note 0".utf8))
        }
        #expect(try await !bench.grade().report.compile.cached)
        #expect(bench.commands("compile-toy").count == 2)
    }

    @Test func `a language without a compile step keeps the sources`() async throws {
        let bench = try Bench()
        let report = try await bench.grade(.toy("the script", language: "script")).report
        #expect(report.verdict == .accepted)
        #expect(report.compile.ok)
        #expect(bench.commands("compile-script").isEmpty)
        #expect(bench.executor.artifacts.values.contains { $0.files.files.map(\.path) == ["main.script"] })
    }

    @Test(arguments: [
        (Outcome.exited(1, error: "a.toy:1: error"), Reason.diagnostics, "a.toy:1: error"),
        (.exited(0), .diagnostics, "the compiler made nothing"),
        (Outcome(termination: .exited(code: 0)), .diagnostics, "cannot be kept"),
        (Outcome(termination: .signaled(name: "KILL"), stop: .cpuTime), .compilerTime, "more than 60 s"),
        (Outcome(termination: .signaled(name: "KILL"), stop: .wallTime), .compilerTime, "more than 60 s"),
        (Outcome(termination: .signaled(name: "KILL"), stop: .memory), .compilerMemory, "more than 2 GiB"),
        (Outcome(termination: .signaled(name: "KILL"), stop: .forbiddenCall(name: "bpf")), .diagnostics, "bpf"),
    ])
    func `a refused source is a compile error without tests`(
        outcome: Outcome,
        reason: Reason,
        words: String
    ) async throws {
        let bench = try Bench(compile: { _ in outcome })
        let (report, events) = try await bench.grade()
        #expect(report.verdict == .compileError)
        #expect(report.reason == reason)
        #expect(report.tests.isEmpty)
        #expect(!report.compile.ok)
        #expect(report.compile.diagnostics.contains(words))
        #expect(events == [.compiled(report.compile)])
        #expect(bench.commands("run-toy").isEmpty)
        // A refusal is not kept: the next time the compiler is asked again.
        _ = try await bench.grade()
        #expect(bench.commands("compile-toy").count == 2)
    }

    /// A brace is missing, so that `main` is in no class's body that anybody could see.
    private static let broken = "class Main { static void f() { public static void main(String[] a) {} }"

    @Test(arguments: [nil, "main.java", "Main"])
    func `of a source with a mistake the compiler's words are told, whatever may be missing`(
        entry: String?
    ) async throws {
        let bench = try Bench(compile: { _ in .exited(1, error: "main.java:1: error: illegal start") })
        var submission = Submission.toy(Self.broken, language: "java")
        submission.entry = entry
        let report = try await bench.grade(submission).report
        #expect(report.verdict == .compileError)
        #expect(report.compile.diagnostics == "main.java:1: error: illegal start")
        #expect(report.compile.cpuTime == 0.01)
    }

    @Test func `what compiles and has nothing to start is a compile error, each time`() async throws {
        let bench = try Bench()
        for _ in 1...2 {
            let report = try await bench.grade(.toy("class Main { }", language: "java")).report
            #expect(report.verdict == .compileError)
            #expect(report.compile.diagnostics.hasPrefix("no class has a `public static void main(String[])` method"))
            #expect(report.compile.cpuTime == 0.11)
        }
        #expect(bench.commands("compile-java").count == 1)
        var named = Submission.toy("class Main { }", language: "java")
        named.entry = "Other"
        await #expect(throws: GradingError.badInput("there is no class `Other` to start")) {
            try await bench.grade(named)
        }
    }

    @Test func `a source over the code limit is a compile error that no compiler saw`() async throws {
        let bench = try Bench()
        var problem = Problem.toy()
        problem.limits.code = ByteCount(10)
        // What the problem includes does not count.
        problem.includes = ["toy": [BoxFile(path: "lib.toy", content: MemoryBytes("a long library"))]]
        #expect(try await bench.grade(.toy("0123456789"), on: problem).report.verdict == .accepted)
        let report = try await bench.grade(.toy("0123456789a"), on: problem).report
        #expect(report.verdict == .compileError)
        #expect(report.reason == .diagnostics)
        #expect(report.compile.diagnostics.contains("11 bytes"))
        #expect(bench.commands("compile-toy").count == 1)
    }

    @Test func `the problem's files come along and replace those of the same name`() async throws {
        let bench = try Bench()
        var problem = Problem.toy()
        problem.includes = [
            "toy": [
                BoxFile(path: "lib.toy", content: MemoryBytes("library")),
                BoxFile(path: "main.toy", content: MemoryBytes("the problem's main")),
            ]
        ]
        _ = try await bench.grade(on: problem)
        let command = try #require(bench.commands("compile-toy").first)
        #expect(command.text(of: "lib.toy") == "library")
        #expect(command.text(of: "main.toy") == "the problem's main")
        #expect(command.files.count == 2)
    }

    @Test func `a failing executor is an error and no verdict`() async throws {
        let failure = ExecutorFailure(operation: "clone", subject: "slot 0", cause: "EAGAIN")
        let compiling = try Bench(compile: { _ async throws(ExecutorFailure) in throw failure })
        await #expect(throws: GradingError.machinery(failure)) { try await compiling.grade() }
        let running = try Bench(run: { _, _ async throws(ExecutorFailure) in throw failure })
        await #expect(throws: GradingError.machinery(failure)) { try await running.grade() }
    }

    @Test(arguments: [1, 3])
    func `cancelling ends every box`(slots: Int) async throws {
        let signals = Signals()
        let bench = try Bench(slots: slots) { input, _ in
            signals.fire("running \(input)")
            #expect(await !signals.wait(for: "never"))
            return .cancelled
        }
        let grading = Task { try await bench.grade() }
        for input in 1...slots { await signals.wait(for: "running \(input)") }
        grading.cancel()
        await #expect(throws: GradingError.cancelled) { try await grading.value }
        #expect(bench.executor.running == 0)
    }
}
