import Core
import Grading
import Languages
import Problems

/// A grader with an executor that a test plays.
struct Bench {
    /// What becomes of the run of the test with that input.
    typealias Run = @Sendable (_ input: String, Command) async throws(ExecutorFailure) -> Outcome

    let executor: FakeExecutor
    let grader: Grader

    /// Programs give `right` unless said otherwise; compilers make a file, validators accept.
    init(
        slots: Int = 1,
        compile: @escaping @Sendable (Command) async throws(ExecutorFailure) -> Outcome = { _ in .compiled },
        validate: @escaping @Sendable (Command) async throws(ExecutorFailure) -> Outcome = { _ in .exited(42) },
        dialogue: FakeExecutor.Dialogue? = nil,
        run: @escaping Run = { _, _ in .wrote("right\n") }
    ) throws {
        executor = FakeExecutor(slotCount: slots, dialogue: dialogue) { command async throws(ExecutorFailure) in
            if command.arguments.last == "--version" { return .wrote("sh, version 5.2\n") }
            if command.policy.hasPrefix("compile-") { return try await compile(command) }
            if ["run-cpp", "run-python3"].contains(command.policy) { return try await validate(command) }
            return try await run(command.inputText, command)
        }
        grader = Grader(
            executor: executor,
            catalog: try Toys.catalog,
            locator: Toys.locator,
            site: GradingSite(assay: "1", host: "here", sandbox: "fake")
        )
    }

    /// A bench whose programs do what `run` says.
    init(slots: Int = 1, run: @escaping Run) throws {
        try self.init(slots: slots, compile: { _ in .compiled }, run: run)
    }

    /// Grades `submission`, and gives the events with the report.
    func grade(
        _ submission: Submission = .toy(),
        on problem: Problem = .toy(),
        options: GradingOptions = GradingOptions()
    ) async throws(GradingError) -> (report: Report, events: [GradingEvent]) {
        var options = options
        options.packageHash = "hash"
        var events: [GradingEvent] = []
        let report = try await grader.grade(submission, on: problem, options: options) { events.append($0) }
        return (report, events)
    }

    /// The commands that were run under `policy`.
    func commands(_ policy: String) -> [Command] {
        executor.commands.filter { $0.policy == policy && $0.arguments.last != "--version" }
    }
}

extension Command {
    /// The whole of standard input.
    var inputText: String { (try? input.bytes()).map { String(decoding: $0, as: UTF8.self) } ?? "" }

    /// The whole of the file at `path`; nil when there is none.
    func text(of path: String) -> String? {
        files.first { $0.path == path }.flatMap { try? $0.content.bytes() }.map { String(decoding: $0, as: UTF8.self) }
    }
}

extension Outcome {
    /// A compiler that made a program, and had something to say.
    static let compiled = Outcome(
        termination: .exited(code: 0),
        usage: Usage(cpuTime: .milliseconds(110), wallTime: .milliseconds(120), peakMemory: .mebibytes(30)),
        standardError: MemoryBytes("a warning\n"),
        collected: Bundle(files: [BoxFile(path: "program", content: MemoryBytes("ELF"), isExecutable: true)])
    )
}
