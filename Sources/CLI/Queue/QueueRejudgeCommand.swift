internal import Core
internal import Queueing

/// `assay queue rejudge`.
enum QueueRejudgeCommand {
    @Sendable static func run(_ invocation: Invocation) async throws -> ExitCode {
        // Who calls it off ends with the signal's own exit code; what is enqueued stays.
        try await BlockingWork.run { stop in try run(invocation, stop) } ?? .interrupted
    }

    private static func run(_ invocation: Invocation, _ stop: CInt) throws -> ExitCode? {
        let arguments = invocation.arguments
        let queue = try invocation.knownQueue()
        var plan: [RejudgedJob] = []
        for operand in arguments.operands {
            plan += try RejudgedJob.all(meantBy: operand, invocation, queue)
        }
        guard !arguments.has("dry-run") else {
            try show(plan, invocation)
            return .good
        }
        let status = StatusLine(on: invocation.console.error)
        defer { try? status.clear() }
        let enqueued = try RejudgedJob.enqueue(&plan, in: queue, stop: stop)
        guard enqueued == plan.count else {
            try status.clear()
            let count = Figures.count(plan.count, "job")
            try invocation.console.note("\(enqueued) of \(count) enqueued; the same command enqueues the others")
            return nil
        }
        if !arguments.has("detach") {
            for place in plan.indices {
                guard let new = plan[place].new else { continue }
                try status.show("rejudged \(place) of \(Figures.count(plan.count, "job"))")
                let ending = try JobFollower(queue: queue, id: new).follow(stop: stop) { _ in }
                if case .left = ending {
                    try invocation.console.note("\(Figures.count(plan.count - place, "job")) are still being judged")
                    return nil
                }
                plan[place].after = try queue.result(of: new).map(RejudgedJob.Outcome.init)
                plan[place].end = try queue.job(new)?.state
            }
        }
        try status.clear()
        try show(plan, invocation)
        return plan.contains { $0.end == .dead } ? .ownFailure : .good
    }

    private static func show(_ plan: [RejudgedJob], _ invocation: Invocation) throws {
        // Changed verdicts first; otherwise in the order in which the jobs came.
        let sorted = plan.filter(\.isChanged) + plan.filter { !$0.isChanged }
        let output = invocation.console.output
        if invocation.arguments.has("json") {
            return try output.write(JSONLine.bytes(of: RejudgedJob.Summary(sorted)))
        }
        var table = TextTable([
            .init("job"), .init("problem"), .init("language"), .init("was"), .init("is"), .init("package"),
            .init("new job"),
        ])
        for job in sorted {
            table.add([
                job.old.rawValue, job.problem.name, job.language,
                job.before.shown, job.after?.shown ?? job.end?.rawValue ?? "", job.isNewPackage ? "new" : "same",
                job.new?.rawValue ?? "",
            ])
        }
        try output.write(lines: table.lines(width: output.tableWidth, style: output.style))
        let changed = plan.count(where: \.isChanged)
        let count = Figures.count(plan.count, "job")
        if invocation.arguments.has("dry-run") {
            try output.write("\(count) would be judged again\n")
        } else if invocation.arguments.has("detach") {
            try output.write("\(count) enqueued\n")
        } else {
            try output.write("\(count) judged again, \(changed) changed\n")
        }
    }
}

extension Subcommand {
    static let queueRejudge = Subcommand(
        description: CommandDescription(
            name: "queue rejudge",
            summary: "judge finished submissions again, and show which verdicts have changed",
            operands: "PROBLEM|ID…",
            operandCount: 1...1000,
            options: [
                QueueDatabase.option,
                .init("dry-run", "only show what would be judged again"),
                .init("detach", "do not wait for the new verdicts"),
                .init("json", "one line of JSON on standard output"),
            ],
            notes: [
                "They are judged by what the problem's name stands for now, a path is pushed first. Old reports are kept; "
                    + "of a submission that was judged again before, the newest report counts.",
                "Workers take these jobs behind others. Ctrl-C ends the waiting, not the judging. Called again, it enqueues "
                    + "what was not, and waits for what is still being judged.",
            ],
            examples: [("assay queue rejudge Problems/twosum", "after a wrong test was mended")]
        ),
        action: .withBoxes(QueueRejudgeCommand.run)
    )
}
