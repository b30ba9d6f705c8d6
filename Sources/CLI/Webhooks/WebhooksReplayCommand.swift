internal import Queueing
internal import Webhooks

/// `assay webhooks replay`.
enum WebhooksReplayCommand {
    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let arguments = invocation.arguments
        let filter = try DeliveryFilter(arguments)
        let isMany = arguments.has("dead") || filter != DeliveryFilter()
        guard isMany != !arguments.operands.isEmpty else {
            throw Complaint.badInput(
                "webhooks replay takes ids of messages, or --dead, --tenant, --endpoint or --job; not both, and not none"
            )
        }
        let database = try invocation.knownQueue()
        for id in arguments.operands {
            try database.replay(id)
            try CommandLineAudit.note(
                "webhook.replay",
                id,
                tenant: try database.delivery(id)?.delivery.tenant ?? "",
                in: database
            )
        }
        var count = arguments.operands.count
        if isMany {
            let limit = try arguments.count("limit", 1...1_000_000) ?? 1_000_000
            count = 0
            while count < limit {
                let wanted = min(500, limit - count)
                let some = try database.replay(filter, limit: wanted)
                count += some
                if some < wanted { break }
            }
            try CommandLineAudit.note("webhook.replay", "\(count) messages", tenant: filter.tenant ?? "", in: database)
        }
        try invocation.console.output.write(
            count == 1 ? "1 message is sent again\n" : "\(count) messages are sent again\n"
        )
        return .good
    }
}

extension Subcommand {
    static let webhooksReplay = Subcommand(
        description: CommandDescription(
            name: "webhooks replay",
            summary: "send messages again, by a server that runs",
            operands: "[ID…]",
            operandCount: 0...1000,
            options: [QueueDatabase.option, .init("dead", "all that were given up")] + DeliveryFilter.options + [
                .init("limit", "N", "at most so many, the oldest first")
            ],
            notes: [
                "Without --state, only messages that were given up. A message keeps its id, by which a receiver knows it "
                    + "again, and is signed anew. What goes to an endpoint that is told nothing any more stays as it is."
            ],
            examples: [
                ("assay webhooks replay msg_0123456789abcdef01234567", "one message, whatever its state"),
                ("assay webhooks replay --dead --tenant exam-7", "all of a tenant's that were given up"),
            ]
        ),
        action: .atOnce(WebhooksReplayCommand.run)
    )
}
