internal import CLinux
internal import Glibc
internal import Linux

/// The init of a box that is empty: it takes its namespaces down while we already answer.
///
/// It shares our memory, so its plan must be left alone until it is gone.
final class LingeringBox {
    private let pidfd: CInt
    private let preparation: Preparation

    /// Takes over the init's pidfd, and keeps what its plan points to.
    init(pidfd: consuming Descriptor, preparation: Preparation) {
        self.pidfd = pidfd.release()
        self.preparation = preparation
    }

    deinit { close(pidfd) }

    /// Waits until it is gone.
    func wait() throws(Errno) {
        var code: CInt = 0
        var status: CInt = 0
        if linux_wait_pidfd(pidfd, &code, &status, 0) < 0 { throw .last }
    }
}
