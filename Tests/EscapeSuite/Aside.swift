import Linux

/// What waits has a thread of its own, for Swift's must not; and Swift's own sleep would leave the worker another timer.
enum Aside {
    /// What `work` comes to.
    static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            do {
                try Linux.Thread.start { continuation.resume(returning: work()) }
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }

    /// Lets so many nanoseconds pass.
    static func pause(_ nanoseconds: UInt64) async throws { try await run { wait(nanoseconds) } }

    /// Lets so many nanoseconds pass on this thread.
    @available(*, noasync)
    static func wait(_ nanoseconds: UInt64) {
        var nothing = Poll()
        _ = try? nothing.wait(nanoseconds: nanoseconds)
    }
}
