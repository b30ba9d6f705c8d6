internal import Linux
internal import Synchronization
internal import Working

/// What signals tell a service, and the worker in its process.
final class ServeControl: Sendable {
    private let worker = WorkerControl()
    private let awaitsWorker = Atomic(false)
    private let bell = Monitor(false)

    /// From now on there is to be a worker, and a signal before it is there ends the start.
    func awaitWorker() { awaitsWorker.store(true, ordering: .sequentiallyConsistent) }

    /// From now on the worker in this process is told, too; what came before it is told now.
    func take(_ worker: Worker, reload: @escaping @Sendable () -> Void) { self.worker.take(worker, reload: reload) }

    /// Tells what `signal` means; `cancel` ends a start that is still under way.
    func told(_ signal: Signals.Signal, cancel: () -> Void) {
        worker.told(signal) {
            // Without a worker there is nothing to wait for but the end.
            if awaitsWorker.load(ordering: .sequentiallyConsistent) { cancel() }
        }
        if signal != .hangUp { end() }
    }

    /// Has the service end, whoever wants that.
    func end() { bell.change { $0 = true } }

    /// Waits until the service is to end.
    @available(*, noasync)
    func wait() { _ = bell.wait(until: nil) { $0 ? () : nil } }
}
