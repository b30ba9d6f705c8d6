internal import Core
internal import Problems

/// Runs one compiled submission on tests and judges what comes of it.
struct TestRunner: Sendable {
    private let boxes: Boxes
    private let program: Program
    private let problem: Problem
    /// The problem's limits; commands add what the language is granted.
    private let limits: Limits
    private let checker: OutputChecker
    private let scoreFiles: ScoreFiles
    /// The command of a test without arguments.
    ///
    /// Nearly all tests are such, and finding out what to start takes time.
    private let plain: Command

    /// Runs of `program` under `limits`, checked by `checker`.
    ///
    /// - Throws: `.badInput` when it cannot be told what to start.
    init(
        boxes: Boxes,
        program: Program,
        problem: Problem,
        limits: Limits,
        checker: OutputChecker,
        scoreFiles: ScoreFiles
    ) throws(GradingError) {
        self.boxes = boxes
        self.program = program
        self.problem = problem
        self.limits = limits
        self.checker = checker
        self.scoreFiles = scoreFiles
        plain = try program.command(arguments: [], limits: limits)
    }

    /// Runs and judges `test`, in as many passes as its validator wants.
    ///
    /// - Throws: `.machinery` when the executor failed or a file of the test cannot be read.
    func judge(_ test: TestCase, by rule: ScoreRule) async throws(GradingError) -> Report.Test {
        var command = try command(on: test)
        var left: [[BoxFile]] = []
        var passes = Passes()
        // What the validator is asked about.
        var asked = test
        while true {
            let attempt = try await attempt(command, on: asked, after: left)
            passes.add(attempt)
            guard problem.type.isMultiPass, let check = attempt.check, let next = check.nextPass else { break }
            guard attempt.judgement.verdict == .accepted else {
                // Of what ended badly by itself the validator's word counts for nothing.
                guard case .wrong = check.conclusion else { break }
                return try report(test, passes, brokenBy: "a validator rejected and wrote \(Feedback.nextPass)")
            }
            guard passes.count < problem.limits.validationPasses else {
                let most = problem.limits.validationPasses
                return try report(test, passes, brokenBy: "a validator wants more than \(most) passes")
            }
            left = check.feedback
            command.input = next
            // In 2025-09 its input stays that of the test. The older format has passes with DOMjudge alone, which changes it.
            if problem.format == .legacy { asked.input = next }
        }
        return try report(test, passes, by: rule)
    }

    // MARK: - One pass

    /// Runs the program once, and once more, alone, where the time that it took leaves a doubt.
    private func attempt(
        _ command: Command,
        on test: TestCase,
        after left: [[BoxFile]]
    ) async throws(GradingError) -> Attempt {
        var attempt = try await once(command, on: test, after: left, alone: false)
        guard attempt.run.isNearLimit else { return try await settled(attempt, on: test, after: left) }
        let again = try await once(command, on: test, after: left, alone: true)
        // The smaller time decides; a second run that the sandbox had to stop says nothing about the first's time.
        if again.run.outcome.stop == nil, again.run.outcome.usage.cpuTime < attempt.run.outcome.usage.cpuTime {
            attempt = again
        }
        attempt.runs = 2
        return try await settled(attempt, on: test, after: left)
    }

    /// With the checker's word, where that is what it comes to.
    private func settled(
        _ attempt: Attempt,
        on test: TestCase,
        after left: [[BoxFile]]
    ) async throws(GradingError) -> Attempt {
        var attempt = attempt
        guard attempt.check == nil else { return attempt }
        if let judgement = Judgement.decide(attempt.run, check: nil) {
            attempt.judgement = judgement
            return attempt
        }
        let check = try await checker.check(attempt.run.outcome.standardOutput, on: test, after: left)
        attempt.check = check
        attempt.judgement = Judgement.decide(attempt.run, check: check) ?? Judgement(.judgeError)
        return attempt
    }

