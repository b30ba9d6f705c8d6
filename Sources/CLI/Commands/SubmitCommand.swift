internal import Core
internal import Grading
internal import Languages
internal import Linux
internal import Problems
internal import Sandboxing

/// `assay submit`.
enum SubmitCommand {
    /// Grades a submission.
    @Sendable static func run(_ invocation: Invocation) async throws -> ExitCode {
        let arguments = invocation.arguments
        if arguments.has("database") { return try await QueueSubmit.run(invocation) }
        let options = GradingOptions(
            timeLimit: try arguments.seconds("time"),
            memoryLimit: try arguments.mebibytes("memory"),
            samplesOnly: arguments.has("samples"),
            allTests: arguments.has("all-tests"),
            start: invocation.start
        )
        let slots = try SlotOptions(arguments)
        let paths = Array(arguments.operands.dropFirst())
        let files = try SourceFiles.readAnswers(paths)
        let problem = try invocation.problem(arguments.operands[0])
        if !problem.type.isSubmitAnswer {
            for (file, path) in zip(files, paths) { try SourceFiles.requireText(file, path) }
        }
        let work =
            problem.type.isSubmitAnswer
            ? try Work(invocation, answers: files, problem: arguments.operands[0])
            : try Work(invocation, files: files, problem: arguments.operands[0], package: problem)
        let names = Agenda(problem, samplesOnly: options.samplesOnly).names
        let live = arguments.has("json") ? nil : LiveReport(of: problem.shortName, tests: names, on: invocation.console)
        defer { live?.abandon() }
        live?.begin("\(problem.shortName)  compiling")

        // More slots than tests would have nothing to do.
        let useful = min(slots.count, max(1, names.count))
        let report = try await invocation.withSandbox(slots: useful, pinned: slots.isPinned) { sandbox in
            try await work.requireLanguage(by: sandbox) { live?.begin("testing \($0) once") }
            let grader = Grader(
                executor: sandbox,
                catalog: work.catalog,
                locator: work.locator,
                site: GradingSite(sandbox)
            )
            let submission = work.submission(entry: arguments.options["entry"])
            return try await grader.grade(submission, on: problem, options: options) { live?.add($0) }
        }
        try show(report, live: live, on: invocation.console)
        return exitCode(for: report.verdict)
    }

    private static func show(_ report: Report, live: LiveReport?, on console: Console) throws {
        if report.timeLimitSource == Problem.TimeLimitSource.default.rawValue {
            let limit = Figures.seconds(report.timeLimit)
            try console.note("\(report.submission.problem) states no time limit, so \(limit) was applied; see --time")
        }
        if let live {
            try live.finish(report)
        } else {
            try console.output.write(JSONLine.bytes(of: report))
        }
    }

    /// The exit code that goes with a verdict.
    static func exitCode(for verdict: Verdict) -> ExitCode {
        switch verdict {
        case .accepted: .good
        case .judgeError: .ownFailure
        default: .notGood
        }
    }
}

extension LiveReport {
    /// Shows a step of a grading.
    fileprivate func add(_ event: GradingEvent) {
        switch event {
        case .compiled(let compile): add(compile: compile)
        case .test(let index, let test, _): add(test, at: index)
        }
    }
}

extension Subcommand {
    static let submit = Subcommand(description: SubmitCommand.description, action: .withBoxes(SubmitCommand.run))
}
