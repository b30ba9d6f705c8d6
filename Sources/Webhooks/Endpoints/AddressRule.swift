/// To which addresses a webhook may be sent.
///
/// Whoever names a URL must not reach with it what only this network reaches. What counts is the address of the
/// connection itself: a name can mean one address when it is looked up, and another one a moment later.
public struct AddressRule: Hashable, Sendable {
    /// Networks that are allowed all the same.
    public var allowed: [Network]

    /// A rule that allows what is in these networks, and all that is public.
    public init(allowed: [Network] = []) { self.allowed = allowed }

    /// A rule that allows everything, for a receiver on this machine or in this network.
    public static let everything = AddressRule(allowed: [
        Network(bytes: [0, 0, 0, 0], prefix: 0), Network(bytes: [UInt8](repeating: 0, count: 16), prefix: 0),
    ])

    /// Addresses that begin alike.
    public struct Network: Hashable, Sendable {
        /// The first address: 4 or 16 bytes.
        public let bytes: [UInt8]
        /// How many bits are the same in all of them.
        public let prefix: Int

        /// The network of that first address and prefix.
        public init(bytes: [UInt8], prefix: Int) {
            self.bytes = bytes
            self.prefix = prefix
        }

        /// Whether an address, of 4 or 16 bytes, is in it.
        public func contains(_ address: [UInt8]) -> Bool {
            guard address.count == bytes.count else { return false }
            for place in 0..<prefix {
                let mask: UInt8 = 128 >> UInt8(place % 8)
                if address[place / 8] & mask != bytes[place / 8] & mask { return false }
            }
            return true
        }
    }

    /// Why nothing may be sent to an address; nil: it may.
    ///
    /// - Parameter address: Its 4 or 16 bytes, as in a packet.
    /// - Returns: What the address is, as in `a loopback address`.
    public func refusal(of address: [UInt8]) -> String? {
        guard address.count == 4 || address.count == 16 else { return "an address of no kind that is known" }
        if allowed.contains(where: { $0.contains(address) }) { return nil }
        if let inner = Self.inner(address) {
            // An address of the old kind within one of the new kind leads to the old one.
            if allowed.contains(where: { $0.contains(inner) }) { return nil }
            if let special = Self.special(inner) { return "\(special) within an IPv6 address" }
            return nil
        }
        return Self.special(address)
    }

    /// The IPv4 address that an IPv6 address stands for: mapped, compatible, translated (NAT64), or 6to4.
    private static func inner(_ address: [UInt8]) -> [UInt8]? {
        guard address.count == 16 else { return nil }
        let zero12 = address[..<10].allSatisfy { $0 == 0 }
        if zero12, address[10] == 255, address[11] == 255 { return Array(address[12...]) }
        // :: and ::1 are not of that kind.
        if zero12, address[10] == 0, address[11] == 0, address[12...].contains(where: { $0 != 0 }),
            address[12...] != [0, 0, 0, 1]
        {
            return Array(address[12...])
        }
        if address.starts(with: [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]) { return Array(address[12...]) }
        if address.starts(with: [0x20, 0x02]) { return Array(address[2..<6]) }
        return nil
    }

    private static func special(_ address: [UInt8]) -> String? {
        (address.count == 4 ? special4 : special6).first { $0.network.contains(address) }?.name
    }

    // IANA's registries of special-purpose addresses, and multicast.
    private static let special4: [(network: Network, name: String)] = [
        ([0, 0, 0, 0], 8, "an address of this network"), ([10, 0, 0, 0], 8, "a private address"),
        ([100, 64, 0, 0], 10, "a shared address"), ([127, 0, 0, 0], 8, "a loopback address"),
        ([169, 254, 0, 0], 16, "a link-local address"), ([172, 16, 0, 0], 12, "a private address"),
        ([192, 0, 0, 0], 24, "a reserved address"), ([192, 0, 2, 0], 24, "an address for documentation"),
        ([192, 88, 99, 0], 24, "a reserved address"), ([192, 168, 0, 0], 16, "a private address"),
        ([198, 18, 0, 0], 15, "an address for benchmarks"), ([198, 51, 100, 0], 24, "an address for documentation"),
        ([203, 0, 113, 0], 24, "an address for documentation"), ([224, 0, 0, 0], 4, "a multicast address"),
        ([240, 0, 0, 0], 4, "a reserved address"),
    ].map { (Network(bytes: $0.0, prefix: $0.1), $0.2) }

    private static let special6: [(network: Network, name: String)] = [
        ("0000", 128, "an unspecified address"), ("00000000000000000000000000000001", 128, "a loopback address"),
        ("0064ff9b0001", 48, "a translated private address"), ("0100", 64, "a discarded address"),
        ("2001", 23, "a reserved address"), ("20010db8", 32, "an address for documentation"),
        ("3fff", 20, "an address for documentation"), ("5f00", 16, "a reserved address"),
        ("fc00", 7, "a private address"), ("fe80", 10, "a link-local address"), ("fec0", 10, "a site-local address"),
        ("ff00", 8, "a multicast address"),
    ].map { (Network(bytes: bytes($0.0), prefix: $0.1), $0.2) }

    /// The 16 bytes that begin with these hexadecimal digits.
    private static func bytes(_ digits: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = digits[...]
        while !rest.isEmpty {
            bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
            rest = rest.dropFirst(2)
        }
        return bytes + [UInt8](repeating: 0, count: 16 - bytes.count)
    }
}
