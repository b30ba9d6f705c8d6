internal import Digest

/// An API key as its owner has it: `assay_`, eight characters by which it is known, `_`, 32 random bytes in base64url.
public struct KeyText: Hashable, Sendable {
    /// The public part.
    public let id: String
    /// All of it; whoever has that has what the key may do.
    public let text: String

    private static let prefix = "assay_"
    private static let idLength = 8
    private static let secretLength = 43

    /// A key that nobody has.
    public static func random() -> KeyText {
        let id = RandomBytes.name(idLength)
        return KeyText(id: id, text: "\(prefix)\(id)_\(Base64.encodeForURL(RandomBytes.take(32)))")
    }

    private init(id: String, text: String) {
        self.id = id
        self.text = text
    }

    /// The key that `text` is written like; nil when it is written like none.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        let start = Self.prefix.utf8.count
        guard bytes.count == start + Self.idLength + 1 + Self.secretLength, bytes.starts(with: Self.prefix.utf8),
            bytes[start + Self.idLength] == UInt8(ascii: "_")
        else { return nil }
        let id = bytes[start..<start + Self.idLength]
        guard id.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) }) else { return nil }
        let secret = bytes[(start + Self.idLength + 1)...]
        guard secret.allSatisfy(Self.isDigit) else { return nil }
        self.id = String(decoding: id, as: UTF8.self)
        self.text = text
    }

    /// What is stored of it: the SHA-256 of all of it, in hexadecimal.
    ///
    /// A key is 256 random bits, so that nothing slower than one hash is needed: there is nothing to guess.
    public var digest: String {
        var digest = SHA256()
        digest.update(Array(text.utf8))
        return digest.finish()
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 97...122, 65...90, 48...57, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
