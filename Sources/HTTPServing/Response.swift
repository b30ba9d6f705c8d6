/// What is answered to a request.
public struct Response: Sendable {
    /// What follows the header fields.
    public enum Body: Sendable {
        /// These bytes, with their length said before.
        case bytes([UInt8])
        /// What is sent into the stream as time goes by, until it is finished.
        case stream(EventStream)
    }

    /// The status, from 200 to 599.
    public var status: Int
    /// Header fields beyond those that every answer has; one of the same name takes the place of such a one.
    public var fields: [Request.Field]
    /// The body.
    public var body: Body
    /// Whether the connection is closed behind it.
    public var closes: Bool

    /// An answer with these parts.
    public init(status: Int, fields: [Request.Field] = [], body: [UInt8] = [], closes: Bool = false) {
        self.status = status
        self.fields = fields
        self.body = .bytes(body)
        self.closes = closes
    }

    /// A stream of server-sent events.
    public init(stream: EventStream) {
        status = 200
        fields = [
            .init(name: "content-type", value: "text/event-stream; charset=utf-8"),
            // Proxies of nginx's kind hold back what comes in drops, unless they are told not to.
            .init(name: "x-accel-buffering", value: "no"),
        ]
        body = .stream(stream)
        closes = false
    }

    /// Adds a header field.
    public mutating func add(_ name: String, _ value: String) { fields.append(.init(name: name, value: value)) }
}
