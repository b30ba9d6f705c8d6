internal import Glibc

/// An error number of the kernel, with its name and text.
public struct Errno: Error, Hashable, Sendable, CustomStringConvertible {
    /// The number, as in `errno`(3).
    public let number: CInt

    /// The error `number`.
    public init(_ number: CInt) { self.number = number }

    /// The error of the call that has just failed.
    ///
    /// Read it before anything else can allocate or call.
    public static var last: Errno { Errno(errno) }

    /// The kernel's name and text, as in `ENOENT, No such file or directory`.
    public var description: String {
        let name = strerrorname_np(number).map { String(cString: $0) } ?? "errno \(number)"
        let text = strerrordesc_np(number).map { String(cString: $0) } ?? "unknown error"
        return "\(name), \(text)"
    }

    /// EEXIST: it is there already.
    public static let exists = Errno(EEXIST)
    /// ENOENT: it is not there.
    public static let missing = Errno(ENOENT)
    /// EACCES: its permissions do not let us.
    public static let denied = Errno(EACCES)
    /// EPERM: we lack the privilege.
    public static let notPermitted = Errno(EPERM)
    /// EAGAIN: not now.
    public static let again = Errno(EAGAIN)
    /// EBUSY: it is in use.
    public static let busy = Errno(EBUSY)
    /// ENOTEMPTY: there is something in the directory.
    public static let notEmpty = Errno(ENOTEMPTY)
    /// ENOSPC: the file system is full.
    public static let noSpace = Errno(ENOSPC)
    /// EISDIR: a directory is where a file should be.
    public static let isDirectory = Errno(EISDIR)
    /// ENOTDIR: something else is where a directory should be.
    public static let notDirectory = Errno(ENOTDIR)
    /// EFBIG: it is larger than is allowed.
    public static let tooLarge = Errno(EFBIG)
    /// EINVAL: the kernel does not take it.
    public static let invalid = Errno(EINVAL)
    /// ENOMEM: there is no memory for it.
    public static let noMemory = Errno(ENOMEM)
    /// EMFILE: this process may open no more.
    public static let tooManyOpenFiles = Errno(EMFILE)
    /// ENFILE: nobody may open more.
    public static let tooManyOpenFilesInSystem = Errno(ENFILE)
    /// EDQUOT: the user may have no more there.
    public static let quotaExceeded = Errno(EDQUOT)
    /// EROFS: nothing can be changed there.
    public static let readOnly = Errno(EROFS)
    /// EPIPE: nobody reads any more.
    public static let brokenPipe = Errno(EPIPE)
    /// ECONNRESET: the other end was closed with something unread.
    public static let connectionReset = Errno(ECONNRESET)
}

/// The result of a system call that gives -1 on failure, repeated while a signal interrupts it.
@discardableResult
package func checked<Value: SignedInteger>(_ call: () -> Value) throws(Errno) -> Value {
    while true {
        let value = call()
        if value != -1 { return value }
        let error = Errno.last
        if error.number != EINTR { throw error }
    }
}
