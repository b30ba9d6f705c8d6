internal import Queueing
internal import Webhooks

/// `assay webhooks show`.
enum WebhooksShowCommand {
    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let database = try invocation.knownQueue()
        let id = invocation.arguments.operands[0]
        guard let found = try database.delivery(id) else {
            throw Complaint.badInput("there is no message \(id); assay webhooks list shows what there is")
        }
        let output = invocation.console.output
        if invocation.arguments.has("json") {
            try output.write(JSONLine.bytes(of: DeliveryJSON(found.delivery, log: found.attempts)))
            return .good
        }
        let one = found.delivery
        var rows = [
            ("message", one.id),
            ("state", one.error.isEmpty ? one.state.rawValue : "\(one.state.rawValue): \(one.error)"),
            ("submission", "\(one.job) \(one.kind.rawValue), of tenant \(one.tenant)"),
            ("endpoint", "\(one.endpoint) at \(try database.endpoint(one.endpoint)?.url ?? one.host)"),
            ("body", String(decoding: one.standardBody, as: UTF8.self)),
        ]
        if one.state == .waiting { rows.append(("due", UTCTime.text(one.dueAt))) }
        for attempt in found.attempts {
            let came = attempt.status.map { "status \($0)" } ?? "no answer"
            let why = attempt.error.isEmpty ? "" : ": \(attempt.error)"
            rows.append(
                (
                    "try \(attempt.number)",
                    "\(UTCTime.text(attempt.at)), \(UTCTime.span(attempt.duration)), \(came)\(why)"
                )
            )
        }
        try output.write(lines: rows.map { TextWidth.pad($0.0, to: 12) + VisibleText.line($0.1) })
        return .good
    }
}

extension Subcommand {
    static let webhooksShow = Subcommand(
        description: CommandDescription(
            name: "webhooks show",
            summary: "one message: what it says, where it stands, every try",
            operands: "ID",
            operandCount: 1...1,
            options: [QueueDatabase.option, .init("json", "one line of JSON on standard output")],
            examples: [("assay webhooks show msg_0123456789abcdef01234567", "with the status of every try")]
        ),
        action: .atOnce(WebhooksShowCommand.run)
    )
}
