internal import Core
internal import Grading
internal import Languages
internal import Problems

/// `assay run`.
enum RunCommand {
    /// Compiles and runs a program.
    @Sendable static func run(_ invocation: Invocation) async throws -> ExitCode {
        let arguments = invocation.arguments
        let time = try arguments.seconds("time")
        let wall = try arguments.seconds("wall")
        let memory = try arguments.mebibytes("memory")
        let capture = try arguments.kibibytes("capture")
        let input: any ByteSource =
            if let path = arguments.options["stdin"] {
                try StandardInputFile.open(path)
            } else {
                MemoryBytes.empty
            }
        let files = try SourceFiles.read(arguments.operands)
        let problem = try arguments.options["problem"].map { try invocation.problem($0) }
        let work = try Work(invocation, files: files, package: problem)
        let defaults = Limits()
        let limits = Limits(
            cpuTime: time ?? problem?.timeLimit ?? defaults.cpuTime,
            wallTime: wall,
            memory: memory ?? problem?.limits.memory ?? defaults.memory,
            output: problem?.limits.output ?? defaults.output
        )
        let status = StatusLine(on: invocation.console.error)
        try status.show("compiling and running")
        let result: PlainRun.Result
        do {
            result = try await invocation.withSandbox(slots: 1) { sandbox in
                try await work.requireLanguage(by: sandbox) {
                    try? status.show("testing \($0) once")
                }
                let runner = PlainRun(executor: sandbox, catalog: work.catalog, locator: work.locator)
                return try await runner.run(
                    work.submission(entry: arguments.options["entry"]),
                    arguments: arguments.programArguments,
                    input: input,
                    limits: limits,
                    problem: problem
                )
            }
        } catch {
            try status.clear()
            throw error
        }
        try status.clear()
        let report = try RunReport(
            result.verdict,
            result.reason,
            outcome: result.outcome,
            compile: result.compile,
            capture: capture ?? CapturedText.defaultLimit
        )
        if arguments.has("json") {
            try invocation.console.output.write(JSONLine.bytes(of: report))
        } else {
            try RunText(report, outcome: result.outcome).show(capture: capture, on: invocation.console)
        }
        return report.isGood ? .good : .notGood
    }
}

extension Subcommand {
    static let run = Subcommand(description: RunCommand.description, action: .withBoxes(RunCommand.run))
}
