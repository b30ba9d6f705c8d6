internal import Queueing

/// `assay queue cancel`.
enum QueueCancelCommand {
    private struct Answer: Encodable {
        var id: String
        var state: String
    }

    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let queue = try invocation.knownQueue()
        var late: Complaint?
        for operand in invocation.arguments.operands {
            let id = JobID(rawValue: operand)
            let state: String
            switch try queue.cancel(id) {
            case .cancelled, .ended(.cancelled): state = "cancelled"
            case .requested: state = "cancelling"
            case .ended(let ended):
                late = .badInput("job \(id) is \(ended.rawValue); only what waits or runs can be cancelled")
                continue
            }
            if invocation.arguments.has("json") {
                try invocation.console.output.write(JSONLine.bytes(of: Answer(id: id.rawValue, state: state)))
            } else {
                try invocation.console.output.write("\(id) \(state)\n")
            }
        }
        if let late { throw late }
        return .good
    }
}

extension Subcommand {
    static let queueCancel = Subcommand(
        description: CommandDescription(
            name: "queue cancel",
            summary: "take jobs back: those that wait at once, those that run through their workers",
            operands: "ID…",
            operandCount: 1...1000,
            options: [QueueDatabase.option, .init("json", "a line of JSON for each on standard output")],
            examples: [("assay queue cancel 0123456789abcdef", "its boxes are killed within moments")]
        ),
        action: .atOnce(QueueCancelCommand.run)
    )
}