    private func once(
        _ command: Command,
        on test: TestCase,
        after left: [[BoxFile]],
        alone: Bool
    ) async throws(GradingError) -> Attempt {
        if problem.type.isInteractive { return try await converse(command, on: test, after: left, alone: alone) }
        return Attempt(run: seen(try await boxes.run(command, alone: alone), command))
    }

    private func converse(
        _ command: Command,
        on test: TestCase,
        after left: [[BoxFile]],
        alone: Bool
    ) async throws(GradingError) -> Attempt {
        let validator: Validator
        switch checker {
        case .custom(let validators) where validators.count == 1: validator = validators[0]
        case .broken(let why): return .broken(why, command.limits)
        case .custom, .standard:
            return .broken("an interactive problem has exactly one output validator", command.limits)
        }
        var judge = try validator.command(on: test, after: left.first ?? [])
        // While it waits for the submission its own clock goes on; after that it has as long again, at most.
        judge.limits.wallTime = min(judge.limits.wallTime, command.limits.wallTime) + command.limits.wallTime
        let outcome = try await boxes.converse(
            Conversation(judge: judge, team: command, acceptance: ValidatorVerdict.acceptance),
            alone: alone
        )
        let run = seen(outcome.team, command)
        var check = try validator.check(outcome.judge, of: judge, isOutputEmpty: false)
        if outcome.judge.stop == .wallTime {
            // Many a validator reads on for ever where the submission has gone: that accepts nothing, and is not an answer.
            let why =
                "the validator \(validator.name) did not end within \(judge.limits.wallTime.text) of the conversation"
            check = Check(conclusion: .wrong(isOutputEmpty: false), judgeMessage: why)
        }
        let judgement = Judgement.decide(
            run,
            check: check,
            judgeEndedFirst: outcome.judgeEndedFirst,
            judgeStop: outcome.judge.stop
        )
        return Attempt(run: run, check: check, judgement: judgement)
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

    // MARK: - What is told of it

    private func report(
        _ test: TestCase,
        _ passes: Passes,
        by rule: ScoreRule
    ) throws(GradingError) -> Report.Test {
        // In the samples scores mean nothing.
        if rule != .ignored {
            guard passes.scoreFiles.count < 2 else {
                let both = passes.scoreFiles.sorted().joined(separator: " and ")
                return try report(test, passes, brokenBy: "a validator wrote both \(both), in different passes")
            }
            scoreFiles.add(passes.check?.score, on: test.name)
        }
        var report = try report(test, passes, passes.judgement, check: passes.check)
        report.apply(rule, given: passes.check?.score)
        return report
    }

    /// The report of a test whose validator broke the rules.
    private func report(
        _ test: TestCase,
        _ passes: Passes,
        brokenBy why: String
    ) throws(GradingError) -> Report.Test {
        try report(test, passes, Judgement(.judgeError), check: .failed(why))
    }

    private func report(
        _ test: TestCase,
        _ passes: Passes,
        _ judgement: Judgement,
        check: Check?
    ) throws(GradingError) -> Report.Test {
        var report = Report.Test(name: test.name, verdict: judgement.verdict)
        report.reason = judgement.reason
        // How a program ends that has lost its partner is a matter of who is first, and says nothing.
        let isCutOff = problem.type.isInteractive && passes.judgement.verdict == .wrongAnswer
        report.add(passes.usage, isCutOff ? nil : passes.termination)
        let messages = Messages(
            judgement,
            check: check,
            standardError: judgement.verdict == .runtimeError ? try words(of: passes.standardError) : nil,
            isOpen: test.isSample || test.fullFeedback
        )
        report.message = messages.candidate
        report.judgeMessage = messages.judges
        report.runs = passes.runs
        return report
    }

    private func words(of standardError: any ByteSource) throws(GradingError) -> BoundedText {
        do {
            return try BoundedText([standardError], limit: BoundedText.messageLimit)
        } catch {
            throw GradingError(reading: "what the program wrote to standard error", error)
        }
    }
}
