public import Service

/// What Judge0 answers to what it cannot do.
public struct Judge0Complaint: Error, Hashable, Sendable {
    /// The status code.
    public var status: Int
    /// The body.
    public var body: JSONValue

    /// A refusal with one text.
    public init(_ status: Int, _ error: String) {
        self.status = status
        body = .object([.init("error", .text(error))])
    }

    /// Fields with mistakes, in their order: 422.
    init(fields: [(name: String, message: String)]) {
        status = 422
        var members: [JSONValue.Member] = []
        for (name, message) in fields {
            if let place = members.firstIndex(where: { $0.name == name }), case .list(let before) = members[place].value
            {
                members[place].value = .list(before + [.text(message)])
            } else {
                members.append(.init(name, .list([.text(message)])))
            }
        }
        body = .object(members)
    }

    /// What is answered where texts are wanted as they are, and some are no UTF-8.
    static let notText = "some attributes for this submission cannot be converted to UTF-8, use base64_encoded=true"
}
