package import Core

/// A report as people read it, but for the table of its tests.
package struct ReportText {
    private let report: Report
    private let style: TextStyle

    /// The text of `report`.
    package init(_ report: Report, style: TextStyle) {
        self.report = report
        self.style = style
    }

    /// How compiling went, and what the compiler said when it did not go well.
    package var compileLines: [String] { Self.compileLines(report.compile, reason: report.reason, style: style) }

    static func compileLines(_ compile: Report.Compile, reason: Reason?, style: TextStyle) -> [String] {
        let figures = [Figures.seconds(compile.cpuTime), Figures.mebibytes(compile.peakMemory)]
        if compile.ok {
            if compile.cached { return ["compiled before"] }
            // A language without such a step.
            if compile.wallTime == 0, compile.peakMemory == 0 { return ["nothing to compile"] }
            return [(["compiled"] + figures).joined(separator: "  ")]
        }
        let why = reason.map { "  \($0)" } ?? ""
        var lines = [style.mark("not compiled" + why, as: .compileError) + "  " + figures.joined(separator: "  ")]
        var text = VisibleText.block(compile.diagnostics)
        while text.last?.isNewline == true { text.removeLast() }
        lines += text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
        if compile.truncated { lines.append("    … (the rest is cut off)") }
        return lines
    }

    /// The last line: verdict, problem, language, tests, the largest CPU time and memory.
    package var summary: String {
        var parts = [style.mark(report.verdict.rawValue, as: report.verdict)]
        parts += [VisibleText.line(report.submission.problem), report.submission.language]
        if let reason = report.reason { parts.append(reason.description) }
        parts.append(tests)
        if let score = report.score {
            parts.append("score \(number(score))" + (report.maxScore.map { " of \(number($0))" } ?? ""))
        }
        if report.tests.contains(where: { $0.cpuTime != nil }) {
            parts += [Figures.seconds(report.cpuTime), Figures.mebibytes(report.peakMemory)]
        }
        return parts.joined(separator: "  ")
    }

    private var tests: String {
        let all = Figures.count(report.tests.count, "test")
        guard report.verdict != .accepted,
            let first = report.tests.firstIndex(where: { $0.verdict == report.verdict })
        else { return all }
        return "on \(VisibleText.line(report.tests[first].name)) (\(first + 1) of \(all))"
    }

    private func number(_ value: Double) -> String {
        value.rounded() == value && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }
}
