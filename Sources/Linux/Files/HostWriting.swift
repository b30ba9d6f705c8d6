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

    /// Takes a file, directory or link for ourselves and our group, without following it.
    public static func take(_ path: String) throws(Errno) {
        try checked { lchown(path, geteuid(), getegid()) }
    }

    /// Sets the permissions of a file or directory, and the bits above them.
    public static func setMode(_ path: String, _ mode: UInt32) throws(Errno) {
        try checked { chmod(path, mode) }
    }

    /// Makes the symbolic link `path`, or gives the one that is there another target, so that it is never gone.
    public static func replaceLink(_ path: String, target: String) throws(Errno) {
        let temporary = "\(path).\(getpid()).new"
        try removeFile(temporary)
        try checked { symlink(target, temporary) }
        do {
            try rename(temporary, to: path)
        } catch {
            try? removeFile(temporary)
            throw error
        }
    }

    /// How many bytes can still be written where `path` is (`statvfs`(3)).
    public static func freeSpace(at path: String) throws(Errno) -> Int {
        var status = statvfs()
        try checked { statvfs(path, &status) }
        return Int(status.f_bavail) * Int(status.f_frsize)
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
    /// Says who may do what with the open file (`fchmod`(2)).
    public borrowing func setMode(_ mode: UInt32) throws(Errno) {
        let number = number
        try checked { fchmod(number, mode) }
    }
}
