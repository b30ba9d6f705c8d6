internal import Queueing
internal import Working

/// The queue of a worker, which may be started at the same time as the server that the queue is on.
enum WorkerQueue {
    /// How long a server that cannot be reached is waited for: as long as by calls of a queue that is open.
    private static let patience = Duration.seconds(30)

    /// Opens it.
    ///
    /// - Throws: `Complaint` or `QueueError`; `CancellationError` when the worker is told to stop meanwhile.
    static func open(_ invocation: Invocation, _ log: WorkerLog) async throws -> any JobQueue {
        let end = ContinuousClock.now + patience
        var delay = Duration.milliseconds(100)
        while true {
            do {
                return try invocation.queue(hasWorker: true)
            } catch let error as QueueError where error.isTransient && ContinuousClock.now + delay < end {
                log.say(
                    "queue-unavailable",
                    ["reason": .text(error.description), "retry": .seconds(delay)],
                    level: .warning
                )
            }
            try await Task.sleep(for: delay)
            delay = min(delay * 2, .seconds(2))
        }
    }
}
