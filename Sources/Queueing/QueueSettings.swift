internal import Linux
internal import Synchronization

/// What a queue's clock shows.
///
/// The rules of the queue get their times from nowhere else, so that tests can set it.
public protocol QueueClock: Sendable {
    /// What time it is.
    func now() -> Timestamp
    /// Milliseconds of a clock that nobody sets, and that stands still while the machine sleeps.
    var steadyMilliseconds: Int { get }
}

/// The machine's clock.
public struct SystemQueueClock: QueueClock {
    /// The machine's clock.
    public init() {}

    /// What time it is, in UTC.
    public func now() -> Timestamp { Timestamp(milliseconds: Clock.wallMilliseconds) }

    /// Milliseconds of the monotonic clock (`clock_gettime`(2), CLOCK_MONOTONIC).
    public var steadyMilliseconds: Int { Int(Clock.nanoseconds / 1_000_000) }
}

/// A clock that stands still until it is told to go on, for tests and simulations.
public final class ManualQueueClock: QueueClock {
    private let time: Atomic<Int>
    private let jumps = Atomic(0)

    /// A clock that shows `start`.
    public init(start: Timestamp = Timestamp(milliseconds: 1_700_000_000_000)) { time = Atomic(start.milliseconds) }

    /// What time it is.
    public func now() -> Timestamp {
        Timestamp(milliseconds: steadyMilliseconds + jumps.load(ordering: .sequentiallyConsistent))
    }

    /// Milliseconds by which it has gone on, those that it was set by left out.
    public var steadyMilliseconds: Int { time.load(ordering: .sequentiallyConsistent) }

    /// Goes on by `duration`, in whole milliseconds.
    public func advance(by duration: Duration) {
        time.add(duration.inMilliseconds, ordering: .sequentiallyConsistent)
    }

    /// Is set ahead by `duration`, or back where that is negative, as after the machine has slept.
    public func jump(by duration: Duration) {
        jumps.add(duration.inMilliseconds, ordering: .sequentiallyConsistent)
    }
}

/// What holds for a queue, and for each of its jobs; all of its users should be told the same.
public struct QueueSettings: Sendable {
    /// How long a lease holds without a heartbeat.
    public var lease: Duration
    /// How often a worker should send a heartbeat.
    public var heartbeat: Duration
    /// When a job is tried again, and when it is given up.
    public var retries: RetryRule
    /// How many jobs may wait.
    public var depth: DepthRule
    /// Which jobs are kept when they have ended.
    public var retention: RetentionRule
    /// The clock.
    public var clock: any QueueClock

    /// The settings of those who have no others.
    public init(
        lease: Duration = .seconds(10),
        heartbeat: Duration = .seconds(3),
        retries: RetryRule = RetryRule(),
        depth: DepthRule = DepthRule(),
        retention: RetentionRule = RetentionRule(),
        clock: any QueueClock = SystemQueueClock()
    ) {
        self.lease = lease
        self.heartbeat = heartbeat
        self.retries = retries
        self.depth = depth
        self.retention = retention
        self.clock = clock
    }
}
