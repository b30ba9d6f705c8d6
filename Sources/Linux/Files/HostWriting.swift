internal import Glibc

/// Making and removing files and directories that are ours alone.
public enum HostWriting {
    /// Makes one directory.
    public static func makeDirectory(_ path: String, mode: UInt32) throws(Errno) {
        try checked { mkdir(path, mode) }
        // Whatever our umask is.
        try checked { chmod(path, mode) }
    }

    /// Gives a file to another user and group.
    public static func give(_ path: String, user: Int, group: Int) throws(Errno) {
        try checked { chown(path, UInt32(user), UInt32(group)) }
    }

    /// Makes a file, which must not exist, to be filled through the descriptor.
    public static func makeFile(_ path: String, mode: UInt32) throws(Errno) -> Descriptor {
        let file = try Descriptor.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
        let number = file.number
        try checked { fchmod(number, mode) }
        return file
    }

    /// Sets the time of a file's last change to now (`utimensat`(2)).
    public static func touch(_ path: String) throws(Errno) {
        try checked { utimensat(AT_FDCWD, path, nil, 0) }
    }

    /// Renames a file or a directory, which becomes visible under the new name as a whole.
    public static func rename(_ path: String, to other: String) throws(Errno) {
        try checked { Glibc::rename(path, other) }
    }

    /// Removes a file; one that does not exist is fine.
    public static func removeFile(_ path: String) throws(Errno) {
        do {
            try checked { unlink(path) }
        } catch  where error == .missing {
            // Gone already.
        }
    }

    /// Removes a directory of ours with all that is in it, following no links.
    public static func removeTree(_ path: String) throws(Errno) {
        for entry in try HostDirectory.entries(of: path) {
            let child = path + "/" + entry.name
            if entry.kind == .directory && HostDirectory.target(ofLink: child) == nil {
                try removeTree(child)
            } else {
                try removeFile(child)
            }
        }
        try checked { rmdir(path) }
    }
}

extension Descriptor {
    /// Gives the open file to `user` and `group` (`fchown`(2)).
    public borrowing func give(user: Int, group: Int) throws(Errno) {
        let number = number
        try checked { fchown(number, UInt32(user), UInt32(group)) }
    }
}
