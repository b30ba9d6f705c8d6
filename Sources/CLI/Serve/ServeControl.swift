internal import Linux
internal import Synchronization
internal import Working

/// What signals tell a service.
final class ServeControl: Sendable {
    private struct State {
        var worker: Worker?
        var reload: (@Sendable () -> Void)?
        var stops = 0
    }

    private let state = Mutex(State())
    private let bell = Monitor(false)

    /// From now on the worker in this process is told, too; what came before it is told now.
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
        let (worker, reload) = state.withLock { ($0.worker, $0.reload) }
        if signal == .hangUp {
            reload?()
            return
        }
        let stops = state.withLock { state in
            state.stops += 1
            return state.stops
        }
        if stops > 2 { HostEnvironment.exitNow(ExitCode.terminated.rawValue) }
        if stops == 1 { worker?.drain() } else { worker?.stopNow() }
        end()
    }

    /// Has the service end, whoever wants that.
    func end() { bell.change { $0 = true } }

    /// Waits until the service is to end.
    @available(*, noasync)
    func wait() { _ = bell.wait(until: nil) { $0 ? () : nil } }
}
