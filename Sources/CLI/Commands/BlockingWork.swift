internal import Linux
internal import Synchronization

/// Runs work that blocks on a thread of its own, and tells it when it is called off.
enum BlockingWork {
    /// Runs `body`, which gets a descriptor that is at its end as soon as this task is cancelled.
    ///
    /// - Throws: what `body` throws, and the errno of starting a thread.
    static func run<Value: Sendable>(_ body: @escaping @Sendable (CInt) throws -> Value) async throws -> Value {
        let (reader, writer) = try Pipe().release()
        let switchOff = Mutex(writer)
        defer { Descriptor.close([reader]) }
        let close: @Sendable () -> Void = {
            let open = switchOff.withLock { number in
                defer { number = -1 }
                return number
            }
            Descriptor.close([open])
        }
        defer { close() }
        return try await withTaskCancellationHandler {
            let result: Result<Value, any Error> = await withCheckedContinuation { continuation in
                do {
                    try Thread.start { continuation.resume(returning: Result { try body(reader) }) }
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
            return try result.get()
        } onCancel: {
            close()
        }
    }
}
