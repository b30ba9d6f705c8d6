internal import Queueing
internal import Webhooks

/// `assay webhooks list`.
enum WebhooksListCommand {
    private struct Answer: Encodable {
        var items: [DeliveryJSON]
        var next: String?
    }

    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let arguments = invocation.arguments
        let filter = try DeliveryFilter(arguments)
        let limit = try arguments.count("limit", 1...999) ?? 50
        let before = try arguments.count("after", 1...Int.max)
        let database = try invocation.knownQueue()
        var deliveries = try database.deliveries(filter, before: before, limit: limit + 1)
        let isMore = deliveries.count > limit
        if isMore { deliveries.removeLast() }
        let next = isMore ? deliveries.last.map { "\($0.number)" } : nil
        let output = invocation.console.output
        if arguments.has("json") {
            try output.write(JSONLine.bytes(of: Answer(items: deliveries.map { DeliveryJSON($0) }, next: next)))
            return .good
        }
        let now = database.settings.clock.now()
        var table = TextTable([
            .init("id"), .init("state"), .init("submission"), .init("event"), .init("host"),
            .init("tries", right: true), .init("status", right: true), .init("age", right: true), .init("why"),
        ])
        for one in deliveries {
            table.add([
                one.id, one.state.rawValue, one.job.rawValue, one.kind.rawValue, one.host, "\(one.attempts)",
                one.status.map(String.init) ?? "", UTCTime.span(now - one.at), one.error,
            ])
        }
        try output.write(lines: table.lines(width: output.tableWidth, style: output.style))
        if let next { try invocation.console.note("there are more: --after \(next)") }
        return .good
    }
}

extension Subcommand {
    static let webhooksList = Subcommand(
        description: CommandDescription(
            name: "webhooks list",
            summary: "messages, the newest first, and what became of them",
            options: [QueueDatabase.option] + DeliveryFilter.options + [
                .init("limit", "N", "at most so many, up to 999 (50)"),
                .init("after", "PLACE", "go on where a list before has ended"),
                .init("json", "one line of JSON on standard output"),
            ],
            examples: [("assay webhooks list --state dead", "what was given up, and why")]
        ),
        action: .atOnce(WebhooksListCommand.run)
    )
}
