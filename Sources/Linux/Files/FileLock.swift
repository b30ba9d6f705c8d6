internal import Glibc

/// A lock that the kernel lets go of when its holder ends, in whatever way (`flock`(2)).
public struct FileLock: ~Copyable, Sendable {
    /// The locked file.
    public let file: Descriptor

    /// Locks the file at `path`, which is made when it is missing.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - waits: Whether to wait as long as somebody else holds the lock.
    /// - Throws: EAGAIN when somebody else holds the lock, and we do not wait.
    public init(path: String, waits: Bool = false) throws(Errno) {
        let file = try Descriptor.open(path, O_RDWR | O_CREAT, mode: 0o600)
        let number = file.number
        try checked { flock(number, waits ? LOCK_EX : LOCK_EX | LOCK_NB) }
        self.file = file
    }

    /// Joins those who share the lock on the file at `path`, which must be there; waits while somebody holds it alone.
    public init(sharing path: String) throws(Errno) {
        let file = try Descriptor.open(path)
        let number = file.number
        try checked { flock(number, LOCK_SH) }
        self.file = file
    }

    /// Whether the file at `path` is the one that is locked here, and not another that has taken its place.
    public borrowing func isOn(_ path: String) -> Bool {
        var there = stat()
        guard let here = try? file.status(), lstat(path, &there) == 0 else { return false }
        return here.st_dev == there.st_dev && here.st_ino == there.st_ino
    }

    /// Unlocks before the descriptor is closed: a process that has been forked and has not come to its `execve` yet has
    /// a copy of it, and closing ours alone would leave the file locked until then.
    deinit { _ = flock(file.number, LOCK_UN) }
}
