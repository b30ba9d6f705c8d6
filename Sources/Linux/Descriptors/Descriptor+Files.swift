public import Glibc

extension Descriptor {
    /// Opens a file, close-on-exec always.
    ///
    /// The call is `openat`(2).
    ///
    /// - Throws: the call's errno.
    public static func open(
        _ path: String,
        _ flags: CInt = O_RDONLY,
        mode: mode_t = 0,
        at directory: CInt = AT_FDCWD
    ) throws(Errno) -> Descriptor {
        Descriptor(owning: try checked { openat(directory, path, flags | O_CLOEXEC, mode) })
    }

    /// Opens a file for reading and does not wait for it, as for a writer of a FIFO's; reads do not wait either.
    ///
    /// The call is `openat`(2).
    ///
    /// - Throws: the call's errno.
    public static func openedAtOnce(_ path: String) throws(Errno) -> Descriptor {
        try open(path, O_RDONLY | O_NONBLOCK)
    }

    /// What `fstat`(2) says of the file.
    public borrowing func status() throws(Errno) -> stat {
        var result = stat()
        let number = number
        try checked { fstat(number, &result) }
        return result
    }

    /// Reads up to `limit` bytes at `offset`, fewer only at the end.
    ///
    /// The call is `pread`(2).
    public borrowing func read(at offset: Int, upTo limit: Int) throws(Errno) -> [UInt8] {
        let number = number
        var failure: Errno?
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            count = 0
            while count < limit {
                let got = pread(number, buffer.baseAddress.map { $0 + count }, limit - count, off_t(offset + count))
                if got == 0 { break }
                if got > 0 {
                    count += got
                } else if errno != EINTR {
                    failure = .last
                    break
                }
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Reads what comes until all writers have closed, or `limit` bytes.
    ///
    /// The call is `read`(2).
    public borrowing func readToEnd(upTo limit: Int) throws(Errno) -> [UInt8] {
        let number = number
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1024)
        while bytes.count < limit {
            let count = try checked { Glibc::read(number, &piece, min(piece.count, limit - bytes.count)) }
            if count == 0 { break }
            bytes += piece.prefix(count)
        }
        return bytes
    }

    /// Reads what is there, up to `limit` bytes, none at the end.
    ///
    /// It waits where nothing is there yet. The call is `read`(2).
    public borrowing func readSome(upTo limit: Int) throws(Errno) -> [UInt8] {
        let number = number
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = try checked { Glibc::read(number, &bytes, limit) }
        bytes.removeSubrange(count...)
        return bytes
    }

    /// Reads a small file of the kernel's, which gives all of it at once, in one `pread`(2).
    public borrowing func readAtOnce(upTo limit: Int = 512) throws(Errno) -> [UInt8] {
        let number = number
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = try checked { pread(number, &bytes, limit, 0) }
        bytes.removeSubrange(count...)
        return bytes
    }

    /// Writes all of `bytes` at the current position.
    ///
    /// The call is `write`(2).
    public borrowing func write(_ bytes: some Collection<UInt8>) throws(Errno) {
        let number = number
        let content = Array(bytes)
        var done = 0
        while done < content.count {
            done += try checked {
                content.withUnsafeBytes { buffer in
                    Glibc::write(number, buffer.baseAddress.map { $0 + done }, buffer.count - done)
                }
            }
        }
    }

    /// Writes `text` in one `write`(2), as kernel files want it that can be set once and have no position.
    public borrowing func set(_ text: String) throws(Errno) {
        let number = number
        var text = text
        try checked { text.withUTF8 { Glibc::write(number, $0.baseAddress, $0.count) } }
    }

    /// Overwrites a kernel file, such as a cgroup's limit, in one `pwrite`(2) at its start.
    public borrowing func overwrite(_ text: String) throws(Errno) {
        let number = number
        var text = text
        try checked { text.withUTF8 { pwrite(number, $0.baseAddress, $0.count, 0) } }
    }
}

extension Descriptor {
    /// Flags for `open`, for modules that do not see Glibc.
    public static var writeOnly: CInt { O_WRONLY }
    /// For reading and writing.
    public static var readWrite: CInt { O_RDWR }
    /// For naming a file, not for reading it.
    public static var pathOnly: CInt { O_PATH }
    /// For a directory, and nothing else.
    public static var directory: CInt { O_RDONLY | O_DIRECTORY }

    /// Closes descriptors that were released before.
    public static func close(_ numbers: [CInt]) {
        for number in numbers where number >= 0 { _ = Glibc::close(number) }
    }
}
