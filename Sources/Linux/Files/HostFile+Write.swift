internal import Glibc
internal import Synchronization

/// How many files this process has begun to replace: two threads may be at the same one.
private let drafts = Atomic(0)

extension HostFile {
    /// Writes a file so that a reader sees the old content or all of the new: under another name first, then renamed.
    ///
    /// What is no regular file, such as `/dev/null`, is written to as it is. Nothing is synchronised to the disk: what is
    /// lost with the power was not worth keeping.
    ///
    /// - Throws: the errno of the step that failed.
    public static func replace(_ path: String, with content: [UInt8]) throws(Errno) {
        if isWrittenInPlace(path) {
            return try Descriptor.open(path, O_WRONLY | O_TRUNC).write(content)
        }
        let temporary = "\(path).\(getpid())-\(drafts.add(1, ordering: .relaxed).newValue).new"
        do {
            let file = try Descriptor.open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, mode: 0o600)
            try file.write(content)
        } catch {
            _ = unlink(temporary)
            throw error
        }
        do {
            try checked { rename(temporary, path) }
        } catch {
            _ = unlink(temporary)
            throw error
        }
    }

    /// Whether what is at `path` is to be written to and not replaced: a device, a pipe, a link such as `/dev/stdout`.
    ///
    /// Root may replace even a device, and takes it away from everybody.
    public static func isWrittenInPlace(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    }
}
