internal import Core

/// One row for each submission (RFC 4180).
enum CSVReport {
    static func write(_ journal: Journal, to file: ReportFile) throws {
        try file.write(
            row([
                "id", "problem", "language", "verdict", "reason", "score", "maxScore", "cpuTime", "peakMemory", "tests",
                "accepted", "expected", "asExpected", "skipped",
            ])
        )
        try JournalLine.forEach(in: journal) { line in
            let tests = line.tests ?? []
            try file.write(
                row([
                    line.id, line.problem, line.submission?.language ?? "", line.verdict?.rawValue ?? "",
                    line.reason ?? "", line.score.map { "\($0)" } ?? "", line.maxScore.map { "\($0)" } ?? "",
                    line.cpuTime.map { "\($0)" } ?? "", line.peakMemory.map { "\($0)" } ?? "", "\(tests.count)",
                    "\(tests.count { $0.verdict == .accepted })", line.expected.map(\.rawValue).joined(separator: " "),
                    line.asExpected.map { "\($0)" } ?? "", line.skipped ?? "",
                ])
            )
        }
    }

    private static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    /// A text as a cell.
    ///
    /// A spreadsheet takes what begins with one of four signs for a formula; ids and messages are anybody's.
    static func cell(_ text: String) -> String {
        var text = text
        if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first), Double(text) == nil {
            text = "'" + text
        }
        guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
