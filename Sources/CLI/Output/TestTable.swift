package import Core

/// The table of a report's tests, line by line, so that it can be shown while it grows.
package struct TestTable: Sendable {
    private let nameWidth: Int
    private let reasonWidth: Int
    private let style: TextStyle

    /// What the figures and verdicts take, without name and reason.
    private static let rest = 2 + 7 + 2 + 2 + 9 + 2 + 9 + 2 + 11

    /// A table for tests of these names on that channel.
    package init(names: [String], columns: Int, style: TextStyle) {
        self.style = style
        reasonWidth = 12
        let widest = names.map { TextWidth.columns(of: VisibleText.line($0)) }.max() ?? 0
        let room = columns - Self.rest - reasonWidth
        nameWidth = max(min(widest, room), 12)
    }

    /// The line above the tests.
    package var header: String {
        style.mark(row("test", TextWidth.pad("verdict", to: 7), "reason", "cpu", "wall", "memory"), .faint)
    }

    /// The lines of one test: its row, and what there is to say about a test that was not accepted.
    package func lines(for test: Report.Test) -> [String] {
        let row = row(
            VisibleText.line(test.name),
            style.mark(TextWidth.pad(test.verdict.rawValue, to: 7), as: test.verdict),
            test.reason?.description ?? "",
            test.cpuTime.map(Figures.seconds) ?? "",
            test.wallTime.map(Figures.seconds) ?? "",
            test.peakMemory.map(Figures.mebibytes) ?? ""
        )
        guard test.verdict != .accepted else { return [row] }
        return [row] + remarks(on: test)
    }

    /// The lines of all these tests, where many that were skipped in a row share a line.
    package func lines(for tests: some Sequence<Report.Test>) -> [String] {
        var lines: [String] = []
        var skipped: [Report.Test] = []
        func takeSkipped() {
            if skipped.count > 3 {
                let name = "\(skipped.count) tests"
                lines.append(row(name, style.mark("SK", as: .skipped), "", "", "", ""))
            } else {
                lines += skipped.flatMap { self.lines(for: $0) }
            }
            skipped = []
        }
        for test in tests {
            if test.verdict == .skipped, test.message.isEmpty {
                skipped.append(test)
            } else {
                takeSkipped()
                lines += self.lines(for: test)
            }
        }
        takeSkipped()
        return lines
    }

    private func remarks(on test: Report.Test) -> [String] {
        var texts = [test.message]
        if let judge = test.judgeMessage, judge != test.message { texts.append(judge) }
        return texts.flatMap { text in
            let lines = VisibleText.block(text).split(separator: "\n", omittingEmptySubsequences: true)
            return lines.prefix(20).map { "    " + $0 } + (lines.count > 20 ? ["    …"] : [])
        }
    }

    private func row(
        _ name: String,
        _ verdict: String,
        _ reason: String,
        _ cpuTime: String,
        _ wallTime: String,
        _ memory: String
    ) -> String {
        let cells = [
            TextWidth.pad(TextWidth.cut(name, to: nameWidth), to: nameWidth),
            verdict,
            TextWidth.pad(reason, to: reasonWidth),
            TextWidth.pad(cpuTime, to: 9, right: true),
            TextWidth.pad(wallTime, to: 9, right: true),
            TextWidth.pad(memory, to: 11, right: true),
        ]
        let line = cells.joined(separator: "  ")
        // No spaces at the end: a skipped test has no figures.
        return String(line.reversed().drop { $0 == " " }.reversed())
    }
}
