internal import Verifying

/// One page that needs nothing else, not even a script: findings, times, and a cell for each test of each submission.
enum VerifyPage {
    static func text(_ summary: VerifySummary) -> String {
        let total = "\(Figures.count(summary.errors, "error")), \(Figures.count(summary.warnings, "warning"))"
        let index = summary.packages.map { package in
            "<li><a href=\"#\(escaped(package.name))\">\(escaped(package.name))</a> \(counts(package))</li>"
        }
        return head + "<header><h1>Verified packages</h1><p>\(total)</p><ul>\(index.joined())</ul></header>\n<main>"
            + summary.packages.map(section).joined() + "</main>\n</body>\n</html>\n"
    }

    static func escaped(_ text: String) -> String { JUnitReport.escaped(VisibleText.block(text)) }

    private static func counts(_ package: VerifySummary.Package) -> String {
        if package.errors + package.warnings == 0 { return "<span class=\"mark good\">clean</span>" }
        let kind = package.errors > 0 ? "error" : "warning"
        let text = "\(Figures.count(package.errors, "error")), \(Figures.count(package.warnings, "warning"))"
        return "<span class=\"mark \(kind)\">\(text)</span>"
    }

    private static func section(_ package: VerifySummary.Package) -> String {
        let title = package.title.map { " <small>\(escaped($0))</small>" } ?? ""
        return
            "<section id=\"\(escaped(package.name))\">\n<h2>\(escaped(package.name))\(title) \(counts(package))</h2>\n"
            + findings(package) + limit(package) + submissions(package) + "</section>\n"
    }

    private static func findings(_ package: VerifySummary.Package) -> String {
        guard !package.findings.isEmpty else { return "" }
        let rows = package.findings.map { finding in
            let place = finding.line.map { "\(finding.file):\($0)" } ?? finding.file
            let mend = finding.mend.isEmpty ? "" : "<br><small>\(escaped(finding.mend))</small>"
            return "<tr><td><span class=\"mark \(finding.severity)\">\(finding.severity)</span></td>"
                + "<td class=\"place\">\(escaped(place))</td><td>\(escaped(finding.message))\(mend)</td>"
                + "<td class=\"wide\"><code>\(finding.code)</code></td></tr>\n"
        }
        return "<div class=\"scroll\"><table><tbody>\n\(rows.joined())</tbody></table></div>\n"
    }

    private static func limit(_ package: VerifySummary.Package) -> String {
        guard let limit = package.timeLimit else { return "" }
        var text = "Time limit \(Figures.seconds(limit.seconds)) (\(limit.source))"
        if let bound = limit.slowestAllowed {
            text +=
                "; the slowest that must be in time: \(bound.submission), \(Figures.seconds(bound.seconds)) on \(bound.test)"
        }
        if let bound = limit.fastestTooSlow {
            text +=
                "; the fastest that must not: \(bound.submission), \(Figures.seconds(bound.seconds)) on \(bound.test)"
        }
        return "<p>\(escaped(text)).</p>\n"
    }

