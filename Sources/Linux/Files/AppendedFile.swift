internal import Glibc

/// A file that grows at its end, by whole pieces.
public final class AppendedFile {
    private let descriptor: Descriptor
    /// How long it is.
    public private(set) var byteCount: Int
    private var isLocked = false

    /// Opens the file, or makes it; `isNew` says that it must not be there yet, and is then for nobody else unless
    /// `isShared`: then for whoever the process' mask allows it to.
    ///
    /// - Throws: the errno of `open`(2).
    public init(_ path: String, isNew: Bool, isShared: Bool = false) throws(Errno) {
        let flags = O_RDWR | O_CREAT | O_APPEND | (isNew ? O_EXCL | O_NOFOLLOW : 0)
        let descriptor = try Descriptor.open(path, flags, mode: isNew && !isShared ? 0o600 : 0o644)
        byteCount = Int(try descriptor.status().st_size)
        self.descriptor = descriptor
    }

    /// Makes sure that no other process that asks for it has the file for itself, as long as this is there; what is no
    /// regular file can be had by many.
    ///
    /// - Throws: EAGAIN when another one has it.
    public func lock() throws(Errno) {
        guard try descriptor.status().st_mode & S_IFMT == S_IFREG else { return }
        let number = descriptor.number
        try checked { flock(number, LOCK_EX | LOCK_NB) }
        isLocked = true
        // Whoever had it before may have written since we looked.
        byteCount = Int(try descriptor.status().st_size)
    }

    /// A process that has been forked and has not come to its `execve` yet has a copy of the descriptor: closing ours
    /// alone would leave the file locked until then.
    deinit {
        if isLocked { _ = flock(descriptor.number, LOCK_UN) }
    }

    /// A path by which this process can read it, also when its name is gone.
    public var ownPath: String { "/proc/self/fd/\(descriptor.number)" }

    /// Appends `bytes`; when that fails in the middle, what was written of them is taken back.
    ///
    /// - Throws: the errno of `write`(2).
    public func append(_ bytes: [UInt8]) throws(Errno) {
        do throws(Errno) {
            try descriptor.write(bytes)
            byteCount += bytes.count
        } catch {
            try? cut(to: byteCount)
            throw error
        }
    }

    /// Takes away what is behind the first `count` bytes.
    ///
    /// - Throws: the errno of `ftruncate`(2).
    public func cut(to count: Int) throws(Errno) {
        let number = descriptor.number
        try checked { ftruncate(number, count) }
        byteCount = count
    }
}

extension HostFile {
    /// Removes a file, where it is there.
    public static func remove(_ path: String) { _ = unlink(path) }
}

extension HostFile {
    /// Gives the file another name, in place of what has that (`rename`(2)).
    ///
    /// - Throws: the errno of the call.
    public static func move(_ path: String, to other: String) throws(Errno) {
        try checked { rename(path, other) }
    }
}
