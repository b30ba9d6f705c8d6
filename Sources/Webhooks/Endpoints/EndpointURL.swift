/// An address that somebody wants to be told at, as far as it can be judged by how it is written.
///
/// Where it leads is judged when a connection is made, by the address that it is made to (`AddressRule`).
public struct EndpointURL: Hashable, Sendable {
    /// As it was given.
    public let text: String
    /// The host in lower case with its port: what breaks, and is spared, as one.
    public let host: String

    /// - Parameters:
    ///   - text: The URL.
    ///   - allowsPlain: Whether `http:` will do.
    /// - Throws: what is wrong with it, in one line.
    public init(_ text: String, allowsPlain: Bool = true) throws(EndpointFlaw) {
        guard text.utf8.count <= 2000 else { throw EndpointFlaw("a webhook's URL has at most 2000 bytes") }
        guard text.utf8.allSatisfy({ (33...126).contains($0) }) else {
            throw EndpointFlaw("a webhook's URL is printable ASCII without spaces; escape the rest with %")
        }
        let isSecure = text.lowercased().hasPrefix("https://")
        guard isSecure || text.lowercased().hasPrefix("http://") else {
            throw EndpointFlaw("a webhook's URL begins with https:// or http://")
        }
        guard isSecure || allowsPlain else { throw EndpointFlaw("a webhook's URL begins with https:// here") }
        guard !text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "#") }) else {
            throw EndpointFlaw("a webhook's URL has neither a backslash nor a fragment")
        }
        let rest = text.dropFirst(isSecure ? 8 : 7)
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard !authority.contains("@") else {
            throw EndpointFlaw("a webhook's URL has no user or password; the signature says who sends")
        }
        var name = authority[...]
        var port = isSecure ? "443" : "80"
        // The colon of a port is behind the brackets of an IPv6 address.
        if let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") {
            name = authority[..<colon]
            port = String(authority[authority.index(after: colon)...])
        }
        guard let number = Int(port), (1...65535).contains(number), port.utf8.allSatisfy({ (48...57).contains($0) })
        else { throw EndpointFlaw("a webhook's URL has a port from 1 to 65535") }
        let isLiteral = name.hasPrefix("[") && name.hasSuffix("]")
        let letters = isLiteral ? name.dropFirst().dropLast() : name
        guard !letters.isEmpty,
            letters.utf8.allSatisfy({ Self.isHostByte($0) || isLiteral && $0 == UInt8(ascii: ":") })
        else { throw EndpointFlaw("a webhook's URL names a host, of letters, digits, '-' and '.'") }
        self.text = text
        host = "\(name.lowercased()):\(number)"
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 97...122, 65...90, 48...57, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
        default: false
        }
    }
}

/// What is wrong with an endpoint, in one line.
public struct EndpointFlaw: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line.
    public let description: String

    /// That flaw.
    public init(_ description: String) { self.description = description }
}
