import Linux
import Queueing

/// Threads beside.
enum Background {
    static func run(_ body: @escaping @Sendable () -> Void) {
        do {
            try Thread.start(body)
        } catch {
            print("queue-benchmark: no thread: \(error)")
        }
    }

    /// Has so many threads do something, each with its number, and waits for all of them; gives the seconds that took.
    static func onThreads(
        _ count: Int,
        _ body: @escaping @Sendable (Int) throws(QueueError) -> Void
    ) throws(QueueError) -> Double {
        let state = Monitor((left: count, failure: QueueError?.none))
        let start = ContinuousClock.now
        for number in 0..<count {
            run {
                var failure: QueueError?
                do throws(QueueError) {
                    try body(number)
                } catch {
                    failure = error
                }
                let found = failure
                state.change { state in
                    state.left -= 1
                    state.failure = state.failure ?? found
                }
            }
        }
        let failure = state.wait(until: nil) { $0.left == 0 ? .some($0.failure) : nil } ?? nil
        if let failure { throw failure }
        return (ContinuousClock.now - start) / .seconds(1)
    }
}
