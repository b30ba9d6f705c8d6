internal import Glibc

/// An error number of the kernel, with its name and text.
public struct Errno: Error, Hashable, Sendable, CustomStringConvertible {
    /// The number, as in `errno`(3).
    public let number: CInt

    /// The error `number`.
    public init(_ number: CInt) { self.number = number }

    /// The error of the call that has just failed. Read it before anything else can allocate or call.
    public static var last: Errno { Errno(errno) }

    /// The kernel's name and text, as in `ENOENT, No such file or directory`.
    public var description: String {
        let name = strerrorname_np(number).map { String(cString: $0) } ?? "errno \(number)"
        let text = strerrordesc_np(number).map { String(cString: $0) } ?? "unknown error"
        return "\(name), \(text)"
    }

    public static let exists = Errno(EEXIST)
    public static let missing = Errno(ENOENT)
    public static let denied = Errno(EACCES)
    public static let notPermitted = Errno(EPERM)
    public static let again = Errno(EAGAIN)
    public static let busy = Errno(EBUSY)
    public static let notEmpty = Errno(ENOTEMPTY)
    public static let noSpace = Errno(ENOSPC)
    public static let isDirectory = Errno(EISDIR)
    public static let notDirectory = Errno(ENOTDIR)
    public static let tooLarge = Errno(EFBIG)
    public static let invalid = Errno(EINVAL)
    public static let brokenPipe = Errno(EPIPE)
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
