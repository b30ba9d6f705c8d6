internal import CLinux
internal import Glibc
internal import Linux

/// The init of a box that is empty: it takes its namespaces down while we already answer.
///
/// It shares our memory, so its plan must be left alone until it is gone.
final class LingeringBox {
    private let box: PreparedBox
    private var isReaped = false

    /// Keeps what the init's plan points to.
    init(_ box: PreparedBox) {
        self.box = box
    }

    /// Readable once it is gone.
    var end: CInt { box.pidfd }

    /// Whether it is gone, without waiting.
    func isGone() throws(Errno) -> Bool {
        var poll = Poll()
        poll.add(box.pidfd)
        return try poll.wait(nanoseconds: 0)
    }

    /// Waits until it is gone.
    func wait() throws(Errno) {
        if isReaped { return }
        var code: CInt = 0
        var status: CInt = 0
        try checked { linux_wait_pidfd(box.pidfd, &code, &status, 0) }
        isReaped = true
    }
}
