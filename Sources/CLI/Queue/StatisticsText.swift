internal import Core
package import Queueing

/// How the queue is doing, as people read it.
package struct StatisticsText {
    private let statistics: QueueStatistics
    private let now: Timestamp

    /// The text of `statistics` at that moment.
    package init(_ statistics: QueueStatistics, now: Timestamp) {
        self.statistics = statistics
        self.now = now
    }

    /// The lines: jobs by state, what waits, rates, workers.
    package func lines(width: Int, style: TextStyle) -> [String] {
        let dead = statistics.count(.dead)
        let counts = JobState.allCases.map { state in
            let text = "\(state.rawValue) \(statistics.count(state))"
            return state == .dead && dead > 0 ? style.mark(text, .bad) : text
        }
        var lines = ["jobs: " + counts.joined(separator: "  ")]
        let ready = statistics.count(.queued) - statistics.delayed
        lines.append(
            "waiting: \(ready) ready, the oldest for \(UTCTime.span(statistics.oldestAge)); "
                + "\(statistics.delayed) for their time"
        )
        lines.append(
            "last minute: \(statistics.enqueuedLastMinute) came, \(statistics.endedLastMinute) ended; "
                + "content \(Figures.mebibytes(statistics.contentBytes))"
        )
        lines += starving.map { style.mark($0, .odd) }
        guard !statistics.workers.isEmpty else { return lines + ["", "no worker"] }
        return lines + [""] + workers.lines(width: width, style: style)
    }

    /// What waits although no worker offers what it needs.
    private var starving: [String] {
        statistics.unserved.map { waiting in
            let labels = waiting.labels.labels.joined(separator: " ")
            return
                "no worker takes \(Figures.count(waiting.ready, "job")) with \(labels.isEmpty ? "no labels" : labels)"
        }
    }

    private var workers: TextTable {
        var table = TextTable([
            .init("worker"), .init("state"), .init("running", right: true), .init("slots", right: true),
            .init("languages", right: true), .init("up", right: true), .init("heard", right: true), .init("id"),
            .init("detail"),
        ])
        for worker in statistics.workers {
            table.add([
                worker.name, worker.state.rawValue, "\(worker.running)", "\(worker.slots)",
                "\(worker.labels.labels.count { $0.hasPrefix("language:") })",
                UTCTime.span(now - worker.startedAt), UTCTime.span(now - worker.heardAt), worker.id.rawValue,
                worker.detail,
            ])
        }
        return table
    }
}
