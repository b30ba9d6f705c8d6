internal import Core
internal import Linux
internal import Sandboxing

/// The things that `assay bench` does both ways.
struct BenchSubjects {
    /// The languages of the hundred tests.
    enum Sum {
        case c, python
    }

    private let sandbox: Sandbox
    private let hello: BenchProgram
    private let pythonHello: BenchProgram
    private let cSum: BenchProgram
    private let pythonSum: BenchProgram
    private let packages: BenchPackages
    private let environment: [String]

    init(_ invocation: Invocation, sandbox: Sandbox, scratch: String) async throws {
        self.sandbox = sandbox
        func program(_ text: String, _ file: String, _ language: LanguageID) async throws -> BenchProgram {
            try await BenchProgram(
                text,
                file: file,
                language: language,
                invocation: invocation,
                sandbox: sandbox,
                scratch: scratch
            )
        }
        hello = try await program("#include <stdio.h>\nint main(void) { puts(\"hello\"); }\n", "hello.c", "c")
        pythonHello = try await program("print('hello')\n", "hello.py", "python3")
        cSum = try await program(
            "#include <stdio.h>\nint main(void) { int a, b; scanf(\"%d %d\", &a, &b); printf(\"%d\\n\", a + b); }\n",
            "sum.c",
            "c"
        )
        pythonSum = try await program("a, b = map(int, input().split())\nprint(a + b)\n", "sum.py", "python3")
        packages = try BenchPackages(scratch: scratch)
        environment = invocation.environment.map { "\($0.key)=\($0.value)" }
    }

    /// One box around a static C program, from asking for it to having its outcome.
    func hello(rounds: Int) async throws -> Comparison {
        try await Comparison.measure(
            "a static hello",
            rounds: rounds,
            promise: "at most 2.5",
            bare: { try hello.runBare() },
            assay: { try await runInBox(hello.command) }
        )
    }

    /// The same box with Landlock, and in the sandbox `other` without it.
    func landlock(without other: Sandbox, rounds: Int) async throws -> Comparison {
        try await Comparison.measure(
            "a static hello with Landlock",
            rounds: rounds,
            promise: "",
            bare: { try await runInBox(hello.command, of: other) },
            assay: { try await runInBox(hello.command) }
        )
    }

    /// How many boxes a second one slot makes, one after the other.
    func runsPerSecond(count: Int) async throws -> Double {
        let time = try await ContinuousClock().measure {
            for _ in 0..<count { try await runInBox(hello.command) }
        }
        return Double(count) / (time / .seconds(1))
    }

    /// `assay submit` of a sum on a package of 100 tests with one slot, against a loop over the 100 inputs.
    func hundredTests(_ sum: Sum, rounds: Int) async throws -> Comparison {
        let program = sum == .c ? cSum : pythonSum
        return try await Comparison.measure(
            sum == .c ? "100 tests of a sum in C" : "100 tests of a sum in Python",
            rounds: rounds,
            promise: sum == .c ? "at most 2.5" : "at most 1.4",
            bare: { for input in packages.sumInputs { try program.runBare(input: input) } },
            assay: { try submit(packages.sum, program.source) }
        )
    }

    /// `assay submit` of a hello on a package of one test, against running it.
    func submitHello(rounds: Int) async throws -> Comparison {
        try await Comparison.measure(
            "submitting a hello in Python",
            rounds: rounds,
            promise: "at most 2.5, plus 25 ms",
            bare: { try pythonHello.runBare() },
            assay: { try submit(packages.hello, pythonHello.source) }
        )
    }

    private func runInBox(_ command: Command, of other: Sandbox? = nil) async throws {
        let outcome = try await (other ?? sandbox).run(command)
        guard outcome.termination == .exited(code: 0), outcome.stop == nil else {
            throw Complaint.ownFailure("bench: \(command.arguments[0]) failed in its box")
        }
    }

    /// The whole of this program, from process start to exit, as anybody would call it.
    private func submit(_ package: String, _ source: String) throws {
        let result = try Self.call(
            ["/proc/self/exe", "submit", package, source, "--slots", "1", "--json"],
            environment
        )
        guard result.status == 0 else {
            throw Complaint.ownFailure("bench: assay submit \(package) \(source) did not accept it")
        }
    }

    private static func call(_ arguments: [String], _ environment: [String]) throws -> BareRun.Result {
        try BareRun.run(arguments, environment: environment)
    }
}
