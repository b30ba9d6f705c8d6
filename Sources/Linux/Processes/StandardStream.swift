internal import Glibc

/// One of the descriptors that this process was started with.
///
/// Unlike a `Descriptor` it is nobody's to close.
public enum StandardStream: CInt, Sendable {
    /// Descriptor 1.
    case output = 1
    /// Descriptor 2.
    case error = 2

    /// Opens `/dev/null` as each of the descriptors 0, 1 and 2 that is closed.
    ///
    /// Otherwise the next file to be opened would take its number, and be written to as if it were standard output.
    public static func openMissing() {
        for number: CInt in 0...2 where fcntl(number, F_GETFD) == -1 {
            // The lowest free number is this one. Without /dev/null the danger is as it was.
            _ = Glibc.open("/dev/null", O_RDWR)
        }
    }

    /// Writes all of `bytes`.
    ///
    /// - Throws: the errno of `write`(2); EPIPE when nobody reads any more and SIGPIPE is ignored.
    public func write(_ bytes: [UInt8]) throws(Errno) {
        var done = 0
        while done < bytes.count {
            do {
                done += try checked {
                    bytes.withUnsafeBytes { buffer in
                        Glibc.write(rawValue, buffer.baseAddress.map { $0 + done }, buffer.count - done)
                    }
                }
            } catch  where error == .again {
                // Somebody else's open file description may be non-blocking; it is shared, so it is not ours to change.
                var waiting = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
                try checked { poll(&waiting, 1, -1) }
            }
        }
    }
}
