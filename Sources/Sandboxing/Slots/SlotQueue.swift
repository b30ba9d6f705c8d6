internal import Synchronization

/// The free slots, and those who wait for one, first come first served.
final class SlotQueue: Sendable {
    private struct State {
        var free: [Slot]
        var waiting: [CheckedContinuation<Slot, Never>] = []
    }

    private let state: Mutex<State>

    init(_ slots: [Slot]) {
        // The last one given back is the first one taken: its jailer has the roots of what ran last.
        state = Mutex(State(free: slots.reversed()))
    }

    /// A slot that is nobody else's until it is given back.
    func take() async -> Slot {
        await withCheckedContinuation { continuation in
            let slot = state.withLock { state -> Slot? in
                if let slot = state.free.popLast() { return slot }
                state.waiting.append(continuation)
                return nil
            }
            if let slot { continuation.resume(returning: slot) }
        }
    }

    /// Lets the next one have it.
    func giveBack(_ slot: Slot) {
        let next = state.withLock { state -> CheckedContinuation<Slot, Never>? in
            if state.waiting.isEmpty {
                state.free.append(slot)
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume(returning: slot)
    }
}
