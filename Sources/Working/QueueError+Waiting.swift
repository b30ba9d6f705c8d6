internal import Queueing

extension QueueError {
    /// Whether a worker waits until it is over, and keeps what it has in hand.
    ///
    /// A database that can only be read now, and could be written to before, is a server whose place another is taking, or
    /// a disk that will be mounted anew.
    var isWaitedFor: Bool {
        if case .readOnly = self { return true }
        return isTransient
    }
}
