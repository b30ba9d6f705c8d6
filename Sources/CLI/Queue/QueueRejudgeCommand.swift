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
        let queue = try invocation.queue()
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
        for place in plan.indices {
            let job = plan[place]
            // Behind what people wait for.
            plan[place].new = try queue.rejudge(job.old.id, problem: job.problem, priority: -50).id
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
                plan[place].after = try queue.result(of: new)
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
                job.old.id.rawValue, job.old.submitted.request.problem.name, job.old.submitted.request.language,
                job.before.shown, job.after?.shown ?? job.end?.rawValue ?? "", job.isNewPackage ? "new" : "same",
                job.new?.rawValue ?? "",
            ])
        }
        try output.write(lines: table.lines(width: max(output.columns, 80), style: output.style))
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

/// A finished job, and the one that judges it again.
struct RejudgedJob {
    /// The job whose report counts now.
    let old: Job
    let before: JobResult
    /// By what it is judged again.
    let problem: JudgingRequest.Problem
    var new: JobID?
    var after: JobResult?
    var end: JobState?

    var isNewPackage: Bool { problem.package != old.submitted.request.problem.package }

    /// Whether the new result is another one; false where there is none.
    var isChanged: Bool {
        if let end, end != .done { return true }
        guard let after else { return false }
        return after.verdict != before.verdict || after.score != before.score
    }

    /// The finished jobs that somebody means by an id, or by a problem.
    ///
    /// - Throws: `Complaint` where there are none, `PackageError`, `QueueError`.
    static func all(
        meantBy operand: String,
        _ invocation: Invocation,
        _ queue: any JobQueue
    ) throws -> [RejudgedJob] {
        if let job = try queue.job(JobID(rawValue: operand)) {
            guard job.state == .done, let before = try queue.result(of: job.id) else {
                throw Complaint.badInput(
                    "job \(job.id) is \(job.state.rawValue); only what is done can be judged again"
                )
            }
            var problem = job.submitted.request.problem
            if let pushed = try queue.package(problem.name) { problem.package = pushed.content }
            return [RejudgedJob(old: job, before: before, problem: problem)]
        }
        let problem = try invocation.queuedProblem(operand, in: queue).named
        var jobs: [Job] = []
        var cursor: JobCursor?
        repeat {
            let page = try queue.list(JobFilter(states: [.done], problem: problem.name), after: cursor, limit: 1000)
            jobs += page.jobs
            cursor = page.next
        } while cursor != nil
        return try latest(of: jobs).reversed().compactMap { job in
            try queue.result(of: job.id).map { RejudgedJob(old: job, before: $0, problem: problem) }
        }
    }

    /// Of jobs that judge the same once more only the newest; `jobs` begin with the newest one.
    static func latest(of jobs: [Job]) -> [Job] {
        var superseded: Set<JobID> = []
        var result: [Job] = []
        for job in jobs {
            if let old = job.submitted.rejudges { superseded.insert(old) }
            if !superseded.contains(job.id) { result.append(job) }
        }
        return result
    }

    /// What came of all of them, as `--json` shows it.
    struct Summary: Encodable {
        struct Entry: Encodable {
            var id: String
            var new: String?
            var problem: String
            var language: String
            var was: String
            var now: String?
            var scoreWas: Double?
            var scoreNow: Double?
            var changed: Bool
        }

        var rejudged: Int
        var changed: Int
        var jobs: [Entry]

        init(_ plan: [RejudgedJob]) {
            rejudged = plan.count { $0.after != nil }
            changed = plan.count(where: \.isChanged)
            jobs = plan.map { job in
                Entry(
                    id: job.old.id.rawValue,
                    new: job.new?.rawValue,
                    problem: job.old.submitted.request.problem.name,
                    language: job.old.submitted.request.language,
                    was: job.before.verdict,
                    now: job.after?.verdict,
                    scoreWas: job.before.score,
                    scoreNow: job.after?.score,
                    changed: job.isChanged
                )
            }
        }
    }
}

extension JobResult {
    /// The verdict, and the score where there is one.
    fileprivate var shown: String { score.map { "\(verdict) \($0)" } ?? verdict }
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
                "Workers take these jobs behind others. Ctrl-C ends the waiting, not the judging.",
            ],
            examples: [("assay queue rejudge Problems/twosum", "after a wrong test was mended")]
        ),
        action: .withBoxes(QueueRejudgeCommand.run)
    )
}
