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
    private let made = GeneratedCases()

    /// A grader that runs everything by `executor`.
    public init(executor: any Executor, catalog: LanguageCatalog, locator: ToolchainLocator, site: GradingSite) {
        workshop = Workshop(boxes: Boxes(executor), catalog: catalog, locator: locator)
        self.site = site
    }

    /// Says whether more submissions are to come than are graded: until that ends no test of several slots runs ahead of
    /// its turn, since the first to come would find the slots taken.
    public func expectMore(_ isMoreToCome: Bool) { workshop.boxes.gate.expectMore(isMoreToCome) }

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
        workshop.boxes.gate.beginGrading()
        defer { workshop.boxes.gate.endGrading() }
        let agenda = try Grader.agenda(of: problem, options)
        // It reads all test data; that goes on beside compiling and running.
        async let packageHash = Grader.packageHash(of: problem, known: options.packageHash)
        let made = try await make(submission, for: problem)
        let problem = try await self.made.problem(problem, hash: options.packageHash, in: workshop)
        let compiled = clock.now
        progress(.compiled(made.compile))

        let limit = TimeLimit(option: options.timeLimit, problem: problem, language: made.product?.toolchain.profile)
        let judged = try await judge(submission, made, on: agenda, of: problem, limit, options, progress)
        let ended = clock.now

        var report = Report(
            submission: Report.SubmissionIdentity(submission, language: made.language, problem: problem),
            verdict: judged.score.verdict,
            reason: judged.score.reason,
            score: judged.score.score,
            maxScore: judged.score.maximum,
            compile: made.compile,
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
                toolchain: made.toolchain,
                host: site.host,
                sandbox: site.sandbox,
                packageHash: try await packageHash.get(),
                package: options.queuedPackage
            )
        )
        report.groups = judged.score.groups
        report.judgeMessage = judged.score.failure
        return report
    }

    private struct Judged {
        var score: Score
        var tests: [Report.Test] = []
        var duration = Duration.zero
    }

    /// A submission that is ready to be judged.
    private struct Made {
        /// What was compiled; nil where answers are handed in, and no program.
        var product: Workshop.Product?
        var language: LanguageID
        var toolchain: String
        var compile: Report.Compile
    }

    private func make(_ submission: Submission, for problem: Problem) async throws(GradingError) -> Made {
        guard problem.type.isSubmitAnswer else {
            let product = try await workshop.compile(submission, for: problem)
            let profile = product.toolchain.profile
            let version = try await ToolchainVersion(boxes: workshop.boxes).version(of: product.toolchain)
            return Made(
                product: product,
                language: profile.id,
                toolchain: "\(profile.name) \(version.isEmpty ? "of unknown version" : version)",
                compile: product.compilation.report
            )
        }
        guard !submission.files.isEmpty else { throw .badInput("no file was given; name one for each test") }
        let nothing = Compilation(result: .made(ArtifactKey(rawValue: "")), note: CompileNote(usage: Usage()))
        return Made(product: nil, language: .answers, toolchain: "none", compile: nothing.report)
    }

    private func judge(
        _ submission: Submission,
        _ made: Made,
        on agenda: Agenda,
        of problem: Problem,
        _ limit: TimeLimit,
        _ options: GradingOptions,
        _ progress: (GradingEvent) -> Void
    ) async throws(GradingError) -> Judged {
        if let product = made.product {
            return try await judge(product, on: agenda, of: problem, limit, options, progress)
        }
        let answers = submission.files.map { BoxFile(path: $0.name, content: MemoryBytes($0.content)) }
        let checker = try await OutputChecker(for: problem, beside: answers, in: workshop)
        let files = ScoreFiles()
        let judge = AnswerJudge(submission: submission, problem: problem, checker: checker, scoreFiles: files)
        return try await self.judge(agenda, of: problem, options, progress, files) { entry async throws(GradingError) in
            guard case .test(let index) = entry.item else { return Report.Test(name: entry.name, verdict: .judgeError) }
            return try await judge.judge(problem.tests[index], by: entry.rule)
        }
    }

    private func judge(
        _ product: Workshop.Product,
        on agenda: Agenda,
        of problem: Problem,
        _ limit: TimeLimit,
        _ options: GradingOptions,
        _ progress: (GradingEvent) -> Void
    ) async throws(GradingError) -> Judged {
        guard let program = product.program else {
            return Judged(score: Score(refusal: product.compilation.refusal ?? .diagnostics))
        }
        let files = ScoreFiles()
        let surroundings = try await problem.needsSurroundings ? workshop.surroundings(from: product) : []
        let runner = try TestRunner(
            boxes: workshop.boxes,
            program: program,
            problem: problem,
            limits: Limits(
                cpuTime: limit.stated,
                memory: options.memoryLimit ?? problem.limits.memory,
                output: problem.limits.output
            ),
            checker: try await OutputChecker(for: problem, beside: surroundings, in: workshop),
            scoreFiles: files
        )
        let staticRunner: StaticTestRunner? =
            if let program = problem.staticValidator {
                try await StaticTestRunner(program, of: problem, for: product, beside: surroundings, in: workshop)
            } else { nil }
        return try await judge(agenda, of: problem, options, progress, files) { entry async throws(GradingError) in
            switch entry.item {
            case .test(let index): return try await runner.judge(problem.tests[index], by: entry.rule)
            case .staticTest(let group):
                guard let staticRunner, let test = problem.data.group(named: group)?.staticTest else {
                    return Report.Test(name: entry.name, verdict: .judgeError)
                }
                return try await staticRunner.judge(test, name: entry.name, by: entry.rule)
            }
        }
    }

    private func judge(
        _ agenda: Agenda,
        of problem: Problem,
        _ options: GradingOptions,
        _ progress: (GradingEvent) -> Void,
        _ scoreFiles: ScoreFiles,
        each judge: @escaping @Sendable (Agenda.Entry) async throws(GradingError) -> Report.Test
    ) async throws(GradingError) -> Judged {
        let grader: CustomGrader? =
            if let program = problem.grader {
                try await CustomGrader(program, limits: problem.limits, in: workshop)
            } else { nil }
        var assessment = Assessment(agenda: agenda, problem: problem, allTests: options.allTests) {
            (members, flags) async throws(GradingError) in
            guard let grader else { return GroupResult(failure: "the package has no grader") }
            return try await grader.grade(members, flags: flags)
        }
        assessment.endsAtLimit = options.endsAtLimit
        let series = TestSeries(
            names: agenda.names,
            // Two more than there are slots: while one test's output is checked its slot is busy with the next, and has
            // the one behind it at hand.
            width: options.width ?? max(1, workshop.boxes.executor.slotCount) + 2,
            gate: workshop.boxes.gate,
            isWhole: options.allTests && !options.endsAtLimit
        )
        let entries = agenda.entries
        let start = ContinuousClock.now
        let rules = assessment
        let judged = try await series.run(
            isNeeded: { (place, known) async throws(GradingError) in try await rules.isNeeded(place, known) },
            judge: { place async throws(GradingError) in try await judge(entries[place]) },
            progress: { place, report in progress(.test(index: place, report, total: entries.count)) }
        )
        let duration = ContinuousClock.now - start
        let reports = scoreFiles.checked(judged)
        return Judged(score: try await Score(rules, reports), tests: reports, duration: duration)
    }
}

// MARK: - What is asked for

extension Grader {
    private static func agenda(of problem: Problem, _ options: GradingOptions) throws(GradingError) -> Agenda {
        let agenda = Agenda(problem, samplesOnly: options.samplesOnly)
        guard agenda.names.isEmpty else { return agenda }
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
