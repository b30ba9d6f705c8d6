/// What became of the jobs of a simulated fleet, and how long they took.
public struct FleetFigures: Sendable {
    /// Times in seconds.
    public struct Times: Sendable {
        /// Half of them are at most this long.
        public var median = 0.0
        /// 99 of 100 are at most this long.
        public var p99 = 0.0
        /// The longest.
        public var longest = 0.0

        init(microseconds: [Int]) {
            guard let last = microseconds.max() else { return }
            let sorted = microseconds.sorted()
            median = Double(sorted[sorted.count / 2]) / 1e6
            p99 = Double(sorted[sorted.count * 99 / 100]) / 1e6
            longest = Double(last) / 1e6
        }
    }

    /// Jobs that the queue took.
    public internal(set) var accepted = 0
    /// Jobs that it refused because it was full.
    public internal(set) var refused = 0
    /// Jobs that ended with a result.
    public internal(set) var done = 0
    /// Jobs that were given up.
    public internal(set) var dead = 0
    /// Results that came for a job that had one.
    public internal(set) var twice = 0
    /// Runs whose result nobody wanted, as the job was not the worker's any more, and runs that ended with their worker.
    public internal(set) var wasted = 0
    /// Workers that were killed.
    public internal(set) var killed = 0
    /// The most jobs that were waiting at a time.
    public internal(set) var deepest = 0
    /// Transactions that the database made.
    public internal(set) var transactions = 0
    /// The part of the time, until the last job ended, in which the database was busy.
    public internal(set) var databaseBusy = 0.0
    /// The part of the time in which slots were at work.
    public internal(set) var slotsBusy = 0.0
    /// When the last job ended, in seconds.
    public internal(set) var end = 0.0
    /// From being accepted to being given to a worker, the first time.
    public internal(set) var wait = Times(microseconds: [])
    /// The same for each tenant's jobs.
    public internal(set) var waitByTenant: [String: Times] = [:]
}
