internal import Dispatch
internal import Linux
internal import Synchronization

/// Does all of it at the same time, each on a thread of its own, and waits for the end of all.
///
/// - Throws: the first error of any of them.
package func together(_ bodies: [@Sendable () throws -> Void]) throws {
    let end = DispatchSemaphore(value: 0)
    let box = FailureBox()
    for body in bodies {
        try Thread.start {
            do { try body() } catch { box.note(error) }
            end.signal()
        }
    }
    for _ in bodies { end.wait() }
    if let error = box.first { throw error }
}

private final class FailureBox: Sendable {
    private let failure = Mutex<(any Error)?>(nil)
    func note(_ error: any Error) { failure.withLock { $0 = $0 ?? error } }
    var first: (any Error)? { failure.withLock { $0 } }
}
