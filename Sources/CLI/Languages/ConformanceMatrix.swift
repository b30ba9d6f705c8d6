internal import Grading
internal import Languages

/// The results of the conformance suite as a table for documents, with the reasons below it.
package struct ConformanceMatrix {
    private let rows: [LanguageTable.Row]

    /// The results in `table`.
    package init(_ table: LanguageTable) { rows = table.rows }

    /// Markdown: a row for each language, a column for each row of the suite.
    package var lines: [String] {
        let columns = ConformanceRow.allCases.map(\.rawValue)
        let head = [
            "| language | version | " + columns.joined(separator: " | ") + " |",
            "|---|---|" + columns.map { _ in ":-:|" }.joined(),
        ]
        let tried = rows.filter { $0.conformance != nil }
        let others = rows.filter { $0.conformance == nil }
        return head + tried.map(line) + [""] + tried.flatMap(reasons)
            + (others.isEmpty ? [] : [""] + others.map(untried))
    }

    private func line(_ row: LanguageTable.Row) -> String {
        let cells = (row.conformance?.results ?? []).map { result in
            switch ConformanceSummary.Word(result.conclusion) {
            case .passed: "✓"
            case .notApplicable: "–"
            case .known: "known"
            case .failed: "**failed**"
            case .missing: "?"
            }
        }
        return "| `\(row.id)` | \(Self.plain(row.version ?? "")) | " + cells.joined(separator: " | ") + " |"
    }

    /// The rows that did not pass, those with the same reason in one line.
    private func reasons(_ row: LanguageTable.Row) -> [String] {
        var told: [(names: [String], reason: String)] = []
        for result in row.conformance?.results ?? [] where result.conclusion != .passed {
            let word = ConformanceSummary.Word(result.conclusion)
            // What nobody has written a program for needs no words: the table says so.
            guard let reason = result.reason, word != .missing else { continue }
            let name = "`\(result.row.rawValue)`" + (word == .failed ? " (failed)" : "")
            if let place = told.firstIndex(where: { $0.reason == reason }) {
                told[place].names.append(name)
            } else {
                told.append(([name], reason))
            }
        }
        guard !told.isEmpty else { return [] }
        let text = told.map { "\($0.names.joined(separator: ", ")): \(Self.plain($0.reason))" }.joined(separator: "; ")
        return ["- `\(row.id)`: \(text)"]
    }

    private func untried(_ row: LanguageTable.Row) -> String {
        let why = row.state == .missing ? "not installed" : row.state.rawValue
        return "- `\(row.id)` was not tried: \(why)" + (row.reason.map { ", \(Self.plain($0))" } ?? "")
    }

    /// Text in one line that ends no cell.
    private static func plain(_ text: String) -> String {
        VisibleText.line(text).split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
