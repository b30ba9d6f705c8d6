import Core
import Linux

/// What is done to a tree of files when all packages are in it: what only the building needed goes, and what no box could
/// use.
enum Finishing {
    /// Directories that are emptied: caches, logs, places of the running system.
    private static let emptied = [
        "/boot", "/dev", "/home", "/proc", "/root", "/run", "/sys", "/tmp", "/usr/share/doc-base", "/usr/share/info",
        "/usr/share/lintian", "/usr/share/locale", "/usr/share/man", "/var/backups", "/var/cache", "/var/lib/apt",
        "/var/log", "/var/mail", "/var/spool", "/var/tmp",
    ]

    /// Files that are removed: secrets of the building host, settings for the building, old copies.
    private static let removed = [
        "/etc/apt/apt.conf.d/00assay", "/etc/apt/assay-certificates.pem", "/etc/dpkg/dpkg.cfg.d/assay",
        "/etc/group-", "/etc/gshadow", "/etc/gshadow-", "/etc/hostname", "/etc/ld.so.cache~", "/etc/machine-id",
        "/etc/passwd-", "/etc/resolv.conf", "/etc/shadow", "/etc/shadow-", "/etc/subgid-", "/etc/subuid-",
        "/usr/sbin/policy-rc.d", "/var/lib/dpkg/available-old", "/var/lib/dpkg/status-old",
    ]

    /// Cleans `tree` up.
    ///
    /// - Returns: the room that it takes on the disk.
    /// - Throws: the errno of a call that failed.
    static func clean(_ tree: String) throws(Errno) -> ByteCount {
        for path in emptied where isPlainDirectory(tree + path) { try empty(tree + path) }
        for path in removed { try HostWriting.removeFile(tree + path) }
        return try tame(tree)
    }

    /// Takes from `tree` whatever is more than files that anybody may read.
    ///
    /// - Returns: the room that it takes on the disk.
    /// - Throws: the errno of a call that failed.
    static func tame(_ tree: String) throws(Errno) -> ByteCount {
        var space = 0
        var seen: Set<UInt64> = []
        try TreeWalk.visit(tree) { entry throws(Errno) in
            // The ids of another system mean somebody else on this one.
            if !entry.isOurs { try HostWriting.take(entry.path) }
            switch entry.kind {
            case .link: break
            case .other:
                // Devices, sockets and pipes: a box has its own, or none.
                try HostWriting.removeFile(entry.path)
                return
            case .file, .directory: try open(entry)
            }
            if let number = entry.sharedNumber, !seen.insert(number).inserted { return }
            space += entry.space
        }
        return ByteCount(space)
    }

    /// Lets everybody read a file or directory, as every box may, and nobody become somebody else by it.
    private static func open(_ entry: TreeWalk.Entry) throws(Errno) {
        let isProgram = entry.kind == .directory || entry.mode & 0o100 != 0
        let mode = (entry.mode | (isProgram ? 0o555 : 0o444)) & 0o755
        // Taking it may have changed it already.
        if mode != entry.mode || !entry.isOurs { try HostWriting.setMode(entry.path, mode) }
    }

    private static func empty(_ directory: String) throws(Errno) {
        for entry in try HostDirectory.entries(of: directory) {
            let child = directory + "/" + entry.name
            if isPlainDirectory(child) {
                try HostWriting.removeTree(child)
            } else {
                try HostWriting.removeFile(child)
            }
        }
    }

    private static func isPlainDirectory(_ path: String) -> Bool {
        HostDirectory.kind(of: path) == .directory && HostDirectory.target(ofLink: path) == nil
    }
}
