public import Queueing
internal import Service

extension RunRecord {
    /// A run as it stands; nil: it is a submission to a problem.
    ///
    /// - Parameters:
    ///   - job: The job that it is.
    ///   - queue: Where its result is, and its files.
    ///   - withContents: Whether its source and its input are read, too.
    /// - Throws: what the queue throws.
    public init?(_ job: Job, from queue: any JobQueue, withContents: Bool) throws(QueueError) {
        let request = job.submitted.request
        guard let run = request.run else { return nil }
        self.init(
            id: job.id.rawValue,
            state: job.state,
            createdAt: job.createdAt,
            startedAt: job.startedAt,
            endedAt: job.endedAt,
            language: request.language,
            notes: request.notes
        )
        if withContents {
            if let file = request.files.first { source = try queue.get(file.content) }
            input = try queue.get(run.input)
        }
        if job.state == .done, let found = try queue.result(of: job.id) {
            result = (try? JSONValue(parsing: found.report)).flatMap { RunResult($0) }
        }
    }
}
