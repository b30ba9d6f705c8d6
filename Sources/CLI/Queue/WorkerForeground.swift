internal import Linux
internal import Synchronization
internal import Working

/// What signals tell a worker.
final class WorkerControl: Sendable {
    private struct State {
        var worker: Worker?
        var reload: (@Sendable () -> Void)?
        var stops = 0
    }

    private let state = Mutex(State())

    /// From now on it is `worker` that is told; what came before it is told now.
    func take(_ worker: Worker, reload: @escaping @Sendable () -> Void) {
        let stops = state.withLock { state in
            state.worker = worker
            state.reload = reload
            return state.stops
        }
        if stops > 0 { worker.drain() }
    }

    /// Tells what `signal` means; `cancel` ends a start that is still under way.
    func told(_ signal: Signals.Signal, cancel: () -> Void) {
        // Counted under the same lock as the worker is looked up: whoever takes over between would hear of no stop.
        let (worker, reload, stops) = state.withLock { state in
            if signal != .hangUp { state.stops += 1 }
            return (state.worker, state.reload, state.stops)
        }
        if signal == .hangUp {
            reload?()
            return
        }
        // The jailers notice that we are gone, and kill their boxes; the queue notices it as well.
        if stops > 2 { HostEnvironment.exitNow(ExitCode.terminated.rawValue) }
        guard let worker else { return cancel() }
        if stops == 1 { worker.drain() } else { worker.stopNow() }
    }
}
