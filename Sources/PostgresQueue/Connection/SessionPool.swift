internal import Linux

/// Sessions that are given out to one thread at a time, so many at most; who finds none waits for one.
final class SessionPool: Sendable {
    private struct State {
        var idle: [Session] = []
        var count = 0
    }

    private let state = Monitor(State())
    private let limit: Int
    private let make: @Sendable () throws(PostgresFailure) -> Session

    init(limit: Int, make: @escaping @Sendable () throws(PostgresFailure) -> Session) {
        self.limit = max(1, limit)
        self.make = make
    }

    /// A session, connected if there was no idle one.
    func take() throws(PostgresFailure) -> Session {
        let limit = limit
        // Outer nil: nothing yet; inner nil: make one.
        let found: Session?? = state.wait(until: nil) { state in
            // Rather one that has nothing under way.
            if let place = state.idle.lastIndex(where: { !$0.isAnswerDue }) ?? state.idle.indices.last {
                return .some(.some(state.idle.remove(at: place)))
            }
            guard state.count < limit else { return nil }
            state.count += 1
            return .some(nil)
        }
        if let found, let session = found { return session }
        do throws(PostgresFailure) {
            return try make()
        } catch {
            state.change { $0.count -= 1 }
            throw error
        }
    }

    /// Gives a session back that is as good as new.
    func giveBack(_ session: Session) {
        state.change { state in state.idle.append(session) }
    }

    /// Forgets a session whose connection broke, and those that lie idle: they most likely did, too.
    func discard() {
        state.change { state in
            state.count -= 1 + state.idle.count
            state.idle = []
        }
    }

    /// Forgets a session that is in a state nobody wants.
    func discardOne() { state.change { $0.count -= 1 } }
}
