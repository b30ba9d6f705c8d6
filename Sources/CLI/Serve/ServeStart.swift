internal import Synchronization

/// What a service that answers already still waits for: its worker.
final class ServeStart: Sendable {
    private let waiting: Mutex<String?>

    /// A start; without a worker there is nothing to wait for.
    init(hasWorker: Bool) { waiting = Mutex(hasWorker ? "its worker looks for languages" : nil) }

    /// What is waited for; nil: nothing is any more.
    var awaited: String? { waiting.withLock { $0 } }

    /// So many languages were tried, and none works as yet.
    func tried(_ done: Int, of count: Int) {
        waiting.withLock { $0 = "its worker has tried \(done) of \(count) languages, and none of them works as yet" }
    }

    /// The worker takes jobs.
    func isOver() { waiting.withLock { $0 = nil } }
}
