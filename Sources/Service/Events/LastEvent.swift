internal import Queueing

/// The number of a queue's last event.
enum LastEvent {
    /// The number; what is told afterwards has a higher one.
    ///
    /// A queue is asked for events behind a number, and tells nothing of the last one: so it is found by halving.
    static func number(in queue: any JobQueue) throws(QueueError) -> Int {
        guard try isAny(behind: 0, queue) else { return 0 }
        var low = 0
        var high = 1
        while try isAny(behind: high, queue) {
            low = high
            guard high <= Int.max / 4 else { return high }
            high *= 2
        }
        // There is one behind `low`, and none behind `high`.
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if try isAny(behind: middle, queue) { low = middle } else { high = middle }
        }
        return high
    }

    private static func isAny(behind number: Int, _ queue: any JobQueue) throws(QueueError) -> Bool {
        try !queue.events(of: nil, after: number, limit: 1).isEmpty
    }
}
