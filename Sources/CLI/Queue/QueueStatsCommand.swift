internal import Linux
internal import Queueing

/// `assay queue stats`.
enum QueueStatsCommand {
    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let queue = try invocation.knownQueue()
        let output = invocation.console.output
        let watches = invocation.arguments.has("watch")
        while true {
            let statistics = try queue.statistics()
            if invocation.arguments.has("json") {
                try output.write(JSONLine.bytes(of: StatisticsJSON(statistics)))
            } else {
                let now = queue.settings.clock.now()
                let lines = StatisticsText(statistics, now: now).lines(width: output.tableWidth, style: output.style)
                let head = watches ? ["\(queue.name)  \(UTCTime.text(now))"] : []
                // In the place of what was shown before, where there is a terminal.
                if watches, output.isTerminal { try output.write("\u{1B}[H\u{1B}[2J") }
                try output.write(lines: head + lines + (watches && !output.isTerminal ? [""] : []))
            }
            guard watches else { return .good }
            JobFollower.pause(.seconds(1))
        }
    }
}

extension JobFollower {
    /// Waits for that time.
    static func pause(_ time: Duration) { _ = isReadable(-1, within: time) }
}

extension Subcommand {
    static let queueStats = Subcommand(
        description: CommandDescription(
            name: "queue stats",
            summary: "how the queue is doing: depth, ages, rates, workers",
            options: [
                QueueDatabase.option,
                .init("watch", "again every second, until Ctrl-C"),
                .init("json", "one line of JSON on standard output"),
            ],
            examples: [("assay queue stats --watch", "a view to leave open")]
        ),
        action: .atOnce(QueueStatsCommand.run)
    )
}
