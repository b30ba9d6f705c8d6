internal import Core

/// How far a batch is, on one line, with an estimate of the time that is left.
final class BatchProgress {
    private let status: StatusLine
    private let count: Int?
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var shown: ContinuousClock.Instant?
    private var done = 0
    private var verdicts: [Verdict: Int] = [:]

    /// Progress over `count` submissions, where that is known.
    init(count: Int?, on channel: Channel) {
        self.count = count
        status = StatusLine(on: channel)
        start = clock.now
    }

    /// One more is done.
    func add(_ verdict: Verdict?) throws(Complaint) {
        done += 1
        if let verdict { verdicts[verdict, default: 0] += 1 }
        // A terminal need not be written to more often than anybody can read.
        if let shown, shown.duration(to: clock.now) < .milliseconds(50) { return }
        shown = clock.now
        try status.show(text)
    }

    /// Takes the line away, so that others can be written.
    func clear() throws(Complaint) {
        try status.clear()
        shown = nil
    }

    private var text: String {
        let counts = Verdict.allCases.compactMap { verdict in verdicts[verdict].map { "\(verdict.rawValue) \($0)" } }
        guard let count, count > 0 else { return (["\(done) judged"] + counts).joined(separator: "  ") }
        let filled = min(20, 20 * done / count)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
        var parts = [bar, "\(done)/\(count)"] + counts
        if done < count { parts.append("\(Self.clockText(remaining(of: count))) left") }
        return parts.joined(separator: "  ")
    }

    private func remaining(of count: Int) -> Int {
        let elapsed = start.duration(to: clock.now).inSeconds
        return Int((elapsed / Double(max(1, done)) * Double(count - done)).rounded(.up))
    }

    /// Seconds as in `1:05` or `2:00:09`.
    static func clockText(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        return hours > 0 ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
    }
}
