public import Queueing

/// Judges jobs: what a worker has its slots busy with.
///
/// A worker is written against this, so that leases and ends can be tested without a sandbox.
public protocol JobJudge: Sendable {
    /// Fetches all that the job needs.
    ///
    /// It blocks, on a thread of its own.
    func prepare(_ lease: Lease) throws(JudgingFailure) -> any PreparedJob
}

/// A job with everything at hand that it is judged with.
public protocol PreparedJob: Sendable {
    /// Judges it; `progress` gets every step as it happens.
    ///
    /// Cancelling the task ends all boxes at once.
    func judge(_ progress: @escaping @Sendable (Progress) -> Void) async throws(JudgingFailure) -> JobResult
}
