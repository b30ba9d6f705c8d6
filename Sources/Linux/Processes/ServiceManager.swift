internal import Glibc

/// The service manager that has started this process, where it wants to be told how it goes (`sd_notify`(3)).
///
/// Telling is one datagram; that nobody takes it is no failure of ours.
public struct ServiceManager: Sendable {
    private let socket: String

    /// How often it wants a sign of life at least; nil: it wants none.
    public let watchdog: Duration?

    /// The manager that `environment` names; nil: there is none.
    public init?(environment: [String: String]) {
        guard let socket = environment["NOTIFY_SOCKET"], let first = socket.first, first == "/" || first == "@",
            socket.utf8.count < 108
        else { return nil }
        self.socket = socket
        let isForUs = environment["WATCHDOG_PID"].map { Int($0) == Int(getpid()) } ?? true
        let microseconds = environment["WATCHDOG_USEC"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        watchdog = isForUs ? microseconds.map { .microseconds($0) } : nil
    }

    /// Tells the state in lines such as `READY=1`.
    public func tell(_ lines: String...) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // A name that begins with @ is in no directory: its first byte is NUL.
        let name = Array(socket.utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { path in
            for (index, byte) in name.enumerated() { path[index] = index == 0 && byte == 64 ? 0 : byte }
        }
        let length = MemoryLayout<sa_family_t>.size + name.count
        let number = Glibc.socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { return }
        defer { close(number) }
        let message = Array(lines.joined(separator: "\n").utf8)
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                message.withUnsafeBytes { bytes in
                    sendto(
                        number,
                        bytes.baseAddress,
                        bytes.count,
                        CInt(MSG_NOSIGNAL | MSG_DONTWAIT),
                        __CONST_SOCKADDR_ARG(__sockaddr__: address),
                        socklen_t(length)
                    )
                }
            }
        }
    }
}
