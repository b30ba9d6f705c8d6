import Core
import Grading
import Problems
import Testing

@Suite(.timeLimit(.minutes(60))) struct ValidatorTests {
    private static func program(_ name: String = "output_validators/check.cpp") -> PackageProgram {
        PackageProgram(name: name, kind: .cpp, files: [BoxFile(path: "check.cpp", content: MemoryBytes(name))])
    }

    private static func problem(_ validators: [PackageProgram] = [program()], tests: Int = 1) -> Problem {
        var problem = Problem.toy(tests: tests)
        problem.validator = .custom(validators)
        for place in problem.tests.indices {
            problem.tests[place].standardValidator = nil
            problem.tests[place].validatorArguments = ["tolerance", "1e-6"]
        }
        return problem
    }

    private static func stopped(_ stop: Stop) -> Outcome {
        Outcome(termination: .signaled(name: "KILL"), stop: stop, collected: Bundle(files: []))
    }

    @Test func `a validator is called by the protocol`() async throws {
        let bench = try Bench { _, _ in .wrote("the output") }
        var problem = Self.problem()
        problem.limits.validationTime = .seconds(5)
        problem.limits.validationMemory = .mebibytes(99)
        problem.limits.validationOutput = .mebibytes(3)
        #expect(try await bench.grade(on: problem).report.verdict == .accepted)
        let command = try #require(bench.commands("run-cpp").first)
        #expect(
            command.arguments.suffix(5) == ["/data/in", "/data/ans", "/data/feedback/", "tolerance", "1e-6"]
        )
        #expect(command.inputText == "the output")
        #expect(command.text(of: "in") == "1")
        #expect(command.text(of: "ans") == "right\n")
        #expect(command.directories == ["/data/feedback"])
        #expect(command.collection?.directory == "/data/feedback")
        #expect(command.limits.cpuTime == .seconds(5))
        #expect(command.limits.memory == .mebibytes(99))
        #expect(command.limits.output == .mebibytes(3))
    }

    @Test(arguments: [
        (Outcome.exited(42), Verdict.accepted, nil as Reason?),
        (.exited(43), .wrongAnswer, .differs),
        (.exited(0), .judgeError, nil),
        (.exited(1), .judgeError, nil),
        (Outcome(termination: .signaled(name: "SEGV"), collected: Bundle(files: [])), .judgeError, nil),
        (stopped(.cpuTime), .judgeError, nil),
        (stopped(.wallTime), .judgeError, nil),
        (stopped(.memory), .judgeError, nil),
        (stopped(.output), .judgeError, nil),
        (stopped(.forbiddenCall(name: "bpf")), .judgeError, nil),
        // A stop counts also where the first process had its answer out.
        (Outcome(termination: .exited(code: 42), stop: .output, collected: Bundle(files: [])), .judgeError, nil),
        (
            Outcome(
                termination: .exited(code: 42),
                usage: Usage(cpuTime: .seconds(61)),
                collected: Bundle(files: [])
            ), .judgeError, nil
        ),
        // Feedback that could not be taken out of the box.
        (Outcome(termination: .exited(code: 42)), .judgeError, nil),
    ])
    func `only 42 and 43 are answers`(outcome: Outcome, verdict: Verdict, reason: Reason?) async throws {
        let bench = try Bench(validate: { _ in outcome })
        let test = try #require(try await bench.grade(on: Self.problem()).report.tests.first)
        #expect(test.verdict == verdict)
        #expect(test.reason == reason)
        if verdict == .judgeError {
            #expect(test.message.isEmpty)
            #expect(test.judgeMessage?.contains("output_validators/check.cpp") == true)
        }
    }

    @Test func `a rejected empty output has that as its reason`() async throws {
        let bench = try Bench(validate: { _ in .exited(43) }, run: { _, _ in .wrote("") })
        #expect(try await bench.grade(on: Self.problem()).report.reason == .noOutput)
    }

    @Test func `feedback goes to whom it is for`() async throws {
        let feedback = ["judgemessage.txt": "expected 7", "teammessage.txt": "look at\u{1B} the sign"]
        let bench = try Bench(validate: { _ in .exited(43, feedback: feedback) })
        let tests = try await bench.grade(on: Self.problem(tests: 2), options: GradingOptions(allTests: true)).report
            .tests
        for test in tests {
            #expect(test.message == "look at\u{FFFD} the sign")
            #expect(test.judgeMessage == "expected 7")
        }
    }

    @Test func `without a team message a sample shows the judge's, and a secret test nothing`() async throws {
        let feedback = ["judgemessage.txt": "expected 7"]
        let bench = try Bench(validate: { _ in .exited(43, feedback: feedback) })
        let tests = try await bench.grade(on: Self.problem(tests: 2), options: GradingOptions(allTests: true)).report
            .tests
        #expect(tests.map(\.message) == ["expected 7", ""])
        #expect(tests.map(\.judgeMessage) == [nil, "expected 7"])
    }

    @Test func `long feedback is cut`() async throws {
        let feedback = ["teammessage.txt": String(repeating: "x", count: 100_000)]
        let bench = try Bench(validate: { _ in .exited(43, feedback: feedback) })
        let test = try #require(try await bench.grade(on: Self.problem()).report.tests.first)
        #expect(test.message.utf8.count == 4096)
    }

    @Test(arguments: [
        ([42, 42], Verdict.accepted), ([42, 43], .wrongAnswer), ([43, 42], .wrongAnswer), ([43, 1], .judgeError),
        ([0, 42], .judgeError),
    ])
    func `several validators must all accept`(codes: [Int], verdict: Verdict) async throws {
        let asked = Log<Int>()
        let bench = try Bench(validate: { _ in
            asked.add(0)
            return .exited(codes[asked.entries.count - 1])
        })
        let problem = Self.problem([Self.program("one.cpp"), Self.program("two.cpp")])
        #expect(try await bench.grade(on: problem).report.verdict == verdict)
        #expect(asked.entries.count == 2)
    }

    @Test func `a validator is compiled once for all tests and gradings`() async throws {
        let bench = try Bench()
        _ = try await bench.grade(on: Self.problem(tests: 3))
        _ = try await bench.grade(on: Self.problem(tests: 3))
        #expect(bench.commands("compile-cpp").count == 1)
        #expect(bench.commands("run-cpp").count == 6)
    }

    @Test func `a validator that does not compile is a judge error that says so`() async throws {
        let bench = try Bench(compile: { command in
            command.policy == "compile-cpp" ? .exited(1, error: "check.cpp:3: error") : .compiled
        })
        let report = try await bench.grade(on: Self.problem(tests: 2)).report
        #expect(report.verdict == .judgeError)
        #expect(report.tests.map(\.verdict) == [.judgeError, .skipped])
        #expect(report.tests.first?.judgeMessage?.contains("check.cpp:3: error") == true)
    }

    @Test func `a program that failed is not validated`() async throws {
        let bench = try Bench { _, _ in .exited(1, error: "Traceback") }
        let report = try await bench.grade(on: Self.problem()).report
        #expect(report.verdict == .runtimeError)
        #expect(report.reason == .exit(1))
        #expect(report.tests.first?.judgeMessage == "Traceback")
        #expect(bench.commands("run-cpp").isEmpty)
    }

    @Test func `python validators are started by their main file`() async throws {
        let files = ["util.py", "__main__.py"].map { BoxFile(path: $0, content: MemoryBytes("")) }
        let program = PackageProgram(name: "check", kind: .python(main: "__main__.py"), files: files)
        let bench = try Bench()
        #expect(try await bench.grade(on: Self.problem([program])).report.verdict == .accepted)
        #expect(bench.commands("run-python3").first?.arguments.dropFirst().first == "__main__.py")
    }

    @Test func `what may be left as feedback is told where it is more`() async throws {
        let bench = try Bench(validate: { _ in Outcome(termination: .exited(code: 42)) })
        var problem = Self.problem()
        problem.limits.validationOutput = .mebibytes(3)
        let test = try #require(try await bench.grade(on: problem).report.tests.first)
        #expect(
            test.judgeMessage
                == "the validator output_validators/check.cpp left feedback that cannot be read: more than 64 files or "
                + "3 MiB, or other than regular files"
        )
    }

    @Test
    func `in the newer format a validator finds the submission in its working directory, and what was made of it`()
        async throws
    {
        let bench = try Bench()
        var problem = Self.problem()
        problem.showsSources = true
        #expect(try await bench.grade(on: problem).report.verdict == .accepted)
        let command = try #require(bench.commands("run-cpp").first)
        #expect(command.directory == "/data/submission")
        #expect(command.text(of: "submission/main.toy") == "the source")
        #expect(command.text(of: "submission/program") == "ELF")
        #expect(command.files.first { $0.path == "submission/program" }?.isExecutable == true)
        // The validator's own files are elsewhere.
        #expect(command.text(of: "submission/check.cpp") == nil)
    }
}
