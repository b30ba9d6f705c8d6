import Glibc
import Linux

/// Listeners of the host's that nobody calls at but a program that has got out.
enum HostListener {
    /// One on a port of the loopback device that the kernel has chosen.
    ///
    /// - Throws: the errno of `socket`(2), `bind`(2) or `listen`(2).
    static func onLoopback() throws(Errno) -> Descriptor {
        let listener = try makeSocket(AF_INET)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener.number, __CONST_SOCKADDR_ARG(__sockaddr__: $0), length)
            }
        }
        guard bound == 0, listen(listener.number, 8) == 0 else { throw .last }
        return listener
    }

    /// A connection to a port of the loopback device, on which an answer is awaited for minutes.
    ///
    /// - Throws: the errno of `socket`(2) or `connect`(2).
    static func connected(to port: Int) throws(Errno) -> Descriptor {
        let connection = try makeSocket(AF_INET)
        var patience = timeval(tv_sec: 240, tv_usec: 0)
        setsockopt(connection.number, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let number = connection.number
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(number, __CONST_SOCKADDR_ARG(__sockaddr__: $0), socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw .last }
        return connection
    }

    /// The port of a listener on the loopback device.
    ///
    /// - Throws: the errno of `getsockname`(2).
    static func port(of listener: borrowing Descriptor) throws(Errno) -> Int {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let number = listener.number
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getsockname(number, __SOCKADDR_ARG(__sockaddr__: $0), &length)
            }
        }
        guard result == 0 else { throw .last }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    /// One with an abstract name, which is given without the NUL that it begins with.
    ///
    /// - Throws: the errno of `socket`(2), `bind`(2) or `listen`(2).
    static func named(_ name: String) throws(Errno) -> Descriptor {
        let listener = try makeSocket(AF_UNIX)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { path in
            for (index, byte) in name.utf8.enumerated() { path[index + 1] = byte }
        }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + 1 + name.utf8.count)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener.number, __CONST_SOCKADDR_ARG(__sockaddr__: $0), length)
            }
        }
        guard bound == 0, listen(listener.number, 8) == 0 else { throw .last }
        return listener
    }

    /// Whether somebody has called.
    static func hasCaller(_ listener: borrowing Descriptor) -> Bool {
        var poll = Poll()
        poll.add(listener.number)
        return (try? poll.wait(nanoseconds: 0)) ?? false
    }

    private static func makeSocket(_ family: CInt) throws(Errno) -> Descriptor {
        let kind = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
        let number = socket(family, kind, 0)
        guard number >= 0 else { throw .last }
        return Descriptor(owning: number)
    }
}
