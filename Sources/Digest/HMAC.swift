internal import CNettle

/// HMAC with SHA-256 (RFC 2104, computed by nettle).
public enum HMAC {
    /// The authentication code of `message` under `key`: 32 bytes.
    public static func sha256(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        var context = hmac_sha256_ctx()
        nettle_hmac_sha256_set_key(&context, key.count, key)
        nettle_hmac_sha256_update(&context, message.count, message)
        var code = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_hmac_sha256_digest(&context, code.count, &code)
        return code
    }

    /// Whether two secrets are the same, in a time that does not tell how far they agree.
    public static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && nettle_memeql_sec(left, right, left.count) == 1
    }
}
