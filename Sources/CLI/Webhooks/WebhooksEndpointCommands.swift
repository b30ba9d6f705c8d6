internal import Queueing
internal import Webhooks

/// `assay webhooks add`, `remove` and `endpoints`.
enum WebhooksEndpointCommands {
    private struct EndpointJSON: Encodable {
        var id: String
        var tenant: String
        var key: String?
        var url: String
        var events: [String]
        /// Only where it was just made.
        var secret: String?
        var createdAt: String
        var disabled: String?

        init(_ endpoint: Endpoint, showing isShown: Bool) {
            id = endpoint.id
            tenant = endpoint.tenant
            key = endpoint.key
            url = endpoint.url
            events = Endpoint.Kind.allCases.filter(endpoint.kinds.contains).map(\.rawValue)
            secret = isShown ? endpoint.secret.text : nil
            createdAt = UTCTime.text(endpoint.createdAt)
            disabled = endpoint.disabled
        }
    }

    private struct Answer: Encodable {
        var items: [EndpointJSON]
    }

    @Sendable static func add(_ invocation: Invocation) throws -> ExitCode {
        let arguments = invocation.arguments
        let url: EndpointURL
        do throws(EndpointFlaw) {
            url = try EndpointURL(arguments.operands[0])
        } catch {
            throw Complaint.badInput("\(error)")
        }
        let database = try invocation.knownQueue()
        let endpoint = try database.add(
            .standing(
                tenant: arguments.options["tenant"] ?? NewJob.defaultTenant,
                key: arguments.options["key"],
                url: url,
                at: database.settings.clock.now()
            )
        )
        try CommandLineAudit.note("webhook.create", endpoint.id, tenant: endpoint.tenant, in: database)
        if arguments.has("json") {
            try invocation.console.output.write(JSONLine.bytes(of: EndpointJSON(endpoint, showing: true)))
        } else {
            try invocation.console.output.write("\(endpoint.id) \(endpoint.secret.text)\n")
            try invocation.console.note("the second word is what the receiver checks signatures with")
        }
        return .good
    }

    @Sendable static func remove(_ invocation: Invocation) throws -> ExitCode {
        let database = try invocation.knownQueue()
        for id in invocation.arguments.operands {
            guard let endpoint = try database.endpoint(id), try database.removeEndpoint(id) else {
                throw Complaint.badInput("there is no endpoint \(id); assay webhooks endpoints shows what there is")
            }
            try CommandLineAudit.note("webhook.delete", id, tenant: endpoint.tenant, in: database)
            try invocation.console.output.write("\(id) removed\n")
        }
        return .good
    }

    @Sendable static func list(_ invocation: Invocation) throws -> ExitCode {
        let endpoints = try invocation.knownQueue().endpoints(of: invocation.arguments.options["tenant"])
        let output = invocation.console.output
        if invocation.arguments.has("json") {
            let items = endpoints.map { EndpointJSON($0, showing: false) }
            try output.write(JSONLine.bytes(of: Answer(items: items)))
            return .good
        }
        var table = TextTable([.init("id"), .init("tenant"), .init("key"), .init("url"), .init("told nothing as")])
        for one in endpoints { table.add([one.id, one.tenant, one.key ?? "", one.url, one.disabled ?? ""]) }
        try output.write(lines: table.lines(width: output.tableWidth, style: output.style))
        return .good
    }
}

extension Subcommand {
    static let webhooksAdd = Subcommand(
        description: CommandDescription(
            name: "webhooks add",
            summary: "have a URL be told how a tenant's submissions end; shows the secret, once",
            operands: "URL",
            operandCount: 1...1,
            options: [
                QueueDatabase.option,
                .init("tenant", "T", "whose submissions (\(NewJob.defaultTenant))"),
                .init("key", "ID", "only those that came under this key"),
                .init("json", "one line of JSON on standard output"),
            ],
            examples: [("assay webhooks add https://example.org/verdicts --tenant exam-7", "messages are signed")]
        ),
        action: .atOnce(WebhooksEndpointCommands.add)
    )

    static let webhooksRemove = Subcommand(
        description: CommandDescription(
            name: "webhooks remove",
            summary: "tell endpoints nothing any more, and forget their messages",
            operands: "ID…",
            operandCount: 1...1000,
            options: [QueueDatabase.option],
            examples: [("assay webhooks remove ep_k3xq7p2mk3xq7p2m", "what waits for it is gone")]
        ),
        action: .atOnce(WebhooksEndpointCommands.remove)
    )

    static let webhooksEndpoints = Subcommand(
        description: CommandDescription(
            name: "webhooks endpoints",
            summary: "who is told of submissions' ends",
            options: [
                QueueDatabase.option, .init("tenant", "T", "of this tenant"),
                .init("json", "one line of JSON on standard output"),
            ],
            examples: [("assay webhooks endpoints", "those that receivers have ended say why")]
        ),
        action: .atOnce(WebhooksEndpointCommands.list)
    )
}
