internal import HTTPServing
package import Queueing
internal import Synchronization

/// Whether the database can be used, asked once a second however often that is wanted.
///
/// Nobody needs a key to ask, so that it must cost nothing: one thread at a time asks the database, and all others are
/// told what it said last.
package final class Readiness: Sendable {
    private struct State {
        var fault: Fault?
        /// When the database has answered last, in milliseconds; nil: not yet.
        var at: Int?
        var isAsking = false
    }

    private let clock: any QueueClock
    private let probe: @Sendable () throws -> Void
    private let state = Mutex(State())

    /// Asks by `probe`, which throws where the database cannot be used.
    package init(clock: any QueueClock, probe: @escaping @Sendable () throws -> Void) {
        self.clock = clock
        self.probe = probe
    }

    /// Throws the fault that stands in the way, where that is known; nil: it has to be asked by `ask`.
    package func known() throws(Fault) -> Void? {
        let now = clock.steadyMilliseconds
        let (fault, isKnown) = state.withLock { state -> (Fault?, Bool) in
            let age = state.at.map { now - $0 } ?? .max
            if age < 1000 || (state.isAsking && age < 10_000) { return (state.fault, true) }
            if state.isAsking {
                return (Fault(.queueUnavailable, "the queue's database has not answered yet", retryAfter: 1), true)
            }
            return (nil, false)
        }
        if let fault { throw fault }
        return isKnown ? () : nil
    }

    /// Asks the database, unless somebody does.
    package func ask() throws {
        let isMine = state.withLock { state in
            defer { state.isAsking = true }
            return !state.isAsking
        }
        guard isMine else {
            if try known() == nil { throw Fault(.busy, "come back in a moment", retryAfter: 1) }
            return
        }
        let outcome = Result { try probe() }
        let now = clock.steadyMilliseconds
        state.withLock { state in
            state.isAsking = false
            state.at = now
            switch outcome {
            case .success: state.fault = nil
            case .failure(let error as Fault): state.fault = error
            case .failure(let error as QueueError): state.fault = Fault(error)
            case .failure: state.fault = Fault(.internal, "something within the service has failed")
            }
        }
        try outcome.get()
    }
}
