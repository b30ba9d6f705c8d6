internal import Access
internal import Digest
public import Queueing

/// Somebody who wants to be told how submissions end.
public struct Endpoint: Hashable, Sendable {
    /// What can be told.
    public enum Kind: String, CaseIterable, Sendable {
        /// A submission has its result.
        case finished
        /// A submission was given up.
        case dead
        /// A submission was taken back.
        case cancelled
    }

    /// Its name, as in `ep_…`.
    public var id: String
    /// Whose submissions.
    public var tenant: String
    /// Only those that came under this key; nil: all of the tenant's.
    public var key: String?
    /// Where it is told.
    public var url: String
    /// The host and port of `url`.
    public var host: String
    /// What signs the messages.
    public var secret: WebhookSecret
    /// In which form it is told: `standard`, or what an adapter has added.
    public var style: String
    /// What it is told.
    public var kinds: Set<Kind>
    /// Whether it is told of all submissions; if not, only of those that name it.
    public var isStanding: Bool
    /// When it came.
    public var createdAt: Timestamp
    /// Why nothing is sent to it any more, in one line; nil: it is in use.
    public var disabled: String?

    /// An endpoint with these parts.
    public init(
        id: String,
        tenant: String,
        key: String? = nil,
        url: EndpointURL,
        secret: WebhookSecret,
        style: String = Endpoint.standardStyle,
        kinds: Set<Kind> = Set(Kind.allCases),
        isStanding: Bool,
        createdAt: Timestamp,
        disabled: String? = nil
    ) {
        self.id = id
        self.tenant = tenant
        self.key = key
        self.url = url.text
        host = url.host
        self.secret = secret
        self.style = style
        self.kinds = kinds
        self.isStanding = isStanding
        self.createdAt = createdAt
        self.disabled = disabled
    }

    /// The form that Standard Webhooks lays down.
    public static let standardStyle = "standard"

    /// An endpoint for all submissions of a tenant, or of one of its keys.
    public static func standing(
        tenant: String,
        key: String? = nil,
        url: EndpointURL,
        secret: WebhookSecret = .random(),
        kinds: Set<Kind> = Set(Kind.allCases),
        at now: Timestamp
    ) -> Endpoint {
        Endpoint(
            id: "ep_" + RandomBytes.name(16),
            tenant: tenant,
            key: key,
            url: url,
            secret: secret,
            kinds: kinds,
            isStanding: true,
            createdAt: now
        )
    }

    /// The endpoint of single submissions that name this URL.
    ///
    /// Its name is made of the tenant, the URL, the style and the secret that was asked for: the same request twice is the
    /// same endpoint, so that a repeated submission is the same, too.
    public static func single(
        tenant: String,
        url: EndpointURL,
        secret: SecretSource,
        style: String = Endpoint.standardStyle,
        at now: Timestamp
    ) -> Endpoint {
        var named: WebhookSecret?
        if case .named(let secret) = secret { named = secret }
        var digest = SHA256()
        for part in [tenant, url.text, style, named?.text ?? ""] { digest.update(field: part) }
        let name = digest.finish()
        return Endpoint(
            id: "ep_" + name.prefix(24),
            tenant: tenant,
            url: url,
            secret: secret.secret(for: name),
            style: style,
            isStanding: false,
            createdAt: now
        )
    }

    /// The kinds as they are stored.
    public var kindText: String { Kind.allCases.filter(kinds.contains).map(\.rawValue).joined(separator: ",") }

    /// The kinds that are stored as `text`.
    public static func kinds(_ text: String) -> Set<Kind> {
        Set(text.split(separator: ",").compactMap { Kind(rawValue: String($0)) })
    }
}
