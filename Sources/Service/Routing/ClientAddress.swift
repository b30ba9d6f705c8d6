internal import Access
internal import HTTPServing
public import Webhooks

/// Who has asked, by where they came from: for rate limits and the audit log.
public struct ClientAddress: Hashable, Sendable {
    /// The proxies of one's own: what they say of who has asked is believed.
    public var proxies: [AddressRule.Network]
    /// Whether who comes by a socket in the file system is such a proxy.
    public var trustsSocket: Bool

    /// Believes what these proxies say.
    public init(proxies: [AddressRule.Network] = [], trustsSocket: Bool = false) {
        self.proxies = proxies
        self.trustsSocket = trustsSocket
    }

    /// The address that a request came from, before it came to a proxy of one's own.
    ///
    /// Every proxy adds to `X-Forwarded-For` whom it was asked by, and what stood there before may be anybody's fancy:
    /// so it is read from its end, as long as there are proxies of one's own.
    func of(_ head: Request) -> String {
        guard isProxy(head.peer) else { return head.peer }
        let told = head.fields.filter { $0.name == "x-forwarded-for" }
            .flatMap { $0.value.split(separator: ",", omittingEmptySubsequences: false) }
        var client = head.peer
        for text in told.reversed() {
            guard let address = Self.plain(String(text)) else { return client }
            client = address
            if !isProxy(address) { return client }
        }
        return client
    }

    private func isProxy(_ address: String) -> Bool {
        if address.isEmpty { return trustsSocket }
        guard let bytes = AddressRule.Network(address)?.bytes else { return false }
        return proxies.contains { $0.contains(bytes) }
    }

    /// An address without blanks, brackets and a port; nil: it is none.
    private static func plain(_ text: String) -> String? {
        var address = text.drop { $0 == " " || $0 == "\t" }
        while let last = address.last, last == " " || last == "\t" { address = address.dropLast() }
        if address.hasPrefix("["), let end = address.firstIndex(of: "]") {
            address = address[address.index(after: address.startIndex)..<end]
        } else if address.count(where: { $0 == ":" }) == 1, let colon = address.firstIndex(of: ":") {
            address = address[..<colon]
        }
        guard !address.contains("/"), let bytes = AddressRule.Network(String(address))?.bytes else { return nil }
        // A client of the old kind is one client, however it is written.
        let mapped: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]
        guard bytes.count == 16, bytes.starts(with: mapped) else { return address.lowercased() }
        return bytes.suffix(4).map(String.init).joined(separator: ".")
    }
}

extension RateSubject {
    /// Who is counted for what comes from `address`: of IPv6 a network of 64 bits, which everybody has who has one address.
    static func client(_ address: String) -> RateSubject {
        guard let bytes = AddressRule.Network(address)?.bytes, bytes.count == 16 else { return .address(address) }
        let groups = stride(from: 0, to: 8, by: 2).map { place in
            String(Int(bytes[place]) << 8 | Int(bytes[place + 1]), radix: 16)
        }
        return .address(groups.joined(separator: ":") + "::/64")
    }
}
