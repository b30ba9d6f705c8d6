public import Core
public import Languages
public import Problems

/// Compiles a program and runs it once, with no test involved.
public struct PlainRun: Sendable {
    /// What came of it.
    public struct Result: Sendable {
        /// How compiling went.
        public var compile: Report.Compile
        /// The language's canonical id.
        public var language: LanguageID
        /// What the run is worth by itself: `.accepted` when the program ended with exit code 0 within its limits.
        public var verdict: Verdict
        /// Why the verdict is what it is, where there is a reason.
        public var reason: Reason?
        /// What became of the program; nil when it did not compile.
        public var outcome: Outcome?
        /// The limits that held, with what the language is granted in them; nil when it did not compile.
        public var limits: Limits?
    }

    private let workshop: Workshop

    /// Plain runs by `executor`.
    public init(executor: any Executor, catalog: LanguageCatalog, locator: ToolchainLocator) {
        workshop = Workshop(boxes: Boxes(executor), catalog: catalog, locator: locator)
    }

    /// Compiles `submission` and runs it under `limits`, to which the language's own allowances are added.
    ///
    /// Where there is a `problem`, its include files, its language rules and its limits on compiling hold; `limits` stay
    /// the caller's.
    ///
    /// `onCompiled` is told how compiling went before the program is run.
    ///
    /// - Throws: `GradingError`, as grading does.
    public func run(
        _ submission: Submission,
        arguments: [String] = [],
        input: any ByteSource = MemoryBytes.empty,
        limits: Limits,
        problem: Problem? = nil,
        onCompiled: @Sendable (Report.Compile) -> Void = { _ in }
    ) async throws(GradingError) -> Result {
        let product = try await workshop.compile(submission, for: problem)
        let compilation = product.compilation
        onCompiled(compilation.report)
        var result = Result(
            compile: compilation.report,
            language: product.toolchain.profile.id,
            verdict: .compileError,
            reason: compilation.refusal
        )
        guard let program = product.program else { return result }
        let trial = Trial(boxes: workshop.boxes, program: program, limits: limits)
        let run = try await trial.run(arguments: arguments, input: input)
        let judgement = Judgement.decide(run, check: Check(conclusion: .accepted)) ?? Judgement(.judgeError)
        result.verdict = judgement.verdict
        result.reason = judgement.reason
        result.outcome = run.outcome
        result.limits = run.limits
        return result
    }
}
