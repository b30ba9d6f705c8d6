internal import Access
internal import Digest

/// Where the secret of an endpoint of single submissions comes from.
public enum SecretSource: Hashable, Sendable {
    /// Whoever submits has named it.
    case named(WebhookSecret)
    /// It is made of the database's own secret.
    ///
    /// So it is the same one when the endpoint was forgotten meanwhile: its receiver goes on with what it has.
    case made(from: String)

    func secret(for endpoint: String) -> WebhookSecret {
        switch self {
        case .named(let secret): secret
        case .made(let own): WebhookSecret(madeFrom: own, for: endpoint)
        }
    }
}

/// What signs the messages to an endpoint: `whsec_` and 24 to 64 bytes in base64, as Standard Webhooks writes it.
public struct WebhookSecret: Hashable, Sendable {
    /// As receivers configure it.
    public let text: String
    let key: [UInt8]

    private static let prefix = "whsec_"

    /// A secret that nobody has.
    public static func random() -> WebhookSecret { WebhookSecret(key: RandomBytes.take(32)) }

    init(madeFrom own: String, for endpoint: String) {
        self.init(key: HMAC.sha256(Array("webhook \(endpoint)".utf8), key: Array(own.utf8)))
    }

    private init(key: [UInt8]) {
        self.key = key
        text = Self.prefix + Base64.encode(key)
    }

    /// The secret written `text`; nil when it is none, or too short to be one.
    public init?(_ text: String) {
        guard text.hasPrefix(Self.prefix), let key = Base64.decode(String(text.dropFirst(Self.prefix.count))),
            (24...64).contains(key.count)
        else { return nil }
        self.key = key
        self.text = text
    }

    /// The value of `webhook-signature`: `v1,` and the base64 of the HMAC-SHA256 of `ID.TIMESTAMP.BODY`.
    ///
    /// - Parameters:
    ///   - id: The value of `webhook-id`.
    ///   - timestamp: The value of `webhook-timestamp`: seconds since 1970.
    ///   - body: The body, as it is sent.
    /// - Returns: The signature.
    public func signature(id: String, timestamp: Int, body: [UInt8]) -> String {
        "v1," + Base64.encode(HMAC.sha256(Array("\(id).\(timestamp).".utf8) + body, key: key))
    }
}
