internal import CLinux
internal import Glibc

/// Landlock (`landlock`(7)): what a process takes from itself and from all that it starts, without any privilege, and what
/// nothing can give back.
public enum Landlock {
    /// The newest version of the kernel's interface that restricts something which an older one does not.
    ///
    /// The seventh only writes more into the audit log.
    public static let newest = 6

    /// The oldest version of use to us: the first refuses every renaming and link from one directory into another, which
    /// programs would notice.
    public static let oldest = 2

    /// The version of the running kernel's interface; nil where it has no Landlock, or was booted without it.
    ///
    /// - Throws: the errno of a kernel that does not answer, as where a filter that we were started with refuses the call.
    public static func kernelVersion() throws(Errno) -> Int? {
        do throws(Errno) {
            let version = try checked { linux_landlock_version() }
            return version > 0 ? Int(version) : nil
        } catch {
            // landlock_create_ruleset(2): not in this kernel, and not booted with it. A filter can say so, too.
            guard error.number == ENOSYS || error.number == EOPNOTSUPP, !isInForce else { throw error }
            return nil
        }
    }

    /// Whether the kernel says that it was started with Landlock; it says nothing where securityfs is not mounted.
    private static var isInForce: Bool {
        guard let modules = try? KernelText.read("/sys/kernel/security/lsm") else { return false }
        return String(decoding: modules, as: UTF8.self).split(whereSeparator: { $0 == "," || $0 == "\n" })
            .contains("landlock")
    }

    /// The version by which programs are restricted by a kernel of the version `kernel`; 0 where they are not.
    public static func version(ofKernel kernel: Int?) -> Int {
        guard let kernel, kernel >= oldest else { return 0 }
        return min(kernel, newest)
    }

    /// Kinds of access to files, the kernel's `LANDLOCK_ACCESS_FS_…`.
    public struct FileAccess: OptionSet, Sendable {
        /// The kernel's bits.
        public let rawValue: UInt64

        /// The kinds of these bits.
        public init(rawValue: UInt64) { self.rawValue = rawValue }

        /// To execute a file.
        public static let execute = FileAccess(rawValue: 1 << 0)
        /// To open a file for writing.
        public static let writeFile = FileAccess(rawValue: 1 << 1)
        /// To open a file for reading.
        public static let readFile = FileAccess(rawValue: 1 << 2)
        /// To list a directory.
        public static let readDirectory = FileAccess(rawValue: 1 << 3)
        /// To remove or rename a directory.
        public static let removeDirectory = FileAccess(rawValue: 1 << 4)
        /// To remove or rename a file.
        public static let removeFile = FileAccess(rawValue: 1 << 5)
        /// To make or rename a directory.
        public static let makeDirectory = FileAccess(rawValue: 1 << 7)
        /// To make, link or rename a regular file.
        public static let makeFile = FileAccess(rawValue: 1 << 8)
        /// To make or rename a FIFO.
        public static let makeFIFO = FileAccess(rawValue: 1 << 10)
        /// To make or rename a symbolic link.
        public static let makeLink = FileAccess(rawValue: 1 << 12)
        /// To rename or link from one directory into another; since version 2.
        public static let refer = FileAccess(rawValue: 1 << 13)
        /// To truncate a file; since version 3.
        public static let truncate = FileAccess(rawValue: 1 << 14)

        /// What can be done with a file without changing anything.
        public static let reading: FileAccess = [.execute, .readFile, .readDirectory]
        /// What can be done with a private file system besides.
        ///
        /// Not among it: device nodes and sockets, and an `ioctl`(2) on a device.
        public static let changing: FileAccess = [
            .writeFile, .removeDirectory, .removeFile, .makeDirectory, .makeFile, .makeFIFO, .makeLink, .refer,
            .truncate,
        ]
    }

    /// What a set of rules refuses unless a rule allows it: all that a version can.
    public struct Restriction: Hashable, Sendable {
        /// Kinds of access to files.
        public let files: UInt64
        /// To bind (1) and to connect (2) a TCP socket; since version 4.
        public let network: UInt64
        /// To connect to abstract sockets (1) and to send signals to processes (2) outside; since version 6.
        public let scopes: UInt64

        /// All that the version `version` can refuse; nothing at version 0.
        public init(version: Int) {
            // Files since version 1, REFER since 2, TRUNCATE since 3, IOCTL_DEV since 5.
            let count: UInt64 =
                switch version {
                case ..<1: 0
                case 1: 13
                case 2: 14
                case 3...4: 15
                default: 16
                }
            files = (1 << count) - 1
            network = version >= 4 ? 3 : 0
            scopes = version >= 6 ? 3 : 0
        }
    }
}
