internal import Glibc

/// Where a server is reached.
public enum ListenAddress: Hashable, Sendable, CustomStringConvertible {
    /// A port of an IPv4 address, as four bytes.
    case ipv4([UInt8], port: UInt16)
    /// A port of an IPv6 address, as sixteen bytes.
    case ipv6([UInt8], port: UInt16)
    /// A socket in the file system.
    case file(String)

    /// The address written `127.0.0.1:8080`, `[::1]:8080`, `localhost:8080` or `unix:/path`; nil when it is none.
    ///
    /// Names other than `localhost` are none: whoever listens says on which address.
    public init?(text: String) {
        if text.hasPrefix("unix:") {
            let path = String(text.dropFirst(5))
            // sockaddr_un has room for 107 bytes and a NUL.
            guard path.hasPrefix("/"), path.utf8.count <= 107, !path.utf8.contains(0) else { return nil }
            self = .file(path)
            return
        }
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            return nil
        }
        let host = text[..<colon]
        if host == "localhost" {
            self = .ipv4([127, 0, 0, 1], port: port)
        } else if host.hasPrefix("["), host.hasSuffix("]") {
            guard let bytes = Self.bytes(String(host.dropFirst().dropLast()), AF_INET6, count: 16) else { return nil }
            self = .ipv6(bytes, port: port)
        } else {
            guard let bytes = Self.bytes(String(host), AF_INET, count: 4) else { return nil }
            self = .ipv4(bytes, port: port)
        }
    }

    /// Whether nobody on another machine reaches it.
    public var isLoopback: Bool {
        switch self {
        case .ipv4(let bytes, _): bytes.first == 127
        case .ipv6(let bytes, _): bytes == Array(repeating: 0, count: 15) + [1]
        case .file: true
        }
    }

    /// The address as it is written.
    public var description: String {
        switch self {
        case .ipv4(let bytes, let port): "\(Self.text(bytes, AF_INET)):\(port)"
        case .ipv6(let bytes, let port): "[\(Self.text(bytes, AF_INET6))]:\(port)"
        case .file(let path): "unix:\(path)"
        }
    }

    private static func bytes(_ text: String, _ family: CInt, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return inet_pton(family, text, &bytes) == 1 ? bytes : nil
    }

    static func text(_ bytes: [UInt8], _ family: CInt) -> String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
