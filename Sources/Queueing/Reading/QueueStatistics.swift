/// How the queue is doing.
public struct QueueStatistics: Hashable, Sendable {
    /// Jobs with the same labels that wait.
    public struct Waiting: Hashable, Sendable {
        /// What they need.
        public var labels: LabelSet
        /// How many could be given out now.
        public var ready: Int
        /// How long the oldest of these has been ready.
        public var oldestAge: Duration

        /// Waiting jobs of these figures.
        public init(labels: LabelSet, ready: Int, oldestAge: Duration) {
            self.labels = labels
            self.ready = ready
            self.oldestAge = oldestAge
        }
    }

    /// How many jobs there are in each state.
    public var counts: [JobState: Int]
    /// How many of the queued ones wait for their time: they are delayed, or back off.
    public var delayed: Int
    /// How long the oldest job has been ready that a ready worker takes; zero where there is none.
    ///
    /// Where no worker is ready, the oldest of all that could be given out; `unserved` has those that nobody takes.
    public var oldestAge: Duration
    /// Jobs that could be given out, by what they need.
    ///
    /// What no worker offers waits for ever: compare with `workers`.
    public var waiting: [Waiting]
    /// Jobs that came within the last minute.
    public var enqueuedLastMinute: Int
    /// Jobs that came to their end within the last minute.
    public var endedLastMinute: Int
    /// Workers that are not gone, and those that took themselves out of service within the last hour, as broken, until one
    /// of their name is ready.
    public var workers: [WorkerRecord]
    /// The bytes of all content, as stored.
    public var contentBytes: Int

    /// How many jobs are in `state`.
    public func count(_ state: JobState) -> Int { counts[state, default: 0] }

    /// Statistics with these parts.
    public init(
        counts: [JobState: Int],
        delayed: Int,
        oldestAge: Duration,
        waiting: [Waiting],
        enqueuedLastMinute: Int,
        endedLastMinute: Int,
        workers: [WorkerRecord],
        contentBytes: Int
    ) {
        self.counts = counts
        self.delayed = delayed
        self.oldestAge = oldestAge
        self.waiting = waiting
        self.enqueuedLastMinute = enqueuedLastMinute
        self.endedLastMinute = endedLastMinute
        self.workers = workers
        self.contentBytes = contentBytes
    }
}
