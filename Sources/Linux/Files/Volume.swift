internal import Glibc

/// Room in a file system (`statvfs`(3)).
public struct Volume: Hashable, Sendable {
    /// How many bytes it holds.
    public var size: Int
    /// How many more an ordinary user may write.
    public var available: Int
    /// How many files and directories it holds; 0 where it has no limit of its own.
    public var inodes: Int
    /// How many more there may be.
    public var availableInodes: Int
    /// Whether it can only be read.
    public var isReadOnly: Bool

    /// Room of this size.
    public init(size: Int, available: Int, inodes: Int, availableInodes: Int, isReadOnly: Bool) {
        self.size = size
        self.available = available
        self.inodes = inodes
        self.availableInodes = availableInodes
        self.isReadOnly = isReadOnly
    }

    /// The file system that `path` is in.
    ///
    /// - Throws: the errno of `statvfs`(3).
    public init(of path: String) throws(Errno) {
        var status = statvfs()
        try checked { statvfs(path, &status) }
        func bytes(_ blocks: UInt) -> Int { Int(clamping: blocks.multipliedReportingOverflow(by: status.f_frsize).0) }
        size = bytes(status.f_blocks)
        available = bytes(status.f_bavail)
        inodes = Int(clamping: status.f_files)
        availableInodes = Int(clamping: status.f_favail)
        isReadOnly = status.f_flag & UInt(ST_RDONLY) != 0
    }
}
