import Synchronization

/// What several tasks wrote down, in the order in which they did.
final class Log<Entry: Sendable>: Sendable {
    private let state = Mutex<[Entry]>([])

    /// What was written down so far.
    var entries: [Entry] { state.withLock { $0 } }

    func add(_ entry: Entry) { state.withLock { $0.append(entry) } }
}
