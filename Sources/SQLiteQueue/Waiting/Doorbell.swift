internal import Linux

/// Where threads wait for something to have happened in this process.
final class Doorbell: Sendable {
    /// How often it was rung, and how often all who wait were called away.
    struct Count: Equatable {
        var rings: UInt64 = 0
        var calls: UInt64 = 0
    }

    private let state = Monitor(Count())

    /// How often it was rung, and how often all who wait were called away.
    var count: Count { state.look { $0 } }

    /// Something has happened.
    func ring() { state.change { $0.rings += 1 } }

    /// Nobody is to wait any longer.
    func callAway() { state.change { $0.calls += 1 } }

    /// Waits until it is rung more often than `known` says, or called away; not beyond `deadline` on the monotonic clock.
    func wait(beyond known: Count, until deadline: UInt64) {
        state.wait(until: deadline) { $0 == known ? nil : () }
    }
}
