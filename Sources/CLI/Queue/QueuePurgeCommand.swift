internal import Queueing

/// `assay queue purge`.
enum QueuePurgeCommand {
    private struct Answer: Encodable {
        var purged: Int
    }

    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let arguments = invocation.arguments
        var filter = try JobFilter(arguments)
        if let wrong = filter.states.first(where: { !$0.isEnd }) {
            throw Complaint.badInput(
                "--state \(wrong.rawValue): only jobs that have ended can be purged; cancel it first"
            )
        }
        let queue = try invocation.knownQueue()
        if let hours = try arguments.count("older-than", 0...1_000_000, unit: "hours") {
            filter.endedBefore = queue.settings.clock.now() - .seconds(hours * 3600)
        }
        var count = 0
        // In small steps: workers want to write, too.
        while true {
            let some = try queue.purge(filter, limit: 200)
            count += some
            if some == 0 { break }
        }
        if arguments.has("json") {
            try invocation.console.output.write(JSONLine.bytes(of: Answer(purged: count)))
        } else {
            try invocation.console.output.write("\(Figures.count(count, "job")) purged\n")
        }
        return .good
    }
}

extension Subcommand {
    static let queuePurge = Subcommand(
        description: CommandDescription(
            name: "queue purge",
            summary: "remove jobs that have ended, with their reports",
            options: [QueueDatabase.option] + JobFilter.options + [
                .init("older-than", "HOURS", "that ended longer ago"),
                .init("json", "one line of JSON on standard output"),
            ],
            notes: ["Without options every job goes that is done, dead or cancelled; what waits or runs stays."],
            examples: [("assay queue purge --state done --older-than 168", "what was judged more than a week ago")]
        ),
        action: .atOnce(QueuePurgeCommand.run)
    )
}
