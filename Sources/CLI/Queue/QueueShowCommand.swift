internal import Core
internal import Queueing

/// `assay queue show`.
enum QueueShowCommand {
    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let queue = try invocation.knownQueue()
        let id = JobID(rawValue: invocation.arguments.operands[0])
        guard let job = try queue.job(id) else { throw QueueError.unknownJob(id) }
        let result = try queue.result(of: id)
        let output = invocation.console.output
        if invocation.arguments.has("json") {
            try output.write(JobJSON.line(job, report: result?.report))
            return .good
        }
        try output.write(lines: lines(of: job, now: queue.settings.clock.now()))
        guard let result else { return .good }
        guard job.submitted.request.run == nil else {
            try show(try StoredJSON.run(result.report, of: id), on: output)
            return .good
        }
        let report = try StoredJSON.report(result.report, of: id)
        let text = ReportText(report, style: output.style)
        let table = TestTable(names: report.tests.map(\.name), columns: output.columns, style: output.style)
        try output.write(lines: [""] + text.compileLines)
        if !report.tests.isEmpty { try output.write(lines: [table.header] + table.lines(for: report.tests)) }
        try output.write(lines: [text.summary])
        return .good
    }

    /// A plain run: what its program wrote, and how it ended.
    private static func show(_ report: RunReport, on output: Channel) throws {
        var lines = [""]
        if let compile = report.compile, report.ending == .compileError {
            lines += ReportText.compileLines(compile, reason: report.reason, style: output.style)
        }
        for (name, text) in [("standard output", report.output), ("standard error", report.error)] {
            let shown = VisibleText.block(text.shown)
            if shown.isEmpty { continue }
            lines.append(output.style.mark(name + (text.isTruncated ? ", its beginning" : ""), .faint))
            lines.append(shown.hasSuffix("\n") ? String(shown.dropLast()) : shown)
        }
        try output.write(lines: lines + [RunText(report, outcome: nil).line(style: output.style)])
    }

    private static func lines(of job: Job, now: Timestamp) -> [String] {
        let new = job.submitted
        var state = job.isCancellationRequested ? "being cancelled" : job.state.rawValue
        if let reason = job.deathReason { state += ": \(reason)" }
        var rows = [
            ("job", job.id.rawValue), ("state", state),
            (
                "problem",
                new.request.run != nil
                    ? "none, a plain run"
                    : "\(new.request.problem.name), package \(new.request.problem.package.rawValue.prefix(12))"
            ),
            ("language", new.request.language), ("files", new.request.files.map(\.name).joined(separator: " ")),
            ("tenant", "\(new.tenant), priority \(new.priority)"),
            ("came", "\(UTCTime.text(job.createdAt)), \(UTCTime.span(now - job.createdAt)) ago"),
        ]
        if !new.labels.labels.isEmpty { rows.append(("needs", new.labels.text)) }
        if let key = new.idempotencyKey { rows.append(("key", key)) }
        if let old = new.rejudges { rows.append(("rejudges", old.rawValue)) }
        if let started = job.startedAt { rows.append(("started", UTCTime.text(started))) }
        if let ended = job.endedAt { rows.append(("ended", UTCTime.text(ended))) }
        for attempt in job.attempts {
            let reason = attempt.reason.isEmpty ? "" : ": \(attempt.reason)"
            rows.append(("attempt \(attempt.number)", "\(attempt.ending.rawValue) on \(attempt.workerName)\(reason)"))
        }
        return rows.map { TextWidth.pad($0.0, to: 12) + VisibleText.line($0.1) }
    }
}

extension Subcommand {
    static let queueShow = Subcommand(
        description: CommandDescription(
            name: "queue show",
            summary: "one job: where it stands, its attempts, its report",
            operands: "ID",
            operandCount: 1...1,
            options: [QueueDatabase.option, .init("json", "one line of JSON on standard output")],
            examples: [("assay queue show 0123456789abcdef --json", "with its report, null where it has none yet")]
        ),
        action: .atOnce(QueueShowCommand.run)
    )
}
