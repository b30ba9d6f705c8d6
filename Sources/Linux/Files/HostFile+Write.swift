internal import Glibc

extension HostFile {
    /// Writes a file so that a reader sees the old content or all of the new: under another name first, then renamed.
    ///
    /// Nothing is synchronised to the disk: what is lost with the power was not worth keeping.
    ///
    /// - Throws: the errno of the step that failed.
    public static func replace(_ path: String, with content: [UInt8]) throws(Errno) {
        let temporary = "\(path).\(getpid()).new"
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
}
