internal import Glibc

/// Going through a directory of ours with all that is in it, following no link and leaving no file system.
///
/// Never used on a tree that a program could write.
public enum TreeWalk {
    /// One file, directory or link.
    public struct Entry: Sendable {
        /// Its path, which begins with the directory's.
        public let path: String
        /// What it is, links themselves included.
        public let kind: HostDirectory.Kind
        /// The permissions, with the bits above them.
        public let mode: UInt32
        /// Whether it is ours, and our group's.
        public let isOurs: Bool
        /// The room it takes on the disk, in bytes.
        public let space: Int
        /// A number that names of one file have in common, where a file has several names; else nil.
        public let sharedNumber: UInt64?
    }

    /// Calls `body` for `directory` and all below it, for a directory after what is in it.
    ///
    /// - Throws: the errno of looking at one of them, and what `body` throws.
    public static func visit(_ directory: String, _ body: (Entry) throws(Errno) -> Void) throws(Errno) {
        var status = stat()
        try checked { lstat(directory, &status) }
        try visit(directory, status, device: status.st_dev, body)
    }

    private static func visit(
        _ path: String,
        _ status: stat,
        device: dev_t,
        _ body: (Entry) throws(Errno) -> Void
    ) throws(Errno) {
        let kind = kind(status)
        if kind == .directory {
            guard let stream = opendir(path) else { throw .last }
            defer { closedir(stream) }
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name == "." || name == ".." { continue }
                let child = path + "/" + name
                var status = stat()
                try checked { lstat(child, &status) }
                if status.st_dev == device { try visit(child, status, device: device, body) }
            }
        }
        let isShared = kind != .directory && status.st_nlink > 1
        try body(
            Entry(
                path: path,
                kind: kind,
                mode: status.st_mode & 0o7777,
                isOurs: status.st_uid == geteuid() && status.st_gid == getegid(),
                space: Int(status.st_blocks) * 512,
                sharedNumber: isShared ? UInt64(status.st_ino) : nil
            )
        )
    }

    private static func kind(_ status: stat) -> HostDirectory.Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .directory
        case S_IFLNK: .link
        default: .other
        }
    }

    /// The room that `directory` takes on the disk, each file counted once.
    ///
    /// - Throws: the errno of looking at one of them.
    public static func space(of directory: String) throws(Errno) -> Int {
        var sum = 0
        var seen: Set<UInt64> = []
        try visit(directory) { entry throws(Errno) in
            if let number = entry.sharedNumber, !seen.insert(number).inserted { return }
            sum += entry.space
        }
        return sum
    }
}
