internal import Glibc

/// The two ends of a pipe, close-on-exec.
///
/// The call is `pipe2`(2).
@frozen public struct Pipe: ~Copyable {
    /// Where to read.
    public var reader: Descriptor
    /// Where to write.
    public var writer: Descriptor

    /// A fresh pipe.
    public init() throws(Errno) {
        var ends: (CInt, CInt) = (-1, -1)
        try checked {
            withUnsafeMutableBytes(of: &ends) { buffer in
                guard let start = buffer.bindMemory(to: CInt.self).baseAddress else { return CInt(-1) }
                return pipe2(start, O_CLOEXEC)
            }
        }
        reader = Descriptor(owning: ends.0)
        writer = Descriptor(owning: ends.1)
    }
}

extension Pipe {
    /// Both ends, which from now on are the caller's to close.
    public consuming func release() -> (reader: CInt, writer: CInt) {
        (reader.release(), writer.release())
    }

    /// The reading end; the writing one is closed.
    public consuming func takeReader() -> Descriptor { reader }

    /// The writing end; the reading one is closed.
    public consuming func takeWriter() -> Descriptor { writer }
}

extension Descriptor {
    /// Has reads and writes of this open file fail with EAGAIN where they would wait.
    ///
    /// The call is `fcntl`(2) F_SETFL. Of a pipe it is for this end, and not for who opens it anew.
    public borrowing func neverWait() throws(Errno) {
        let number = number
        let flags = try checked { fcntl(number, F_GETFL) }
        try checked { fcntl(number, F_SETFL, flags | O_NONBLOCK) }
    }

    /// Lets the pipe hold so many bytes, where this user may still have that (`F_SETPIPE_SZ`, `fcntl`(2)).
    public borrowing func tryPipeCapacity(_ bytes: Int) {
        _ = fcntl(number, F_SETPIPE_SZ, CInt(clamping: bytes))
    }
}
