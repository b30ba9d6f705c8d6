internal import Core
internal import Queueing

/// A finished job, and the one that judges it again.
///
/// There may be very many, so that of their reports only what is shown is kept.
struct RejudgedJob {
    /// What a report comes to.
    struct Outcome: Hashable {
        var verdict: String
        var score: Double?

        init(_ result: JobResult) {
            verdict = result.verdict
            score = result.score
        }

        /// The verdict, and the score where there is one.
        var shown: String { score.map { "\(verdict) \($0)" } ?? verdict }
    }

    /// The job whose report counts now.
    let old: JobID
    let language: String
    let before: Outcome
    /// By what it is judged again.
    let problem: JudgingRequest.Problem
    /// Whether that is another package than then.
    let isNewPackage: Bool
    var new: JobID?
    var after: Outcome?
    var end: JobState?

    init(_ old: Job, _ before: JobResult, by problem: JudgingRequest.Problem) {
        self.old = old.id
        language = old.submitted.request.language
        self.before = Outcome(before)
        self.problem = problem
        isNewPackage = problem.package != old.submitted.request.problem.package
    }

    /// Whether the new result is another one; false where there is none.
    var isChanged: Bool {
        if let end, end != .done { return true }
        guard let after else { return false }
        return after != before
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
            return [RejudgedJob(job, before, by: problem)]
        }
        let problem = try invocation.queuedProblem(operand, in: queue).named
        var newest = NewestJobs()
        var result: [RejudgedJob] = []
        var cursor: JobCursor?
        repeat {
            let page = try queue.list(JobFilter(states: [.done], problem: problem.name), after: cursor, limit: 1000)
            for job in newest.among(page.jobs) {
                if let before = try queue.result(of: job.id) { result.append(RejudgedJob(job, before, by: problem)) }
            }
            cursor = page.next
        } while cursor != nil
        return result.reversed()
    }

    /// Has all of them judged again, behind what people wait for, until there is something to read from `stop`.
    ///
    /// - Returns: How many of them, the first ones, are enqueued now.
    static func enqueue(_ plan: inout [RejudgedJob], in queue: any JobQueue, stop: CInt) throws(QueueError) -> Int {
        for place in plan.indices {
            if JobFollower.isReadable(stop) { return place }
            plan[place].new = try plan[place].enqueue(in: queue)
        }
        return plan.count
    }

    /// Has it judged again.
    ///
    /// Where somebody has asked for the same, and that has not ended yet, it is that one: of a call
    /// that was cut short nothing is judged twice by the next.
    private func enqueue(in queue: any JobQueue) throws(QueueError) -> JobID {
        guard let job = try queue.job(old) else { throw .unknownJob(old) }
        guard let made = try queue.judgeAgain([(job, problem)]).first else {
            throw .machinery(operation: "enqueue a job", detail: "the engine made none")
        }
        return made.id
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
                    id: job.old.rawValue,
                    new: job.new?.rawValue,
                    problem: job.problem.name,
                    language: job.language,
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
