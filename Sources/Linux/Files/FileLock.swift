internal import Glibc

/// A lock that the kernel lets go of when its holder ends, in whatever way (`flock`(2)).
public struct FileLock: ~Copyable, Sendable {
    /// The locked file.
    public let file: Descriptor

    /// Locks the file at `path`, which is made when it is missing.
    ///
    /// - Throws: EAGAIN when somebody else holds the lock.
    public init(path: String) throws(Errno) {
        let file = try Descriptor.open(path, O_RDWR | O_CREAT, mode: 0o600)
        let number = file.number
        try checked { flock(number, LOCK_EX | LOCK_NB) }
        self.file = file
    }

    /// Joins those who share the lock on the file at `path`, which must be there; waits while somebody holds it alone.
    public init(sharing path: String) throws(Errno) {
        let file = try Descriptor.open(path)
        let number = file.number
        try checked { flock(number, LOCK_SH) }
        self.file = file
    }
}
