internal import Linux
internal import Synchronization

/// What a queue's clock shows.
///
/// The rules of the queue get their times from nowhere else, so that tests can set it.
public protocol QueueClock: Sendable {
    /// What time it is.
    func now() -> Timestamp
}

/// The machine's clock.
public struct SystemQueueClock: QueueClock {
    /// The machine's clock.
    public init() {}

    /// What time it is, in UTC.
    public func now() -> Timestamp { Timestamp(milliseconds: Clock.wallMilliseconds) }
}

/// A clock that stands still until it is told to go on, for tests and simulations.
public final class ManualQueueClock: QueueClock {
    private let time: Atomic<Int>

    /// A clock that shows `start`.
    public init(start: Timestamp = Timestamp(milliseconds: 1_700_000_000_000)) { time = Atomic(start.milliseconds) }

    /// What time it is.
    public func now() -> Timestamp { Timestamp(milliseconds: time.load(ordering: .sequentiallyConsistent)) }

    /// Goes on by `duration`, in whole milliseconds.
    public func advance(by duration: Duration) {
        time.add(duration.inMilliseconds, ordering: .sequentiallyConsistent)
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
