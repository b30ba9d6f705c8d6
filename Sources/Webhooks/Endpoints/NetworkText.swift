internal import Glibc

extension AddressRule.Network {
    /// The network written `text`: an address, or an address and a prefix, as in `10.1.0.0/16`; nil when it is none.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let address = parts.first else { return nil }
        let isNew = address.contains(":")
        var bytes = [UInt8](repeating: 0, count: isNew ? 16 : 4)
        guard inet_pton(isNew ? AF_INET6 : AF_INET, address, &bytes) == 1 else { return nil }
        var prefix = bytes.count * 8
        if parts.count == 2 {
            guard parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(parts[1]),
                (0...prefix).contains(number)
            else { return nil }
            prefix = number
        }
        self.init(bytes: bytes, prefix: prefix)
    }
}
