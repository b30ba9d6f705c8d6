internal import Queueing
public import Webhooks

/// What a service needs to have webhooks.
public struct WebhookSettings: Sendable {
    /// Where endpoints and messages are kept.
    public var store: any WebhookStore
    /// Whether `http:` will do.
    public var allowsPlain: Bool

    /// Webhooks that are kept in `store`.
    public init(_ store: any WebhookStore, allowsPlain: Bool = true) {
        self.store = store
        self.allowsPlain = allowsPlain
    }
}

extension ServiceContext {
    /// The URL of a webhook.
    ///
    /// - Throws: `Fault` for one that is none, or where there are no webhooks.
    func url(of text: String, at path: String) throws(Fault) -> EndpointURL {
        guard let webhooks = settings.webhooks else {
            throw Fault(.invalidField, "there are no webhooks in this service", at: path)
        }
        do throws(EndpointFlaw) {
            return try EndpointURL(text, allowsPlain: webhooks.allowsPlain)
        } catch {
            throw Fault(.invalidField, "\(error)", at: path)
        }
    }

    /// The endpoint at which a submission of `tenant` is told that names its own.
    ///
    /// The same URL and secret are the same endpoint, so that a repetition of a submission is one.
    ///
    /// - Throws: `Fault`, or what the store throws.
    func endpoint(_ webhook: SubmissionOrder.Webhook, tenant: String, at path: String) throws -> String? {
        let url = try url(of: webhook.url, at: "\(path)/url")
        guard let store = settings.webhooks?.store else { return nil }
        let secret: SecretSource
        if let text = webhook.secret {
            guard let named = WebhookSecret(text) else {
                throw Fault(
                    .invalidField,
                    "a secret is whsec_ and 24 to 64 bytes in base64",
                    at: "\(path)/secret"
                )
            }
            secret = .named(named)
        } else {
            secret = .made(from: try store.ownSecret())
        }
        let endpoint = Endpoint.single(
            tenant: tenant,
            url: url,
            secret: secret,
            style: webhook.style ?? Endpoint.standardStyle,
            at: queue.settings.clock.now()
        )
        let kept = try store.add(endpoint)
        // Whoever names an address that was gone wants it asked again.
        if kept.disabled != nil { _ = try store.disableEndpoint(kept.id, nil) }
        return kept.id
    }
}