    private static func submissions(_ package: VerifySummary.Package) -> String {
        guard !package.submissions.isEmpty else { return "" }
        let titles = ["submission", "language", "expected", "verdict", "slowest", "spread", "tests"]
        let heads = titles.enumerated().map { column, title in
            "<th\([1, 2, 5].contains(column) ? " class=\"wide\"" : "")>\(title)</th>"
        }
        let rows = package.submissions.map { row($0, package.timeLimit?.seconds) }
        return
            "<div class=\"scroll\"><table><thead><tr>\(heads.joined())</tr></thead><tbody>\n\(rows.joined())</tbody></table></div>\n"
    }

    private static func row(_ submission: VerifySummary.Submission, _ limit: Double?) -> String {
        let verdict = submission.verdict ?? "SK"
        let isOdd = submission.asExpected == false
        let why = submission.skipped ?? submission.surprises.joined(separator: "; ")
        var time = ""
        var spread = ""
        if let measured = submission.time {
            let part = limit.map { measured.smallest / $0 } ?? 0
            let width = Int((min(1, part) * 100).rounded())
            // What was stopped may have needed any time.
            let figure = measured.stopped ? "stopped" : Figures.seconds(measured.smallest)
            let share = measured.stopped ? 100 : width
            time = "<span class=\"bar\"><span style=\"width:\(share)%\"></span></span> \(figure)"
            if measured.runs.count > 1 { spread = "± \(Figures.seconds(measured.spread))" }
        }
        let cells = submission.tests.map { test in
            let figures = test.cpuTime.map { ", \(Figures.seconds($0))" } ?? ""
            let memory = test.peakMemory.map { ", \(Figures.mebibytes($0))" } ?? ""
            return
                "<i class=\"\(test.verdict)\" title=\"\(escaped("\(test.name): \(test.verdict)\(figures)\(memory)"))\"></i>"
        }
        return
            "<tr><td class=\"place\">\(escaped(submission.path))</td><td class=\"wide\">\(escaped(submission.language ?? ""))</td>"
            + "<td class=\"wide\">\(submission.expected.joined(separator: " "))</td>"
            + "<td><span class=\"verdict \(verdict)\(isOdd ? " odd" : "")\" title=\"\(escaped(why))\">"
            + "\(submission.verdict ?? "–")</span></td><td class=\"number\">\(time)</td>"
            + "<td class=\"number wide\">\(spread)</td><td class=\"tests\">\(cells.joined())</td></tr>\n"
    }

    private static let head = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>assay verify</title>
        <style>
        :root { color-scheme: light dark; --ink: #1c2024; --faint: #60666c; --line: #d8dce0; --page: #fff; --bar: #f4f6f8;
          --AC: #2e8b57; --WA: #c83737; --TLE: #c77700; --MLE: #8a4fbf; --OLE: #9a6b00; --RTE: #a8307a; --CE: #3b6fb6;
          --JE: #000; --SK: #9aa0a6; --on: #fff; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e8ea; --faint: #9aa2aa; --line: #3a4046; --page: #16191c;
          --bar: #1f2327; --AC: #4fb57f; --WA: #e86a6a; --TLE: #f0a93a; --MLE: #b48ae0; --OLE: #cfa64a; --RTE: #e07ab8;
          --CE: #78a6e6; --JE: #fff; --SK: #6a7178; --on: #111; } }
        body { margin: 0; font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--page); }
        header { padding: .8rem 1rem; background: var(--bar); border-bottom: 1px solid var(--line); }
        header ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
        h1 { font-size: 1.1rem; margin: 0; } h2 { font-size: 1rem; margin: 1.4rem 0 .4rem; }
        small { color: var(--faint); font-weight: 400; } a { color: inherit; }
        main { padding: 0 1rem 3rem; } .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); }
        .place { overflow-wrap: anywhere; min-width: 9rem; }
        .number { white-space: nowrap; font-variant-numeric: tabular-nums; }
        .mark, .verdict { display: inline-block; border-radius: 3px; padding: 0 .4rem; color: var(--on); font-weight: 600;
          font-size: .85rem; background: var(--SK); white-space: nowrap; }
        .good { background: var(--AC); } .error { background: var(--WA); } .warning { background: var(--TLE); }
        .AC { background: var(--AC); } .WA { background: var(--WA); } .TLE { background: var(--TLE); }
        .MLE { background: var(--MLE); } .OLE { background: var(--OLE); } .RTE { background: var(--RTE); }
        .CE { background: var(--CE); } .JE { background: var(--JE); } .SK { background: var(--SK); }
        .odd { outline: 2px solid var(--WA); outline-offset: 1px; }
        .tests { min-width: 8rem; } .tests i { display: inline-block; width: 8px; height: 14px; margin: 0 1px 0 0; }
        .tests i.SK { opacity: .35; }
        .bar { display: inline-block; width: 4rem; height: .6rem; background: var(--bar); border: 1px solid var(--line); }
        .bar span { display: block; height: 100%; background: var(--TLE); }
        @media (max-width: 40rem) { .wide { display: none; } .place { min-width: 6rem; } .bar { width: 2rem; } }
        </style>
        </head>
        <body>

        """
}
