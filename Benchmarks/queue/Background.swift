import Linux

/// A thread beside.
enum Background {
    static func run(_ body: @escaping @Sendable () -> Void) {
        do {
            try Thread.start(body)
        } catch {
            print("queue-benchmark: no thread: \(error)")
        }
    }
}
