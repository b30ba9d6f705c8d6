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
        var lines = head + tried.map(line)
        for part in [reasons(of: tried), others.map(untried)] where !part.isEmpty {
            lines.append("")
            lines += part
        }
        return lines
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

    /// Why rows did not pass, languages with the same reason in one line.
    private func reasons(of tried: [LanguageTable.Row]) -> [String] {
        var told: [(row: String, reason: String, languages: [String])] = []
        for row in ConformanceRow.allCases {
            for language in tried {
                guard let result = language.conformance?.results.first(where: { $0.row == row }),
                    // What nobody has written a program for needs no words: the table says so.
                    let reason = result.reason, ConformanceSummary.Word(result.conclusion) != .missing
                else { continue }
                if let place = told.firstIndex(where: { $0.row == row.rawValue && $0.reason == reason }) {
                    told[place].languages.append(language.id)
                } else {
                    told.append((row.rawValue, reason, [language.id]))
                }
            }
        }
        return told.map { row, reason, languages in
            "- `\(row)`, \(languages.map { "`\($0)`" }.joined(separator: ", ")): \(Self.plain(reason))"
        }
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
