import Synchronization

/// Named events that tests wait for.
///
/// Once one has happened, nobody waits for it any more.
final class Signals: Sendable {
    private struct Waiter {
        let id: Int
        let name: String
        let continuation: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var happened: Set<String> = []
        var waiters: [Waiter] = []
        var lastID = 0
    }

    private let state = Mutex(State())

    /// Says that `name` has happened.
    func fire(_ name: String) {
        let woken = state.withLock { state in
            state.happened.insert(name)
            let woken = state.waiters.filter { $0.name == name }
            state.waiters.removeAll { $0.name == name }
            return woken
        }
        for waiter in woken { waiter.continuation.resume(returning: true) }
    }

    /// Waits until `name` has happened; false when the task was cancelled before.
    @discardableResult
    func wait(for name: String) async -> Bool {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: Bool? = state.withLock { state in
                    if state.happened.contains(name) { return true }
                    if Task.isCancelled { return false }
                    state.waiters.append(Waiter(id: id, name: name, continuation: continuation))
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.waiters.firstIndex { $0.id == id }.map { state.waiters.remove(at: $0) }
            }
            waiter?.continuation.resume(returning: false)
        }
    }
}
