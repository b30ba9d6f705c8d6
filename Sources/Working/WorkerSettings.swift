public import Queueing

/// What a worker is told when it is started.
public struct WorkerSettings: Sendable {
    /// What it is called every time it is started.
    public var name: String
    /// The machine it is on.
    public var host: String
    /// The number of its process.
    public var process: Int
    /// How many boxes it has at once.
    public var slots: Int
    /// What it offers.
    public var labels: LabelSet
    /// How long it may finish what it has when it is told to stop.
    public var drain: Duration
    /// How often the same internal failure may come before it takes itself out of service.
    public var failures: Int
    /// How long it waits for work at a time, and at most before it tries a queue again that cannot be reached.
    public var patience: Duration
    /// How long it waits at most, when it ends, for each word that it tells the queue.
    public var farewell: Duration
    /// How long it waits for jobs, at the end, whose boxes it has had killed.
    public var surrender: Duration

    /// Settings of those who have no others.
    public init(
        name: String,
        host: String,
        process: Int,
        slots: Int,
        labels: LabelSet,
        drain: Duration = .seconds(30),
        failures: Int = 5,
        patience: Duration = .seconds(1),
        farewell: Duration = .seconds(3),
        surrender: Duration = .seconds(10)
    ) {
        self.name = name
        self.host = host
        self.process = process
        self.slots = slots
        self.labels = labels
        self.drain = drain
        self.failures = failures
        self.patience = patience
        self.farewell = farewell
        self.surrender = surrender
    }

    /// How many jobs it takes at once: one more than it has slots, so that these are busy while one job is fetched,
    /// checked or told of.
    var capacity: Int { slots + 1 }
}
