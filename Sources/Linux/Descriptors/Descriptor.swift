internal import Glibc

/// An open file descriptor that belongs to exactly one owner and is closed when its owner lets go of it.
public struct Descriptor: ~Copyable, Sendable {
    /// The number, for system calls; it stays ours.
    public let number: CInt

    /// Takes over an open descriptor.
    public init(owning number: CInt) {
        precondition(number >= 0, "a descriptor is never negative")
        self.number = number
    }

    deinit {
        // Linux releases the number even when close(2) reports an error, so there is nothing to repeat.
        _ = Glibc::close(number)
    }

    /// A descriptor of our own of what we have as standard input.
    ///
    /// - Throws: EBADF where there is none.
    public static func standardInput() throws(Errno) -> Descriptor {
        Descriptor(owning: try checked { fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3) })
    }

    /// Gives the number away without closing it.
    public consuming func release() -> CInt {
        let number = number
        discard self
        return number
    }

    /// A second descriptor of the same open file.
    public borrowing func duplicate() throws(Errno) -> Descriptor {
        let copy = number
        return Descriptor(owning: try checked { fcntl(copy, F_DUPFD_CLOEXEC, 3) })
    }
}
