internal import Glibc

/// The number of a device (makedev(3)): which driver of the kernel, and which of its devices.
public struct HostDevice: Hashable, Sendable, CustomStringConvertible {
    /// The driver.
    public let major: UInt64
    /// Which of the driver's devices.
    public let minor: UInt64

    /// The device with that number.
    public init(major: UInt64, minor: UInt64) {
        self.major = major
        self.minor = minor
    }

    /// The character device that the file `path` is, or a link leads to; nil where it is none.
    public init?(character path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFCHR else { return nil }
        // As <sys/sysmacros.h> has it, which are macros.
        let number = UInt64(status.st_rdev)
        major = number >> 8 & 0xfff | number >> 32 & ~0xfff
        minor = number & 0xff | number >> 12 & ~0xff
    }

    /// As `ls -l` writes it, without blanks.
    public var description: String { "\(major),\(minor)" }
}
