internal import Core
internal import Verifying

/// A verified package as people read it.
struct VerifyText {
    let style: TextStyle
    /// Whether warnings are taken for errors.
    let isWarningError: Bool

    /// Its findings, its submissions with their times, and what it comes to.
    func lines(_ package: VerifiedPackage) -> [String] {
        var lines = [
            style.mark(VisibleText.line(package.name), .strong)
                + (package.title.map { "  " + VisibleText.line($0) } ?? "")
        ]
        lines += findings(package)
        if !package.submissions.isEmpty { lines += table(package) }
        if let limit = package.timeLimit { lines += timeLines(limit) }
        lines += [verdict(package), ""]
        return lines
    }

    /// How many findings of one kind are shown; reports have all of them.
    private static let most = 20

    private func findings(_ package: VerifiedPackage) -> [String] {
        var lines: [String] = []
        var counts: [Finding.Code: Int] = [:]
        for finding in package.findings {
            counts[finding.code, default: 0] += 1
            if counts[finding.code, default: 0] <= Self.most { lines.append(line(finding, in: package.directory)) }
        }
        for code in Finding.Code.allCases {
            let more = counts[code, default: 0] - Self.most
            if more > 0 { lines.append("  and \(more) more of \(code.rawValue); --json has all of them") }
        }
        return lines
    }

    private func line(_ finding: Finding, in directory: String) -> String {
        let mark: TextStyle.Mark =
            switch finding.severity {
            case .error: .bad
            case .warning: isWarningError ? .bad : .odd
            case .note: .faint
            }
        let word = TextWidth.pad(finding.severity.rawValue, to: 8)
        return "  " + style.mark(word, mark) + " " + VisibleText.line(finding.line(in: directory))
    }

    private func verdict(_ package: VerifiedPackage) -> String {
        let errors = package.findings.count(of: .error)
        let warnings = package.findings.count(of: .warning)
        let name = VisibleText.line(package.name)
        if errors + warnings == 0 { return "  " + style.mark("\(name) is clean", .good) }
        let counts = [Figures.count(errors, "error"), Figures.count(warnings, "warning")].joined(separator: ", ")
        return "  " + style.mark("\(name): \(counts)", errors > 0 || isWarningError ? .bad : .odd)
    }

    // MARK: - Times

    private func timeLines(_ limit: TimeLimitResult) -> [String] {
        let seconds = limit.limit.inSeconds
        var text = "  time limit \(Figures.seconds(seconds)) (\(limit.source))"
        if let lower = limit.lower, lower.seconds > 0 {
            text += ", \(factor(seconds / lower.seconds)) the slowest of those that must be in time: "
            text +=
                "\(Figures.seconds(lower.seconds)), \(VisibleText.line(lower.submission)) on \(VisibleText.line(lower.test))"
        }
        var lines = [text]
        if let upper = limit.upper {
            lines.append(
                "  the fastest of those that must not: \(Figures.seconds(upper.seconds)), \(factor(upper.seconds / seconds)) "
                    + "the time limit, \(VisibleText.line(upper.submission)) on \(VisibleText.line(upper.test))"
            )
        }
        return lines
    }

    private func factor(_ value: Double) -> String { Figures.decimal(value, places: 1) + " ×" }

    // MARK: - Submissions

    private func table(_ package: VerifiedPackage) -> [String] {
        let limit = package.timeLimit?.limit.inSeconds
        let titles = ["submission", "language", "expected", "verdict", "slowest", "± spread", "of limit", "test"]
        let rows = package.submissions.map { row($0, limit) }
        let widths = titles.indices.map { column in
            ([titles] + rows).map { TextWidth.columns(of: $0[column]) }.max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            let padded = cells.enumerated().map { column, cell in
                TextWidth.pad(cell, to: widths[column], right: (4...6).contains(column))
            }
            let line = padded.joined(separator: "  ")
            return "  " + String(line.reversed().drop { $0 == " " }.reversed())
        }
        let results = zip(package.submissions, rows).map { result, cells in
            guard let verdict = result.report?.verdict else { return style.mark(line(cells), .faint) }
            let text = line(cells)
            return result.surprises.isEmpty ? text : style.mark(text, verdict == .accepted ? .bad : .odd)
        }
        return [style.mark(line(titles), .faint)] + results
    }

    private func row(_ result: SubmissionResult, _ limit: Double?) -> [String] {
        let expected = Verdict.allCases.filter(result.expected.contains).map(\.rawValue).joined(separator: " ")
        var verdict = result.report?.verdict.rawValue ?? "-"
        if let report = result.report, let score = report.score {
            verdict +=
                " " + (score == score.rounded() && score < 1e15 ? "\(Int(score))" : Figures.decimal(score, places: 2))
        }
        if !result.surprises.isEmpty { verdict += " !" }
        var cells = [VisibleText.line(result.path), result.report?.submission.language ?? "", expected, verdict]
        guard let time = result.time else { return cells + ["", "", "", ""] }
        // What was stopped may have needed any time.
        if result.isStopped { return cells + ["stopped", "", "", VisibleText.line(time.test)] }
        cells.append(Figures.seconds(time.smallest))
        cells.append(time.runs.count > 1 ? Figures.seconds(time.spread) : "")
        cells.append(limit.map { "\(Int((time.smallest / $0 * 100).rounded())) %" } ?? "")
        cells.append(VisibleText.line(time.test))
        return cells
    }
}
