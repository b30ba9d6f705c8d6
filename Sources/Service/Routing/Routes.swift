public import HTTPServing

/// The routes of the service.
public enum Routes {
    /// All of them.
    static func all(_ context: ServiceContext) -> [Route] {
        submissions(context) + rejudging(context) + problems(context) + languages(context) + operating(context)
            + webhooks(context)
    }
}

extension Response {
    /// An answer in JSON.
    public init(status: Int, json: JSONValue, fields: [Request.Field] = []) {
        self.init(status: status, jsonBytes: json.bytes)
        self.fields += fields
    }

    /// An answer of bytes that are JSON.
    public init(status: Int, jsonBytes: [UInt8]) {
        self.init(
            status: status,
            fields: [.init(name: "content-type", value: "application/json")],
            body: jsonBytes
        )
    }
}
