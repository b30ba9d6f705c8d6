import Synchronization

/// Lets runs pass side by side, or one alone, in the order in which they came.
///
/// A run that is to be measured once more must not share the machine with other runs of the same grader: it waits until
/// those under way have ended, and those that come later wait for it.
final class RunGate: Sendable {
    private struct Waiter {
        let id: Int
        let isAlone: Bool
        let continuation: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var passing = 0
        var isHeldAlone = false
        var queue: [Waiter] = []
        var lastID = 0

        /// Whether a run may pass now, as far as those before it are concerned.
        func admits(alone: Bool) -> Bool { !isHeldAlone && (!alone || passing == 0) }

        mutating func admit(alone: Bool) {
            if alone { isHeldAlone = true } else { passing += 1 }
        }

        /// Takes those off the queue who may pass now.
        mutating func admitted() -> [Waiter] {
            var result: [Waiter] = []
            while let first = queue.first, admits(alone: first.isAlone) {
                admit(alone: first.isAlone)
                result.append(queue.removeFirst())
            }
            return result
        }
    }

    private let state = Mutex(State())

    /// Does `body` side by side with others, or `alone`.
    ///
    /// - Throws: what `body` throws; `.cancelled` when the task is cancelled while it waits.
    func pass<Value: Sendable>(
        alone: Bool,
        _ body: () async throws(GradingError) -> Value
    ) async throws(GradingError) -> Value {
        guard await enter(alone: alone) else { throw .cancelled }
        defer { leave(alone: alone) }
        return try await body()
    }

    /// How many runs wait to pass.
    var waiting: Int { state.withLock { $0.queue.count } }

    private func enter(alone: Bool) async -> Bool {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: Bool? = state.withLock { state in
                    // Asked under the lock: a cancellation before this point is seen here, a later one finds the waiter.
                    if Task.isCancelled { return false }
                    if state.queue.isEmpty, state.admits(alone: alone) {
                        state.admit(alone: alone)
                        return true
                    }
                    state.queue.append(Waiter(id: id, isAlone: alone, continuation: continuation))
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            withdraw(id)
        }
    }

    private func leave(alone: Bool) {
        let admitted = state.withLock { state in
            if alone { state.isHeldAlone = false } else { state.passing -= 1 }
            return state.admitted()
        }
        for waiter in admitted { waiter.continuation.resume(returning: true) }
    }

    private func withdraw(_ id: Int) {
        let (withdrawn, admitted) = state.withLock { state -> (Waiter?, [Waiter]) in
            guard let place = state.queue.firstIndex(where: { $0.id == id }) else { return (nil, []) }
            let waiter = state.queue.remove(at: place)
            // Those who stood behind one that wanted to be alone may be able to pass now.
            return (waiter, state.admitted())
        }
        withdrawn?.continuation.resume(returning: false)
        for waiter in admitted { waiter.continuation.resume(returning: true) }
    }
}
