/// A worker as the queue knows it.
public struct WorkerRecord: Hashable, Sendable {
    /// How it is with a worker.
    public enum State: String, Sendable, CaseIterable {
        /// It has made itself known, and takes nothing yet.
        case starting
        /// It takes jobs.
        case ready
        /// It finishes what it has, and takes nothing more.
        case draining
        /// It has taken itself out of service after failures of its own, and says so.
        case broken
        /// It has ended, or was not heard of any more.
        case gone
    }

    /// One start of it.
    public var id: WorkerID
    /// What it is called every time it is started, as in `host-1`.
    public var name: String
    /// The machine that it runs on.
    public var host: String
    /// Its process there.
    public var process: Int
    /// How many jobs it takes at once.
    public var slots: Int
    /// What it offers.
    public var labels: LabelSet
    /// How it is with it.
    public var state: State
    /// More about its state, in one line: why it is broken or gone.
    public var detail: String
    /// When it made itself known.
    public var startedAt: Timestamp
    /// When it was heard of last.
    public var heardAt: Timestamp
    /// How many jobs it has under lease; filled in by the queue.
    public var running: Int

    /// A worker with these parts; the times are the queue's to fill in.
    public init(
        id: WorkerID = .random(),
        name: String,
        host: String,
        process: Int,
        slots: Int,
        labels: LabelSet,
        state: State = .starting,
        detail: String = "",
        startedAt: Timestamp = Timestamp(milliseconds: 0),
        heardAt: Timestamp = Timestamp(milliseconds: 0),
        running: Int = 0
    ) {
        self.id = id
        self.name = name
        self.host = host
        self.process = process
        self.slots = slots
        self.labels = labels
        self.state = state
        self.detail = detail
        self.startedAt = startedAt
        self.heardAt = heardAt
        self.running = running
    }
}
