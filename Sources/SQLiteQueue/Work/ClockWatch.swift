internal import Queueing
internal import Synchronization

/// Notices that the machine has slept, or that somebody has set its clock: two clocks then no longer differ by what they did.
final class ClockWatch: Sendable {
    /// Milliseconds; time servers correct clocks by less at a time.
    private static let tolerance = 1000

    private let clock: any QueueClock
    private let known: Mutex<Int>

    init(_ clock: any QueueClock) {
        self.clock = clock
        known = Mutex(Self.difference(clock))
    }

    private static func difference(_ clock: any QueueClock) -> Int {
        clock.now().milliseconds - clock.steadyMilliseconds
    }

    /// What time it is, and by what the clocks differ when that is something else than before; nil: it is not.
    func look() -> (now: Timestamp, jump: Int?) {
        let now = clock.now()
        let difference = Self.difference(clock)
        guard abs(difference - known.withLock { $0 }) > Self.tolerance else { return (now, nil) }
        // What was read before may be the time before the jump.
        return (clock.now(), difference)
    }

    /// The clocks may differ by that: what had to be done about it is on disk.
    func accept(_ jump: Int?) {
        if let jump { known.withLock { $0 = jump } }
    }
}
