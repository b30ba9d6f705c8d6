internal import Dispatch
internal import Queueing
internal import Synchronization

/// Where one thread finds what others have left for it, in order.
final class Mailbox<Message: Sendable>: Sendable {
    private let messages = Mutex<[Message]>([])
    private let bell = DispatchSemaphore(value: 0)

    /// Leaves a message.
    func post(_ message: Message) {
        messages.withLock { $0.append(message) }
        bell.signal()
    }

    /// Everything that was left, at least one message; waits for that.
    @available(*, noasync)
    func take() -> [Message] {
        while true {
            bell.wait()
            let taken = messages.withLock { messages in
                defer { messages = [] }
                return messages
            }
            // A ring may be for what was taken with the message before.
            if !taken.isEmpty { return taken }
        }
    }
}

/// A bell that several threads may wait for, each with a time after which it goes on anyway.
final class Bell: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func ring() { semaphore.signal() }

    /// Waits for a ring.
    @available(*, noasync)
    func wait(_ timeout: Duration) {
        _ = semaphore.wait(timeout: .now() + .milliseconds(max(0, timeout.inMilliseconds)))
    }
}
