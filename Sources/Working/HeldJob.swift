internal import Queueing
internal import Synchronization

/// A job that this worker has under lease, and by which it can be stopped from other threads.
final class HeldJob: Sendable {
    /// Why a job is to be stopped.
    enum Stop: Hashable, Sendable {
        /// Somebody wants it stopped.
        case cancelled
        /// It is not ours any more.
        case lost
        /// It is handed back to the queue, for that reason.
        case handBack(String)
    }

    private struct State {
        var stop: Stop?
        var task: Task<Void, Never>?
    }

    let lease: Lease
    private let state = Mutex(State())

    init(_ lease: Lease) { self.lease = lease }

    /// Why it is to be stopped; nil: it is not.
    var stop: Stop? { state.withLock(\.stop) }

    /// Stops it: its boxes are killed at once.
    ///
    /// The first reason holds, unless the job was lost since: then there is nobody to tell the other.
    ///
    /// - Returns: Whether that is news.
    @discardableResult
    func stop(_ reason: Stop) -> Bool {
        let (task, isNew) = state.withLock { state in
            let isNew = state.stop == nil
            if isNew || reason == .lost { state.stop = reason }
            return (state.task, isNew)
        }
        task?.cancel()
        return isNew
    }

    /// Has the task cancelled when the job is stopped, or at once when it was.
    func run(_ task: Task<Void, Never>) {
        let isStopped = state.withLock { state in
            state.task = task
            return state.stop != nil
        }
        if isStopped { task.cancel() }
    }
}
