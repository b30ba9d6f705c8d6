import Core
import Problems
import Synchronization
import Testing

@testable import Grading

/// Problems in which a submission is run more than once on a test, or speaks with the validator.
@Suite(.timeLimit(.minutes(60))) struct PassesTests {
    private static func problem(interactive: Bool = false, multiPass: Bool = false) -> Problem {
        var problem = Problem.toy(tests: 1)
        let files = [BoxFile(path: "check.cpp", content: MemoryBytes("check"))]
        problem.validator = .custom([PackageProgram(name: "check", kind: .cpp, files: files)])
        problem.type.isInteractive = interactive
        problem.type.isMultiPass = multiPass
        problem.limits.validationPasses = 3
        return problem
    }

    private static func feedback(_ code: Int, _ files: [String: String]) -> Outcome {
        Outcome(
            termination: .exited(code: code),
            collected: Bundle(files: files.map { BoxFile(path: $0.key, content: MemoryBytes($0.value)) })
        )
    }

    /// A validator that wants `passes` passes and then ends with `code`.
    private static func validator(passes: Int, code: Int = 42) -> @Sendable (Command) -> Outcome {
        { command in
            let seen = Int(command.text(of: "feedback/seen") ?? "0") ?? 0
            if seen + 1 < passes {
                return feedback(42, ["nextpass.in": "pass \(seen + 2)", "seen": "\(seen + 1)"])
            }
            return feedback(code, ["seen": "\(seen + 1)", "judgemessage.txt": "after \(seen + 1)"])
        }
    }

    // The older format has passes with DOMjudge alone, which shows the validator what the submission gets.
    @Test(arguments: [
        (Problem.Format.y2025_09, ["1", "1", "1"]), (.draft, ["1", "1", "1"]), (.legacy, ["1", "pass 2", "pass 3"]),
    ])
    func `a submission is run as often as its validator wants`(format: Problem.Format, inputs: [String]) async throws {
        let validate = Self.validator(passes: 3)
        let bench = try Bench(
            validate: { validate($0) },
            run: { _, _ in
                .wrote("right\n", cpu: .milliseconds(10))
            }
        )
        var problem = Self.problem(multiPass: true)
        problem.format = format
        let test = try #require(try await bench.grade(on: problem).report.tests.first)
        #expect(test.verdict == .accepted)
        #expect(test.message == "" && test.judgeMessage == "after 3")
        #expect(bench.commands("run-toy").map(\.inputText) == ["1", "pass 2", "pass 3"])
        let validations = bench.commands("run-cpp")
        // What it left is there again, but for the next pass's input.
        #expect(validations.map { $0.text(of: "feedback/seen") } == [nil, "1", "2"])
        #expect(validations.allSatisfy { $0.text(of: "feedback/nextpass.in") == nil })
        #expect(validations.map { $0.text(of: "in") } == inputs)
    }

    @Test func `the worst pass's figures are the test's`() async throws {
        let validate = Self.validator(passes: 2)
        let bench = try Bench(
            validate: { validate($0) },
            run: { input, _ in
                .wrote("right\n", cpu: input == "1" ? .milliseconds(70) : .milliseconds(20))
            }
        )
        let report = try await bench.grade(on: Self.problem(multiPass: true)).report
        #expect(report.tests.first?.cpuTime == 0.07)
    }

    @Test(arguments: [
        (4, 42, Verdict.judgeError, 3), (3, 43, .wrongAnswer, 3), (3, 1, .judgeError, 3), (1, 42, .accepted, 1),
    ])
    func `passes end as the format says`(passes: Int, code: Int, verdict: Verdict, runs: Int) async throws {
        let validate = Self.validator(passes: passes, code: code)
        let bench = try Bench(validate: { validate($0) })
        let test = try #require(try await bench.grade(on: Self.problem(multiPass: true)).report.tests.first)
        #expect(test.verdict == verdict)
        #expect(bench.commands("run-toy").count == runs)
    }

    @Test func `a rejection with a next pass is a judge error, and means nothing in other problems`() async throws {
        let bench = try Bench(validate: { _ in Self.feedback(43, ["nextpass.in": "x"]) })
        #expect(try await bench.grade(on: Self.problem(multiPass: true)).report.verdict == .judgeError)
        #expect(try await bench.grade(on: Self.problem()).report.verdict == .wrongAnswer)
    }

    @Test func `a pass that fails by itself ends them`() async throws {
        let validate = Self.validator(passes: 3)
        let bench = try Bench(
            validate: { validate($0) },
            run: { input, _ in
                input == "pass 2" ? .exited(3) : .wrote("right\n")
            }
        )
        let report = try await bench.grade(on: Self.problem(multiPass: true)).report
        #expect(report.verdict == .runtimeError)
        #expect(bench.commands("run-toy").count == 2)
    }

    // MARK: - Interactive

    private static func bench(_ dialogue: @escaping FakeExecutor.Dialogue) throws -> Bench {
        try Bench(dialogue: dialogue)
    }

    private static let stopped = Outcome(termination: .signaled(name: "KILL"), stop: .wallTime)
    private static func judgeStopped(_ stop: Stop) -> Outcome {
        Outcome(termination: .signaled(name: "KILL"), stop: stop, collected: Bundle(files: []))
    }
    private static let ended = Outcome(termination: .signaled(name: "KILL"), stop: .cancelled)

    /// What the judge and the submission did, who was first, and what that comes to.
    @Test(arguments: [
        (feedback(42, [:]), Outcome.exited(0), false, Verdict.accepted, nil as Reason?),
        (feedback(42, [:]), .exited(0), true, .accepted, nil),
        (feedback(42, [:]), .exited(3), true, .runtimeError, .exit(3)),
        (feedback(42, [:]), stopped, true, .timeLimit, .wall),
        (feedback(43, [:]), .exited(0), false, .wrongAnswer, .differs),
        // Whoever has lost its partner may end in any way.
        (feedback(43, [:]), ended, true, .wrongAnswer, .differs),
        (feedback(43, [:]), .exited(141), true, .wrongAnswer, .differs),
        // Its own failure came before the validator's word.
        (feedback(43, [:]), .exited(3), false, .runtimeError, .exit(3)),
        (feedback(43, [:]), stopped, false, .timeLimit, .wall),
        (feedback(1, [:]), .exited(0), true, .judgeError, nil), (feedback(0, [:]), stopped, false, .judgeError, nil),
        (Outcome(termination: .signaled(name: "SEGV"), collected: Bundle(files: [])), ended, true, .judgeError, nil),
        // A validator that reads on for ever after the submission's end has nothing against that.
        (judgeStopped(.wallTime), .exited(3), false, .runtimeError, .exit(3)),
        (judgeStopped(.wallTime), stopped, false, .timeLimit, .wall),
        (judgeStopped(.wallTime), .exited(0), false, .wrongAnswer, .differs),
        (judgeStopped(.cpuTime), .exited(3), false, .runtimeError, .exit(3)),
        (judgeStopped(.cpuTime), .exited(0), false, .judgeError, nil),
        (judgeStopped(.cpuTime), ended, true, .judgeError, nil),
    ])
    func `the validator and the submission are judged by who failed first`(
        judge: Outcome,
        team: Outcome,
        judgeEndedFirst: Bool,
        verdict: Verdict,
        reason: Reason?
    ) async throws {
        let bench = try Self.bench { _ in
            Conversation.Outcome(judge: judge, team: team, judgeEndedFirst: judgeEndedFirst)
        }
        let test = try #require(try await bench.grade(on: Self.problem(interactive: true)).report.tests.first)
        #expect(test.verdict == verdict)
        #expect(test.reason == reason)
        // Whether a program that is refused ends by itself or is ended is a matter of who is first.
        if verdict == .wrongAnswer { #expect(test.exitCode == nil && test.signal == nil) }
        if verdict == .accepted { #expect(test.exitCode == 0) }
    }

    @Test func `the submission of an interactive problem sees nothing but the validator`() async throws {
        let seen = Mutex<Conversation?>(nil)
        let bench = try Self.bench { conversation in
            seen.withLock { $0 = conversation }
            return Conversation.Outcome(judge: Self.feedback(42, [:]), team: .exited(0), judgeEndedFirst: true)
        }
        #expect(try await bench.grade(on: Self.problem(interactive: true)).report.verdict == .accepted)
        let conversation = try #require(seen.withLock { $0 })
        #expect(conversation.acceptance == 42)
        #expect(conversation.team.files.isEmpty)
        #expect(conversation.judge.text(of: "in") == "1")
        // The validator waits for the submission, whose clock it must outlast.
        #expect(conversation.judge.limits.wallTime > conversation.team.limits.wallTime)
        #expect(conversation.judge.limits.wallTime <= conversation.team.limits.wallTime * 2)
    }

    @Test func `an interactive problem may have several passes`() async throws {
        let validate = Self.validator(passes: 2)
        let rounds = Mutex(0)
        let bench = try Self.bench { conversation in
            rounds.withLock { $0 += 1 }
            return Conversation.Outcome(judge: validate(conversation.judge), team: .exited(0), judgeEndedFirst: false)
        }
        let report = try await bench.grade(on: Self.problem(interactive: true, multiPass: true)).report
        #expect(report.verdict == .accepted)
        #expect(rounds.withLock { $0 } == 2)
    }

    @Test(arguments: [("", "Traceback"), ("it said 7", "it said 7\nTraceback")])
    func `judges are told what the validator and a crashed submission said`(said: String, whole: String) async throws {
        let bench = try Self.bench { _ in
            Conversation.Outcome(
                judge: Self.feedback(43, said.isEmpty ? [:] : ["judgemessage.txt": said]),
                team: .exited(1, error: "Traceback"),
                judgeEndedFirst: false
            )
        }
        let test = try #require(try await bench.grade(on: Self.problem(interactive: true)).report.tests.first)
        #expect(test.verdict == .runtimeError)
        #expect(test.judgeMessage == whole)
        #expect(test.message.isEmpty)
    }
}
