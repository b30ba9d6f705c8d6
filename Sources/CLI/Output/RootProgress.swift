internal import Roots
internal import Synchronization

/// Shows how far a root is: on a terminal in one line that changes, else a line for each stage.
final class RootProgress: Sendable {
    private let name: String
    private let channel: Channel
    private let status: StatusLine
    private let start = ContinuousClock.now
    private let shown = Mutex<BuildProgress?>(nil)

    init(name: String, channel: Channel) {
        self.name = name
        self.channel = channel
        status = StatusLine(on: channel)
    }

    /// Shows it; a terminal that is gone is no reason to stop.
    func show(_ progress: BuildProgress) {
        let before = shown.withLock { shown in
            defer { shown = progress }
            return shown
        }
        guard before != progress else { return }
        let time = Figures.duration(start.duration(to: .now))
        let detail = progress.detail.isEmpty ? "" : ": " + progress.detail
        if channel.isTerminal {
            try? status.show("\(name), \(time): \(progress.stage)\(detail)")
        } else if before?.stage != progress.stage {
            try? channel.write("assay: \(name): \(time): \(VisibleText.line(progress.stage))\n")
        }
    }

    /// Takes the line away.
    func clear() { try? status.clear() }
}
