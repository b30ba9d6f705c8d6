/// Of jobs that judge the same once more only the newest, from pages that begin with the newest one.
public struct NewestJobs: Sendable {
    private var superseded: Set<JobID> = []

    /// No job was seen yet.
    public init() {}

    /// Those of the next page that no newer one judges again.
    public mutating func among(_ page: [Job]) -> [Job] {
        var result: [Job] = []
        for job in page {
            if let old = job.submitted.rejudges { superseded.insert(old) }
            if superseded.remove(job.id) == nil { result.append(job) }
        }
        return result
    }

    /// The done jobs for a problem that no newer done one judges again, as far as a part of the list goes.
    ///
    /// What is newer than the part is looked through each time, since it is there that jobs are judged again; so a list
    /// that is gone through part by part has each job once, though it grows at its beginning meanwhile.
    ///
    /// - Parameters:
    ///   - problem: The problem's name.
    ///   - queue: Where they are.
    ///   - cursor: Where the part begins; nil: with the newest job.
    ///   - limit: How many jobs the part has, superseded ones included; at most 1000.
    /// - Returns: The jobs, the newest first, and where the next part begins; nil: there is none.
    /// - Throws: what a database throws that cannot be used.
    public static func done(
        for problem: String,
        in queue: any JobQueue,
        after cursor: JobCursor?,
        limit: Int
    ) throws(QueueError) -> JobPage {
        let filter = JobFilter(states: [.done], problem: problem)
        var superseded: Set<JobID> = []
        var place: JobCursor?
        while let cursor, place?.before ?? .max > cursor.before {
            let newer = try queue.list(filter, after: place, limit: 1000)
            superseded.formUnion(newer.jobs.compactMap(\.submitted.rejudges))
            guard let next = newer.next else { break }
            place = next
        }
        let page = try queue.list(filter, after: cursor, limit: limit)
        superseded.formUnion(page.jobs.compactMap(\.submitted.rejudges))
        return JobPage(jobs: page.jobs.filter { !superseded.contains($0.id) }, next: page.next)
    }
}

extension JobQueue {
    /// Has finished jobs judged again, behind what people wait for: all of them or none.
    ///
    /// Where somebody has asked for the same, and that has not ended yet, it is that one: whoever asks once more, as
    /// their connection broke, has nothing judged twice meanwhile. The old jobs, and their reports, stay as they are.
    ///
    /// - Parameter jobs: The jobs, which are done, and the version of the problem by which each is judged.
    /// - Returns: The new jobs in the order of the old ones; one that was there already is not new.
    /// - Throws: what `enqueue` throws.
    public func judgeAgain(
        _ jobs: [(job: Job, problem: JudgingRequest.Problem)]
    ) throws(QueueError) -> [Enqueued] {
        var new = jobs.map { old in
            var new = old.job.submitted
            new.request.problem = old.problem
            new.priority = -50
            new.idempotencyKey = "rejudge:\(old.job.id):\(old.problem.package)"
            new.notBefore = nil
            new.rejudges = old.job.id
            return new
        }
        let keys = new.map { $0.idempotencyKey ?? "" }
        var made = try enqueue(new)
        var places = Array(made.indices)
        while true {
            var ended: [Int] = []
            for place in places where !made[place].isNew {
                if try job(made[place].id)?.state.isEnd == true { ended.append(place) }
            }
            if ended.isEmpty { return made }
            for place in ended { new[place].idempotencyKey = "\(keys[place]):\(made[place].id)" }
            for (place, one) in zip(ended, try enqueue(ended.map { new[$0] })) { made[place] = one }
            places = ended
        }
    }
}
