internal import Glibc
internal import Linux

/// A socket that clients can connect to.
struct ListeningSocket {
    /// Its descriptor, which whoever made it has to close.
    let number: CInt
    /// Where it is, with the port that it was given.
    let address: ListenAddress
    /// The file that it has, where it has one.
    private let file: File?

    /// Which file is at a path, and whether it is a socket.
    private struct File: Equatable {
        let device: UInt
        let number: UInt
        let isSocket: Bool

        /// What is at `path`, links not followed; nil: nothing that could be seen.
        init?(at path: String) {
            var status = stat()
            guard lstat(path, &status) == 0 else { return nil }
            device = UInt(status.st_dev)
            number = UInt(status.st_ino)
            isSocket = status.st_mode & S_IFMT == S_IFSOCK
        }
    }

    /// Listens at `address`; port 0 is one that is free.
    ///
    /// What a server that was killed has left at a path goes; nothing else does.
    ///
    /// - Throws: `ServerError`.
    init(_ address: ListenAddress) throws(ServerError) {
        if case .file(let path) = address, let file = File(at: path), !file.isSocket { throw .occupied(path) }
        do throws(Errno) {
            try self.init(free: address)
        } catch {
            throw .address(address, error)
        }
    }

    /// - Throws: the error of `socket`(2), `bind`(2) or `listen`(2).
    private init(free address: ListenAddress) throws(Errno) {
        let family: CInt =
            switch address {
            case .ipv4: AF_INET
            case .ipv6: AF_INET6
            case .file: AF_UNIX
            }
        let kind = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue) | CInt(SOCK_NONBLOCK.rawValue)
        let number = socket(family, kind, 0)
        guard number >= 0 else { throw Errno.last }
        do throws(Errno) {
            try Self.bind(number, to: address)
            guard listen(number, 1024) == 0 else { throw Errno.last }
        } catch {
            close(number)
            throw error
        }
        self.number = number
        self.address = Self.bound(number, address)
        if case .file(let path) = address { file = File(at: path) } else { file = nil }
    }

    /// Removes its file, unless another one has come in its place.
    func removeFile() {
        guard case .file(let path) = address, let file, File(at: path) == file else { return }
        unlink(path)
    }

    private static func bind(_ number: CInt, to address: ListenAddress) throws(Errno) {
        var on: CInt = 1
        var result: CInt = -1
        switch address {
        case .ipv4(let bytes, let port):
            setsockopt(number, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<CInt>.size))
            var place = sockaddr_in()
            place.sin_family = sa_family_t(AF_INET)
            place.sin_port = port.bigEndian
            withUnsafeMutableBytes(of: &place.sin_addr) { $0.copyBytes(from: bytes) }
            result = withPointer(to: place) { Glibc.bind(number, $0, $1) }
        case .ipv6(let bytes, let port):
            setsockopt(number, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<CInt>.size))
            // `[::]` means every address, IPv4 among them, wherever the system's default may be the other way.
            var off: CInt = 0
            setsockopt(number, CInt(IPPROTO_IPV6), IPV6_V6ONLY, &off, socklen_t(MemoryLayout<CInt>.size))
            var place = sockaddr_in6()
            place.sin6_family = sa_family_t(AF_INET6)
            place.sin6_port = port.bigEndian
            withUnsafeMutableBytes(of: &place.sin6_addr) { $0.copyBytes(from: bytes) }
            result = withPointer(to: place) { Glibc.bind(number, $0, $1) }
        case .file(let path):
            var place = sockaddr_un()
            place.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &place.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
            // What a server that was killed has left answers nobody; one that lives is not pushed aside.
            // To connect to what is no socket is refused as well: that is somebody's file.
            if File(at: path)?.isSocket == true, withPointer(to: place, { isStale($0, $1) }) { unlink(path) }
            // The socket is its owner's and their group's: the file is made with these rights, not given them later.
            let mask = umask(0o117)
            result = withPointer(to: place) { Glibc.bind(number, $0, $1) }
            umask(mask)
        }
        guard result == 0 else { throw Errno.last }
    }

    private static func withPointer<Address>(
        to address: Address,
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt
    ) -> CInt {
        withUnsafeBytes(of: address) { bytes in
            guard let base = bytes.baseAddress else { return -1 }
            return body(base.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
        }
    }

    private static func withPointer<Address>(
        to address: Address,
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Bool
    ) -> Bool {
        withPointer(to: address) { pointer, count -> CInt in body(pointer, count) ? 1 : 0 } == 1
    }

    private static func isStale(_ address: UnsafePointer<sockaddr>, _ count: socklen_t) -> Bool {
        let probe = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        guard probe >= 0 else { return false }
        defer { close(probe) }
        return connect(probe, address, count) != 0 && errno == ECONNREFUSED
    }

    /// Where the socket turned out to be.
    private static func bound(_ number: CInt, _ address: ListenAddress) -> ListenAddress {
        var place = sockaddr_storage()
        var count = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = withUnsafeMutableBytes(of: &place) { bytes -> CInt in
            guard let base = bytes.baseAddress else { return -1 }
            return getsockname(number, base.assumingMemoryBound(to: sockaddr.self), &count)
        }
        guard result == 0 else { return address }
        let port = withUnsafeBytes(of: place) { UInt16($0[2]) << 8 | UInt16($0[3]) }
        switch address {
        case .ipv4(let bytes, _): return .ipv4(bytes, port: port)
        case .ipv6(let bytes, _): return .ipv6(bytes, port: port)
        case .file: return address
        }
    }
}
