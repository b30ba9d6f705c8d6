internal import CNettle

/// A SHA-256 digest that is fed piece by piece (FIPS 180-4, computed by nettle).
public struct SHA256 {
    private var context = sha256_ctx()

    /// A digest of nothing yet.
    public init() {
        nettle_sha256_init(&context)
    }

    /// Adds `bytes`.
    public mutating func update(_ bytes: some Collection<UInt8>) {
        let fed: Void? = bytes.withContiguousStorageIfAvailable { buffer in
            nettle_sha256_update(&context, buffer.count, buffer.baseAddress)
        }
        if fed == nil {
            update(Array(bytes))
        }
    }

    /// Adds the UTF-8 of `text`, and a NUL so that two texts in a row never read as another two.
    public mutating func update(field text: String) {
        update(Array(text.utf8) + [0])
    }

    /// The digest in lower-case hexadecimal.
    ///
    /// Nothing may be added afterwards.
    public mutating func finish() -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_sha256_digest(&context, digest.count, &digest)
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
