internal import Core
internal import Problems

/// Runs one compiled submission on tests and judges what comes of it.
struct TestRunner: Sendable {
    private let boxes: Boxes
    private let program: Program
    /// The problem's limits; commands add what the language is granted.
    private let limits: Limits
    private let checker: OutputChecker
    /// The command of a test without arguments.
    ///
    /// Nearly all tests are such, and finding out what to start takes time.
    private let plain: Command

    /// Runs of `program` under `limits`, checked by `checker`.
    ///
    /// - Throws: `.badInput` when it cannot be told what to start.
    init(boxes: Boxes, program: Program, limits: Limits, checker: OutputChecker) throws(GradingError) {
        self.boxes = boxes
        self.program = program
        self.limits = limits
        self.checker = checker
        plain = try program.command(arguments: [], limits: limits)
    }

    /// Runs and judges `test`.
    ///
    /// - Throws: `.machinery` when the executor failed or a file of the test cannot be read.
    func judge(_ test: TestCase) async throws(GradingError) -> Report.Test {
        let command = try command(on: test)
        var run = seen(try await boxes.run(command), command)
        var runs = 1
        if run.isNearLimit {
            let again = seen(try await boxes.run(command, alone: true), command)
            runs = 2
            // The smaller time decides; a second run that the sandbox had to stop says nothing about the first's time.
            if again.outcome.stop == nil, again.outcome.usage.cpuTime < run.outcome.usage.cpuTime { run = again }
        }
        if let judgement = Judgement.decide(run, check: nil) {
            return try report(test, run, runs, judgement, check: nil)
        }
        let check = try await checker.check(run.outcome.standardOutput, on: test)
        let judgement = Judgement.decide(run, check: check) ?? Judgement(.judgeError)
        return try report(test, run, runs, judgement, check: check)
    }

    private func command(on test: TestCase) throws(GradingError) -> Command {
        var command = test.arguments.isEmpty ? plain : try program.command(arguments: test.arguments, limits: limits)
        command.input = test.input
        // The format puts a test's files into the working directory, where they may replace what is there.
        if !test.files.isEmpty, case .artifact(let key) = command.workspace {
            command.workspace = .copy(key)
            command.files += test.files
        }
        return command
    }

    private func seen(_ outcome: Outcome, _ command: Command) -> Judgement.Run {
        var run = program.seen(outcome, of: command, limits: limits)
        // What a language may write besides is no answer.
        run.limits.output = limits.output
        return run
    }

    private func report(
        _ test: TestCase,
        _ run: Judgement.Run,
        _ runs: Int,
        _ judgement: Judgement,
        check: Check?
    ) throws(GradingError) -> Report.Test {
        let outcome = run.outcome
        var report = Report.Test(name: test.name, verdict: judgement.verdict)
        report.reason = judgement.reason
        report.cpuTime = outcome.usage.cpuTime.inSeconds
        report.wallTime = outcome.usage.wallTime.inSeconds
        report.peakMemory = outcome.usage.peakMemory.bytes
        report.peakResidentSet = outcome.usage.peakResidentSet?.bytes
        report.peakProcesses = outcome.usage.peakProcesses
        switch outcome.termination {
        case .exited(let code): report.exitCode = code
        case .signaled(let name): report.signal = name
        }
        let messages = Messages(
            judgement,
            check: check,
            standardError: judgement.verdict == .runtimeError ? try words(of: outcome) : nil,
            isOpen: test.isSample || test.fullFeedback
        )
        report.message = messages.candidate
        report.judgeMessage = messages.judges
        report.runs = runs
        return report
    }

    private func words(of outcome: Outcome) throws(GradingError) -> BoundedText {
        do {
            return try BoundedText([outcome.standardError], limit: BoundedText.messageLimit)
        } catch {
            throw GradingError(reading: "what the program wrote to standard error", error)
        }
    }
}
