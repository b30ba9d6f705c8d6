/// What a server bounds, so that no client has it use more than it has.
public struct ServerLimits: Hashable, Sendable {
    /// Connections at once.
    public var connections: Int
    /// Connections of one address at once.
    public var connectionsPerAddress: Int
    /// Streams at once.
    public var streams: Int
    /// Header fields of a request.
    public var fields: Int
    /// Bytes of a request's header fields together.
    public var fieldBytes: Int
    /// Bytes of a request's target.
    public var targetBytes: Int
    /// Bytes of all bodies that are held at once.
    public var bodyBytes: Int
    /// Bytes of all answers that are held at once, until their readers have taken them.
    public var answerBytes: Int
    /// Seconds in which nothing comes or goes, after which a connection is closed.
    public var idleSeconds: Int
    /// Seconds in which a request has to be there as a whole, however slowly it comes.
    public var requestSeconds: Int
    /// Seconds after which a stream that has nothing to say says so.
    public var heartbeatSeconds: Int
    /// Bytes that a stream's reader may be behind.
    public var streamBytes: Int
    /// Threads for work that blocks.
    public var threads: Int
    /// Requests that wait for such a thread.
    public var waiting: Int

    /// The limits of those who have no others.
    public init(
        connections: Int = 4096,
        connectionsPerAddress: Int = 2048,
        streams: Int = 2048,
        fields: Int = 100,
        fieldBytes: Int = 16 << 10,
        targetBytes: Int = 8 << 10,
        bodyBytes: Int = 512 << 20,
        answerBytes: Int = 256 << 20,
        idleSeconds: Int = 30,
        requestSeconds: Int = 60,
        heartbeatSeconds: Int = 15,
        streamBytes: Int = 1 << 20,
        threads: Int = 8,
        waiting: Int = 2048
    ) {
        self.connections = connections
        self.connectionsPerAddress = connectionsPerAddress
        self.streams = streams
        self.fields = fields
        self.fieldBytes = fieldBytes
        self.targetBytes = targetBytes
        self.bodyBytes = bodyBytes
        self.answerBytes = answerBytes
        self.idleSeconds = idleSeconds
        self.requestSeconds = requestSeconds
        self.heartbeatSeconds = heartbeatSeconds
        self.streamBytes = streamBytes
        self.threads = threads
        self.waiting = waiting
    }
}
