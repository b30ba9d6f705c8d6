import Synchronization

/// Lets runs pass side by side, or one alone, in the order in which they came; those ahead of their turn where there is
/// room.
///
/// A run that is to be measured once more must not share the machine with other runs of the same grader: it waits until
/// those under way have ended, and those that come later wait for it. Several of that kind go one after the other, so
/// that slots stand empty for them once; where very many submissions are graded they wait until there are several.
///
/// A run ahead of its turn (`Turn`) may be in vain. Beside a test that runs into its limit it would keep a slot busy for as
/// long as that, while another submission waits. So it passes only where a slot has nothing else to do: never while more
/// submissions are graded than there are slots, since one of them will have something at once.
final class RunGate: Sendable {
    private struct Waiter {
        let id: Int
        let isAlone: Bool
        let turn: Turn?
        let continuation: CheckedContinuation<Bool, Never>

        var isNeeded: Bool { turn?.hasCome ?? true }
    }

    private struct State {
        let slots: Int
        var gradings = 0
        var isMoreToCome = false
        var passing = 0
        var isHeldAlone = false
        var queue: [Waiter] = []
        var lastID = 0

        /// Up to how many runs one may pass that is ahead of its turn.
        private var roomAhead: Int {
            if isMoreToCome { return 0 }
            // A submission by itself may have two that slots find at hand when they have finished.
            return gradings <= 1 ? slots + 2 : gradings <= slots ? slots : 0
        }

        /// Whether those who want to be alone keep others from passing.
        ///
        /// They do not while more submissions than there are slots go on without them: that is a batch, in which nobody
        /// waits for a single one.
        private var isAloneDue: Bool { gradings - queue.count { $0.isAlone && $0.isNeeded } <= slots }

        private mutating func admit(at place: Int) -> Waiter {
            let waiter = queue.remove(at: place)
            if waiter.isAlone { isHeldAlone = true } else { passing += 1 }
            return waiter
        }

        /// Takes those off the queue who may pass now.
        mutating func admitted() -> [Waiter] {
            guard !isHeldAlone else { return [] }
            var result: [Waiter] = []
            var place = 0
            while place < queue.count {
                guard queue[place].isNeeded else {
                    place += 1
                    continue
                }
                let isAlone = queue[place].isAlone
                if isAlone, passing > 0 {
                    if isAloneDue { return result }
                    place += 1
                    continue
                }
                result.append(admit(at: place))
                if isAlone { return result }
            }
            while passing < roomAhead, let place = queue.firstIndex(where: { !$0.isAlone }) {
                result.append(admit(at: place))
            }
            return result
        }

        /// The same after a run that was alone: the machine is as the next of that kind wants it.
        mutating func admittedAfterAlone() -> [Waiter] {
            isHeldAlone = false
            guard let place = queue.firstIndex(where: { $0.isAlone && $0.isNeeded }) else { return admitted() }
            return [admit(at: place)]
        }
    }

    private let state: Mutex<State>

    /// A gate before so many slots.
    init(slots: Int = 1) {
        state = Mutex(State(slots: slots))
    }

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

    /// One more submission is graded.
    func beginGrading() { state.withLock { $0.gradings += 1 } }

    /// One less is.
    func endGrading() {
        letPass { state in
            state.gradings -= 1
            return state.admitted()
        }
    }

    /// Whether more submissions are to come, which need the slots as soon as they are there.
    func expectMore(_ isMoreToCome: Bool) {
        letPass { state in
            state.isMoreToCome = isMoreToCome
            return state.admitted()
        }
    }

    /// Somebody's turn has come.
    func reconsider() { letPass { $0.admitted() } }

    private func letPass(_ admitted: (inout State) -> [Waiter]) {
        for waiter in state.withLock({ admitted(&$0) }) { waiter.continuation.resume(returning: true) }
    }

    private func enter(alone: Bool) async -> Bool {
        let (id, slots) = state.withLock { state in
            state.lastID += 1
            return (state.lastID, state.slots)
        }
        // With a single slot what is ahead never runs beside another run, and is taken back when that has been in vain.
        let turn = slots > 1 ? Turn.current : nil
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let admitted: [Waiter]? = state.withLock { state in
                    // Asked under the lock: a cancellation before this point is seen here, a later one finds the waiter.
                    if Task.isCancelled { return nil }
                    state.queue.append(Waiter(id: id, isAlone: alone, turn: turn, continuation: continuation))
                    // Under the same lock: who may pass at once is never seen to wait.
                    return state.admitted()
                }
                guard let admitted else { return continuation.resume(returning: false) }
                for waiter in admitted { waiter.continuation.resume(returning: true) }
            }
        } onCancel: {
            withdraw(id)
        }
    }

    private func leave(alone: Bool) {
        letPass { state in
            if alone { return state.admittedAfterAlone() }
            state.passing -= 1
            return state.admitted()
        }
    }

    private func withdraw(_ id: Int) {
        let withdrawn = state.withLock { state in
            state.queue.firstIndex { $0.id == id }.map { state.queue.remove(at: $0) }
        }
        withdrawn?.continuation.resume(returning: false)
        // Those who stood behind one that wanted to be alone may be able to pass now.
        reconsider()
    }
}
