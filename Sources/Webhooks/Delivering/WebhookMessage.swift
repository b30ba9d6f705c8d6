public import Queueing

/// What is sent to an endpoint, but for the signature.
public struct WebhookMessage: Hashable, Sendable {
    /// `POST`, or what an adapter's clients expect.
    public var method: String
    /// The media type of the body.
    public var contentType: String
    /// The body.
    public var body: [UInt8]

    /// A message with these parts.
    public init(method: String = "POST", contentType: String = "application/json", body: [UInt8]) {
        self.method = method
        self.contentType = contentType
        self.body = body
    }

    /// Makes a message of what happened, in the form of a style; nil: there is nothing to tell any more.
    public typealias Style = @Sendable (ClaimedDelivery) throws(QueueError) -> WebhookMessage?
}

/// Sends messages.
public protocol WebhookSending: Sendable {
    /// Sends a message and waits for the answer, for a bounded time.
    ///
    /// - Parameters:
    ///   - message: What is sent.
    ///   - url: Where.
    ///   - headers: Further header fields.
    /// - Returns: What came of it.
    func send(_ message: WebhookMessage, to url: String, headers: [(name: String, value: String)]) -> DeliveryAnswer
}
