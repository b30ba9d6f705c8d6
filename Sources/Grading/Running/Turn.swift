internal import Synchronization

/// The turn of one of the tests of a submission that are judged side by side.
///
/// Until it has come its runs may turn out to be in vain. A gate lets them pass only where nobody else would use the slot.
final class Turn: Sendable {
    /// That of the test which is being judged; nil: what runs is needed in any case.
    @TaskLocal static var current: Turn?

    private let gate: RunGate
    private let isThere: Atomic<Bool>

    /// A turn at `gate` that is still to come, unless it has.
    init(at gate: RunGate, hasCome: Bool) {
        self.gate = gate
        isThere = Atomic(hasCome)
    }

    /// Whether it has come.
    var hasCome: Bool { isThere.load(ordering: .acquiring) }

    /// It has come: what waits at the gate is needed now.
    func come() {
        guard !isThere.exchange(true, ordering: .acquiringAndReleasing) else { return }
        gate.reconsider()
    }
}
