public import Core
public import Languages
public import Problems

/// Grades submissions: compiles once, runs every test in a box of its own, checks the output, reports.
///
/// What a submission is worth is decided by `Judgement` for a test and by `Score` for the whole. Several gradings may go
/// on at the same time; a run that is measured again near the time limit waits until it is the only one of its grader.
public struct Grader: Sendable {
    private let workshop: Workshop
    private let site: GradingSite

    /// A grader that runs everything by `executor`.
    public init(executor: any Executor, catalog: LanguageCatalog, locator: ToolchainLocator, site: GradingSite) {
        workshop = Workshop(boxes: Boxes(executor), catalog: catalog, locator: locator)
        self.site = site
    }

    /// Grades `submission` on `problem`.
    ///
    /// `progress` gets every step in package order, whatever runs at the same time. Cancelling the task ends all boxes.
    ///
    /// - Throws: `GradingError`: `.badInput` for what cannot be graded as it stands, `.machinery` for our own failures,
    ///   `.cancelled`.
    public func grade(
        _ submission: Submission,
        on problem: Problem,
        options: GradingOptions = GradingOptions(),
        progress: (GradingEvent) -> Void = { _ in }
    ) async throws(GradingError) -> Report {
        let clock = ContinuousClock()
        let start = clock.now
        let tests = try Grader.tests(of: problem, options)
        // It reads all test data; that goes on beside compiling and running.
        async let packageHash = Grader.packageHash(of: problem, known: options.packageHash)
        let product = try await workshop.compile(submission, for: problem)
        let toolchain = product.toolchain
        let version = try await ToolchainVersion(boxes: workshop.boxes).version(of: toolchain)
        let compiled = clock.now
        progress(.compiled(product.compilation.report))

        let limit = TimeLimit(option: options.timeLimit, problem: problem, language: toolchain.profile)
        let judged = try await judge(product, on: tests, of: problem, limit, options, progress)
        let ended = clock.now

        let score = Score(refusal: product.compilation.refusal, tests: judged.tests)
        return Report(
            submission: Report.SubmissionIdentity(submission, language: toolchain.profile.id, problem: problem),
            verdict: score.verdict,
            reason: score.reason,
            compile: product.compilation.report,
            tests: judged.tests,
            timeLimit: limit.applied.inSeconds,
            timeLimitSource: limit.source.rawValue,
            timing: Report.Timing(
                queued: options.queued.inSeconds,
                compile: (compiled - start).inSeconds,
                run: judged.duration.inSeconds,
                total: (ended - (options.start ?? start)).inSeconds
            ),
            provenance: Report.Provenance(
                assay: site.assay,
                toolchain: "\(toolchain.profile.name) \(version.isEmpty ? "of unknown version" : version)",
                host: site.host,
                sandbox: site.sandbox,
                packageHash: try await packageHash.get()
            )
        )
    }

    private func judge(
        _ product: Workshop.Product,
        on tests: [TestCase],
        of problem: Problem,
        _ limit: TimeLimit,
        _ options: GradingOptions,
        _ progress: (GradingEvent) -> Void
    ) async throws(GradingError) -> (tests: [Report.Test], duration: Duration) {
        guard let program = product.program else { return ([], .zero) }
        let checker = try await OutputChecker(for: problem, in: workshop)
        let runner = try TestRunner(
            boxes: workshop.boxes,
            program: program,
            limits: Limits(
                cpuTime: limit.stated,
                memory: options.memoryLimit ?? problem.limits.memory,
                output: problem.limits.output
            ),
            checker: checker
        )
        let series = TestSeries(
            entries: tests.map { test in
                TestSeries.Entry(name: test.name, isDecisive: !options.allTests && test.onReject == .break)
            },
            // Two more than there are slots: while one test's output is checked its slot is busy with the next, and has
            // the one behind it at hand.
            width: max(1, workshop.boxes.executor.slotCount) + 2
        )
        let start = ContinuousClock.now
        let reports = try await series.run(
            judge: { index async throws(GradingError) in try await runner.judge(tests[index]) },
            progress: { index, report in progress(.test(index: index, report, total: tests.count)) }
        )
        return (reports, ContinuousClock.now - start)
    }
}

// MARK: - What is asked for

extension Grader {
    private static func tests(of problem: Problem, _ options: GradingOptions) throws(GradingError) -> [TestCase] {
        let tests = options.samplesOnly ? problem.tests.filter(\.isSample) : problem.tests
        guard tests.isEmpty else { return tests }
        throw .badInput(
            options.samplesOnly
                ? "the problem \(problem.shortName) has no samples; run it with all of its tests"
                : "the problem \(problem.shortName) has no tests; add some to \(problem.directory)/data/secret"
        )
    }

    @concurrent
    private static func packageHash(of problem: Problem, known: String?) async -> Result<String, GradingError> {
        if let known { return .success(known) }
        do throws(PackageError) {
            return .success(try problem.packageHash())
        } catch {
            return .failure(.badInput(error.description))
        }
    }
}
