internal import Batch
internal import Core
internal import Grading
internal import Sandboxing

/// One call of `assay grade`: every result is kept, told and counted as it comes.
final class GradeBatch {
    private let invocation: Invocation
    private let journal: Journal
    private let resumption: Resumption
    private let progress: BatchProgress
    private var resumed = 0

    init(_ invocation: Invocation, journal: Journal, resumption: Resumption, count: Int?) {
        self.invocation = invocation
        self.journal = journal
        self.resumption = resumption
        progress = BatchProgress(count: count, on: invocation.console.error)
    }

    /// Judges everything that was not judged before.
    ///
    /// - Returns: whether that was all; false when it was called off.
    /// - Throws: our own failures.
    func run(_ source: some BatchSource, judge: BatchJudge, slots: SlotOptions) async throws -> Bool {
        var source = source
        do {
            try await invocation.withSandbox(slots: slots.count, pinned: slots.isPinned) { sandbox in
                let grader = judge.grader(in: sandbox)
                grader.expectMore(true)
                try await BatchRunner(width: Self.width(slots: slots.count)).run(
                    next: { () throws -> BatchItem? in
                        let item = try self.next(&source)
                        if item == nil { grader.expectMore(false) }
                        return item
                    },
                    judge: { item in try await judge.judge(item, by: grader, in: sandbox) },
                    take: { try self.take($0) }
                )
            }
        } catch GradingError.cancelled {
            return false
        } catch is CancellationError {
            return false
        }
        return true
    }

    /// How many submissions are under way: while some are loaded, checked or written, or wait until a run can be repeated
    /// alone, the others keep the slots busy.
    static func width(slots: Int) -> Int { slots == 1 ? 2 : 3 * slots }

    private func next(_ source: inout some BatchSource) throws -> BatchItem? {
        guard !Task.isCancelled else { throw CancellationError() }
        while let item = try source.next() {
            guard resumption.done.contains(item.id) else { return item }
            resumed += 1
            try progress.add(nil)
        }
        return nil
    }

    private func take(_ result: BatchResult) throws {
        let line = try JSONLine.bytes(of: result)
        try journal.append(line)
        if invocation.arguments.has("json") {
            try invocation.console.output.write(line)
        } else {
            try tell(result)
        }
        guard case .judged(let report, _) = result.outcome else { return try progress.add(nil) }
        try progress.add(report.verdict)
    }

    /// Says what is worth a line of its own: what is not as expected, and what was not judged.
    private func tell(_ result: BatchResult) throws {
        let style = invocation.console.output.style
        let id = VisibleText.line(result.id)
        switch result.outcome {
        case .judged(let report, let surprises?) where !surprises.isEmpty:
            try progress.clear()
            let verdict = style.mark(report.verdict.rawValue, as: report.verdict)
            let lines = surprises.map { "    " + VisibleText.line($0) }
            try invocation.console.output.write(lines: ["\(verdict)  \(id)  is not as expected:"] + lines)
        case .judged(let report, _) where report.verdict == .judgeError:
            try progress.clear()
            let why = report.judgeMessage ?? report.tests.first { $0.verdict == .judgeError }?.judgeMessage ?? ""
            try invocation.console.output.write(lines: ["JE  \(id)  \(VisibleText.line(why))"])
        case .judged: break
        case .skipped(let why):
            try progress.clear()
            try invocation.console.output.write(lines: ["--  \(id)  skipped: \(VisibleText.line(why))"])
        case .refused(let why):
            try progress.clear()
            try invocation.console.output.write(lines: ["--  \(id)  cannot be judged: \(VisibleText.line(why))"])
        }
    }

    /// Writes the reports and the summary.
    ///
    /// - Throws: `Complaint` when a report cannot be written.
    func finish(reports: ReportRequests, isWhole: Bool) throws -> ExitCode {
        try progress.clear()
        var summary = BatchSummary()
        try JournalLine.forEach(in: journal) { summary.add($0) }
        summary.resumed = resumed
        summary.total = invocation.start.duration(to: .now).inSeconds
        let line = try JSONLine.bytes(of: BatchSummaryLine(summary: summary))
        if reports.journal != nil, isWhole { try journal.append(line) }
        if invocation.arguments.has("json") {
            try invocation.console.output.write(line)
        } else {
            try invocation.console.output.write(lines: [""] + summary.lines(style: invocation.console.output.style))
        }
        if !isWhole {
            let mend = reports.journal == nil ? "" : "; go on with --resume"
            try invocation.console.note("called off: \(summary.submissions) submissions were judged\(mend)")
        }
        if isWhole, summary.submissions == 0 {
            try invocation.console.note("there was nothing to judge: these packages, or this file, have no submissions")
        }
        // Last, so that a disk that is full costs nothing but what it has no room for.
        try reports.write(from: journal)
        return summary.exitCode
    }
}
