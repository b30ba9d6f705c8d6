public import Core
public import Languages
public import Problems

/// Runs a package's own programs outside of any grading, as somebody does who looks after the package.
public struct PackageTrials: Sendable {
    /// What a program of the package said.
    public enum Answer: Hashable, Sendable {
        /// It accepts.
        case accepted
        /// It rejects, with what it had to say about that.
        case rejected(String)
        /// It broke the protocol or a limit, as the text says.
        case failed(String)
        /// It took more time than it may, as the text says: whoever asks it more has to wait as long.
        case stopped(String)

        /// What it did wrong; nil where it answered.
        public var failure: String? {
            switch self {
            case .accepted, .rejected: nil
            case .failed(let why), .stopped(let why): why
            }
        }
    }

    /// A program of a package, ready to be run.
    public struct Prepared: Sendable {
        /// Its path in the package.
        public let name: String
        let program: PreparedProgram
    }

    /// What checks the outputs of one problem, ready to be run.
    public struct OutputCheck: Sendable {
        let checker: OutputChecker

        /// Why it cannot be used; nil when it can.
        public var failure: String? { if case .broken(let why) = checker { why } else { nil } }
    }

    private let workshop: Workshop

    /// Trials by `executor`.
    public init(executor: any Executor, catalog: LanguageCatalog, locator: ToolchainLocator) {
        workshop = Workshop(boxes: Boxes(executor), catalog: catalog, locator: locator)
    }

    /// `program`, compiled or built.
    ///
    /// - Throws: `.badInput` when that fails, with what the compiler said; `.machinery`, `.cancelled`.
    public func prepare(_ program: PackageProgram, of problem: Problem) async throws(GradingError) -> Prepared {
        Prepared(name: program.name, program: try await workshop.prepare(program, limits: problem.limits))
    }

    /// Asks an input validator about `input`, with `files` in its working directory: 42 accepts, every other end that is
    /// its own rejects.
    ///
    /// - Throws: `.machinery` when the executor failed, `.cancelled`.
    public func validate(
        _ input: any ByteSource,
        by validator: Prepared,
        arguments: [String],
        files: [BoxFile] = [],
        of problem: Problem
    ) async throws(GradingError) -> Answer {
        let limits = Limits(validating: problem.limits)
        var command = try validator.program.command(arguments: arguments, limits: limits)
        command.input = input
        if !files.isEmpty, case .artifact(let key) = command.workspace {
            command.workspace = .copy(key)
            command.files += files
        }
        let outcome = try await workshop.boxes.run(command)
        let verdict = ValidatorVerdict(validator.program.seen(outcome, of: command, limits: limits))
        let said = try words(of: outcome)
        switch verdict {
        case .accepted: return .accepted
        case .rejected: return .rejected(said)
        case .failed(let why):
            // The format has one word for an input that is right, and none for one that is wrong.
            if outcome.stop == nil, case .exited = outcome.termination { return .rejected(said) }
            let whole = said.isEmpty ? why : "\(why)\n\(said)"
            return outcome.stop == .cpuTime || outcome.stop == .wallTime ? .stopped(whole) : .failed(whole)
        }
    }

    /// The programs that check the outputs of `problem`, compiled.
    ///
    /// - Throws: `.machinery` when the executor failed, `.cancelled`.
    public func outputCheck(of problem: Problem) async throws(GradingError) -> OutputCheck {
        OutputCheck(checker: try await OutputChecker(for: problem, in: workshop))
    }

    /// Asks `check` about `output` on `test`, as if a submission had written it.
    ///
    /// - Throws: `.machinery` when the executor failed or a file cannot be read, `.cancelled`.
    public func check(
        _ output: any ByteSource,
        on test: TestCase,
        by check: OutputCheck
    ) async throws(GradingError) -> Answer {
        let result = try await check.checker.check(output, on: test)
        return switch result.conclusion {
        case .accepted: .accepted
        case .wrong: .rejected(result.judgeMessage)
        case .failed where result.isStopped: .stopped(result.judgeMessage)
        case .failed: .failed(result.judgeMessage)
        }
    }

    /// Has the package's own grader put `members` together.
    ///
    /// - Returns: nil where its answer is one; else what it did wrong.
    /// - Throws: `.badInput` when it cannot be compiled; `.machinery`, `.cancelled`.
    public func failure(
        ofGrader program: PackageProgram,
        given members: [(verdict: Verdict, score: Double)],
        flags: [String],
        of problem: Problem
    ) async throws(GradingError) -> String? {
        let grader = try await CustomGrader(program, limits: problem.limits, in: workshop)
        let results = members.map { GroupResult(verdict: $0.verdict, reason: nil, score: $0.score) }
        return try await grader.grade(results, flags: flags).failure
    }

    private func words(of outcome: Outcome) throws(GradingError) -> String {
        do {
            return try BoundedText(
                [outcome.standardError, outcome.standardOutput],
                limit: BoundedText.messageLimit
            ).text
        } catch {
            throw GradingError(reading: "what a validator wrote", error)
        }
    }
}

extension Limits {
    /// The limits of one call of a validator.
    fileprivate init(validating limits: ProblemLimits) {
        self.init(cpuTime: limits.validationTime, memory: limits.validationMemory, output: limits.validationOutput)
    }
}
