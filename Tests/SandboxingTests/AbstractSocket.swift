import CLinux
import Glibc
import Linux

/// A socket without a file that listens in another process's network namespace.
struct AbstractSocket {
    private let number: CInt

    /// Lets one listen under `name` where that process is; needs root.
    init(_ name: String, inNetworkOf process: Int) throws(Errno) {
        let place = try Descriptor.open("/proc/\(process)/ns/net")
        let (answer, answerer) = try Pipe().release()
        let entered = place.number
        // A thread of its own: it never comes back from there.
        try Linux.Thread.start {
            var result = Self.listen(name, in: entered)
            _ = write(answerer, &result, MemoryLayout<CInt>.size)
            Glibc.close(answerer)
        }
        var result: CInt = -1
        let got = read(answer, &result, MemoryLayout<CInt>.size)
        Glibc.close(answer)
        guard got == MemoryLayout<CInt>.size else { throw Errno(EIO) }
        guard result >= 0 else { throw Errno(-result) }
        number = result
        _ = consume place
    }

    func close() { Glibc.close(number) }

    /// The listening socket, or the negative error.
    private static func listen(_ name: String, in namespace: CInt) -> CInt {
        guard setns(namespace, CLONE_NEWNET) == 0 else { return -errno }
        let number = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { return -errno }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let length = name.utf8.count
        withUnsafeMutableBytes(of: &address.sun_path) { bytes in
            for (index, byte) in name.utf8.enumerated() where index + 1 < bytes.count { bytes[index + 1] = byte }
        }
        let size = socklen_t(MemoryLayout<sa_family_t>.size + 1 + length)
        let isBound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(number, __CONST_SOCKADDR_ARG(__sockaddr__: $0), size) == 0
            }
        }
        guard isBound, Glibc.listen(number, 8) == 0 else {
            let error = errno
            Glibc.close(number)
            return -error
        }
        return number
    }
}
