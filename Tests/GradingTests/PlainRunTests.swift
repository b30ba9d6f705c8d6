import Core
import Grading
import Problems
import Testing

@Suite struct PlainRunTests {
    private func run(
        _ bench: Bench,
        _ submission: Submission = .toy(),
        problem: Problem? = nil
    ) async throws -> PlainRun.Result {
        let plain = PlainRun(executor: bench.executor, catalog: try Toys.catalog, locator: Toys.locator)
        return try await plain.run(
            submission,
            arguments: ["a", "b c"],
            input: MemoryBytes("input"),
            limits: Limits(cpuTime: .seconds(3)),
            problem: problem
        )
    }

    @Test func `a program is compiled and run with its arguments and input`() async throws {
        let bench = try Bench { _, _ in .wrote("hello") }
        let result = try await run(bench)
        #expect(result.verdict == .accepted)
        #expect(result.compile.ok)
        #expect(result.language == "toy")
        #expect(try result.outcome?.standardOutput.bytes() == Array("hello".utf8))
        let command = try #require(bench.commands("run-toy").first)
        #expect(command.arguments.suffix(2) == ["a", "b c"])
        #expect(command.inputText == "input")
        #expect(command.limits.cpuTime == .seconds(3))
    }

    @Test func `a program that is just run may be longer than what problems usually take`() async throws {
        let bench = try Bench { _, _ in .wrote("hello") }
        let large = Submission.toy(String(repeating: "a", count: 200_000))
        #expect(try await run(bench, large).verdict == .accepted)
        let judged = try await run(bench, large, problem: .toy())
        #expect(judged.verdict == .compileError && judged.compile.diagnostics.contains("too large"))
    }

    @Test func `an entry that is no file is a wrong request, or a wrong program where nobody could ask again`()
        async throws
    {
        let bench = try Bench { _, _ in .wrote("hello") }
        var submission = Submission.toy()
        submission.entry = "other.toy"
        await #expect(throws: GradingError.self) { try await run(bench, submission) }
        submission.isEntryJudged = true
        let result = try await run(bench, submission)
        #expect(result.verdict == .compileError && result.outcome == nil)
        #expect(result.compile.diagnostics.contains("there is no source file `other.toy` to start"))
    }

    @Test(arguments: [
        (Outcome.exited(3), Verdict.runtimeError, Reason.exit(3)),
        (.wrote("", cpu: .milliseconds(3001)), .timeLimit, .cpu),
        (Outcome(termination: .signaled(name: "KILL"), stop: .wallTime), .timeLimit, .wall),
        (
            Outcome(termination: .signaled(name: "KILL"), stop: .forbiddenCall(name: "bpf")), .runtimeError,
            .systemCall("bpf")
        ),
    ])
    func `a run that did not go well says why`(outcome: Outcome, verdict: Verdict, reason: Reason) async throws {
        let bench = try Bench { _, _ in outcome }
        let result = try await run(bench)
        #expect(result.verdict == verdict)
        #expect(result.reason == reason)
    }

    @Test(arguments: [
        (String(repeating: "a", count: Command.largestArguments), "longer than 65536 bytes"),
        ("a\0b", "holds a NUL"),
    ])
    func `a command that no box runs is the asker's mistake, not the machinery's`(
        argument: String,
        words: String
    ) async throws {
        let bench = try Bench { _, _ in .wrote("hello") }
        let plain = PlainRun(executor: bench.executor, catalog: try Toys.catalog, locator: Toys.locator)
        let error = await #expect(throws: GradingError.self) {
            try await plain.run(.toy(), arguments: [argument], limits: Limits(cpuTime: .seconds(3)))
        }
        guard case .badInput(let line)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(line.contains(words))
        #expect(bench.commands("run-toy").isEmpty)
    }

    @Test func `what does not compile is not run`() async throws {
        let bench = try Bench(compile: { _ in .exited(1, error: "error") })
        let result = try await run(bench)
        #expect(result.verdict == .compileError)
        #expect(result.reason == .diagnostics)
        #expect(result.outcome == nil)
        #expect(bench.commands("run-toy").isEmpty)
    }

    @Test func `a language's factor shows in the limits that held`() async throws {
        let result = try await run(try Bench(), .toy(language: "script"))
        #expect(result.limits?.cpuTime == .seconds(6))
    }

    @Test func `a problem's rules hold`() async throws {
        let bench = try Bench()
        var problem = Problem.toy()
        problem.limits.code = ByteCount(3)
        #expect(try await run(bench, problem: problem).verdict == .compileError)
        problem.languages = ["cpp"]
        await #expect(throws: GradingError.self) { try await run(bench, problem: problem) }
    }
}
