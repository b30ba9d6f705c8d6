/// A request as it came, with nothing of it believed yet.
public struct Request: Sendable {
    /// One header field.
    public struct Field: Hashable, Sendable {
        /// Its name in lower case.
        public var name: String
        /// Its value.
        public var value: String

        /// A field of that name, in lower case, and value.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Its method, as in `GET`.
    public var method: String
    /// What it is about.
    public var target: RequestTarget
    /// Its header fields in their order.
    public var fields: [Field]
    /// Its body; empty as long as it is not there as a whole.
    public var body: [UInt8]
    /// The address that it came from, without a port; empty for a socket in the file system.
    public var peer: String
    /// What it is called in logs: unique in this process.
    public var id: String

    /// A request with these parts.
    public init(
        method: String,
        target: RequestTarget,
        fields: [Field] = [],
        body: [UInt8] = [],
        peer: String = "",
        id: String = ""
    ) {
        self.method = method
        self.target = target
        self.fields = fields
        self.body = body
        self.peer = peer
        self.id = id
    }

    /// The value of the first header field of that name, which is in lower case.
    public func header(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// How many header fields of that name, in lower case, there are.
    public func count(of name: String) -> Int { fields.count { $0.name == name } }
}
