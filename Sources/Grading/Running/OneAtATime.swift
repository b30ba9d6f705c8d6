internal import Synchronization

/// Lets one after the other do the same thing: who comes second finds what the first has made.
///
/// Several submissions of one package begin at once, and each wants its validator compiled; several of one language want it
/// tried. What is made is kept by others; this only sees to it that it is made once.
package final class OneAtATime: Sendable {
    private struct Waiter {
        let id: Int
        let continuation: CheckedContinuation<Bool, Never>
    }

    private struct State {
        /// For every thing that somebody does right now, those who wait for that.
        var waiters: [String: [Waiter]] = [:]
        var lastID = 0
    }

    private let state = Mutex(State())

    /// Nobody does anything.
    package init() {}

    /// Does `body` when nobody else does the thing called `key`.
    ///
    /// A task that is cancelled does not wait any longer: its `body` has to find out.
    ///
    /// - Throws: what `body` throws.
    package func pass<Value: Sendable, Failure: Error>(
        _ key: String,
        _ body: () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let isHeld = await enter(key)
        defer { if isHeld { leave(key) } }
        return try await body()
    }

    /// How many wait for what is called `key`.
    package func waiting(for key: String) -> Int { state.withLock { $0.waiters[key]?.count ?? 0 } }

    private func enter(_ key: String) async -> Bool {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: Bool? = state.withLock { state in
                    if Task.isCancelled { return false }
                    guard state.waiters[key] != nil else {
                        state.waiters[key] = []
                        return true
                    }
                    state.waiters[key]?.append(Waiter(id: id, continuation: continuation))
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            let withdrawn = state.withLock { state -> Waiter? in
                guard let place = state.waiters[key]?.firstIndex(where: { $0.id == id }) else { return nil }
                return state.waiters[key]?.remove(at: place)
            }
            withdrawn?.continuation.resume(returning: false)
        }
    }

    private func leave(_ key: String) {
        let next = state.withLock { state -> Waiter? in
            guard state.waiters[key]?.isEmpty == false else {
                state.waiters[key] = nil
                return nil
            }
            return state.waiters[key]?.removeFirst()
        }
        next?.continuation.resume(returning: true)
    }
}
