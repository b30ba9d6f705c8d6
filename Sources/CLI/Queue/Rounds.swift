internal import Synchronization

/// Work that somebody may ask for while it is under way: then there is one more round of it, which sees what is new.
final class Rounds: Sendable {
    private struct State {
        var isUnderWay = false
        var isAskedAgain = false
    }

    private let state = Mutex(State())

    init() {}

    /// Starts `round`, or has it go round once more where it is under way.
    func ask(_ round: @escaping @Sendable () async -> Void) {
        guard begin() else { return }
        Task.detached { repeat { await round() } while self.goesRoundAgain() }
    }

    /// Whether nobody is at it, so that whoever asks may begin; where somebody is, it goes round once more.
    func begin() -> Bool {
        state.withLock { state in
            state.isAskedAgain = state.isUnderWay
            defer { state.isUnderWay = true }
            return !state.isUnderWay
        }
    }

    /// Whether somebody has asked for it since this round began; if not, it is over.
    func goesRoundAgain() -> Bool {
        state.withLock { state in
            state.isUnderWay = state.isAskedAgain
            state.isAskedAgain = false
            return state.isUnderWay
        }
    }
}
