internal import Queueing

/// `assay queue retry`.
enum QueueRetryCommand {
    private struct Answer: Encodable {
        var retried: Int
    }

    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let arguments = invocation.arguments
        let meansAll = arguments.has("all")
        guard meansAll == arguments.operands.isEmpty else {
            throw Complaint.badInput(
                meansAll
                    ? "--all means every dead job; leave out the ids" : "retry needs the ids of dead jobs, or --all"
            )
        }
        let queue = try invocation.knownQueue()
        var count = 0
        if meansAll {
            let filter = JobFilter(tenant: arguments.options["tenant"], problem: arguments.options["problem"])
            while true {
                let some = try queue.retry(filter, limit: 200)
                count += some
                if some < 200 { break }
            }
        }
        for operand in arguments.operands {
            try queue.retry(JobID(rawValue: operand))
            count += 1
        }
        if arguments.has("json") {
            try invocation.console.output.write(JSONLine.bytes(of: Answer(retried: count)))
        } else {
            try invocation.console.output.write("\(Figures.count(count, "job")) enqueued once more\n")
        }
        return .good
    }
}

extension Subcommand {
    static let queueRetry = Subcommand(
        description: CommandDescription(
            name: "queue retry",
            summary: "enqueue dead jobs once more, as if they had had no attempt",
            operands: "[ID…]",
            operandCount: 0...1000,
            options: [
                QueueDatabase.option,
                .init("all", "every dead job, or those of --problem and --tenant"),
                .init("problem", "NAME", "with --all: of this problem"),
                .init("tenant", "T", "with --all: of this tenant"),
                .init("json", "one line of JSON on standard output"),
            ],
            examples: [("assay queue retry --all --problem hello", "after what killed them was mended")]
        ),
        action: .atOnce(QueueRetryCommand.run)
    )
}
