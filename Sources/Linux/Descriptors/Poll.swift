internal import Glibc

/// Waiting for several descriptors at once (`ppoll`(2)).
public struct Poll {
    private var entries: [pollfd] = []

    /// Waits for nothing yet.
    public init() {}

    /// Also waits until `descriptor` can be read, or its other end is closed.
    ///
    /// Negative numbers are passed over.
    public mutating func add(_ descriptor: CInt) {
        entries.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
    }

    /// Waits until what is in that place can be written to, or nobody is left who reads there.
    public mutating func awaitWriting(_ place: Int, to descriptor: CInt) {
        entries[place] = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    }

    /// Stops waiting for what was added in that place.
    public mutating func ignore(_ place: Int) {
        entries[place].fd = -1
        entries[place].revents = 0
    }

    /// Waits for what is in that place from now on.
    public mutating func replace(_ place: Int, with descriptor: CInt) {
        entries[place].fd = descriptor
        entries[place].revents = 0
    }

    /// Waits until something can be read, or `nanoseconds` have gone by (nil: without end).
    ///
    /// - Returns: false when the time is over.
    @available(*, noasync)
    public mutating func wait(nanoseconds: UInt64?) throws(Errno) -> Bool {
        let count: CInt
        if let nanoseconds {
            var time = timespec(
                tv_sec: Int(nanoseconds / 1_000_000_000),
                tv_nsec: Int(nanoseconds % 1_000_000_000)
            )
            count = try told(ppoll(&entries, nfds_t(entries.count), &time, nil))
        } else {
            count = try told(ppoll(&entries, nfds_t(entries.count), nil, nil))
        }
        return count > 0
    }

    /// Whether what was added in that place can be read or is closed.
    public func isReady(_ place: Int) -> Bool { entries[place].revents != 0 }

    /// Whether there is something to read in that place, and not just an end.
    public func isReadable(_ place: Int) -> Bool { entries[place].revents & Int16(POLLIN) != 0 }

    /// A signal counts as nothing having happened: the caller looks at its clock again.
    private mutating func told(_ result: CInt) throws(Errno) -> CInt {
        if result >= 0 { return result }
        let error = Errno.last
        // What the last call wrote down is still there, and says nothing of now.
        for place in entries.indices { entries[place].revents = 0 }
        if error.number == EINTR { return 0 }
        throw error
    }
}
