internal import Core

/// What a batch came to: the last line of `assay grade --json`, and the table that people get.
struct BatchSummary: Encodable {
    /// What the submissions for one problem came to.
    struct Row: Encodable {
        var problem: String
        var submissions = 0
        var verdicts: [String: Int] = [:]
        var asExpected = 0
        var notAsExpected = 0
        var skipped = 0
        /// How many of those that were skipped cannot be judged as they are.
        var refused = 0
    }

    private(set) var submissions = 0
    private(set) var verdicts: [String: Int] = [:]
    private(set) var asExpected = 0
    private(set) var notAsExpected = 0
    private(set) var skipped = 0
    private(set) var refused = 0
    private(set) var problems: [Row] = []
    /// How many were judged in an earlier call.
    var resumed = 0
    /// From the command's start, in seconds.
    var total = 0.0

    /// Counts a result.
    mutating func add(problem: String, verdict: Verdict?, asExpected isExpected: Bool?, isRefused: Bool = false) {
        let place = problems.firstIndex { $0.problem == problem } ?? problems.count
        if place == problems.count { problems.append(Row(problem: problem)) }
        submissions += 1
        problems[place].submissions += 1
        guard let verdict else {
            skipped += 1
            problems[place].skipped += 1
            if isRefused {
                refused += 1
                problems[place].refused += 1
            }
            return
        }
        verdicts[verdict.rawValue, default: 0] += 1
        problems[place].verdicts[verdict.rawValue, default: 0] += 1
        switch isExpected {
        case true?:
            asExpected += 1
            problems[place].asExpected += 1
        case false?:
            notAsExpected += 1
            problems[place].notAsExpected += 1
        case nil: break
        }
    }

    /// Counts a result.
    mutating func add(_ line: JournalLine) {
        let verdict = line.skipped == nil ? line.verdict : nil
        add(problem: line.problem, verdict: verdict, asExpected: line.asExpected, isRefused: line.refused == true)
    }

    /// The exit code: 3 where judging failed, 2 where something cannot be judged as it is, or nothing was judged, 1 where something is not as
    /// expected or, with nothing expected, not accepted.
    var exitCode: ExitCode {
        if verdicts[Verdict.judgeError.rawValue] != nil { return .ownFailure }
        if refused > 0 || submissions == skipped { return .badInput }
        if notAsExpected > 0 { return .notGood }
        let unexpected = submissions - skipped - asExpected
        let accepted = verdicts[Verdict.accepted.rawValue] ?? 0
        return asExpected > 0 || accepted == unexpected ? .good : .notGood
    }

    /// The table.
    func lines(style: TextStyle) -> [String] {
        let codes = Verdict.allCases.map(\.rawValue).filter { verdicts[$0] != nil }
        let titles = ["problem", "submissions"] + codes + ["skipped", "as expected"]
        var rows = problems.sorted { $0.problem < $1.problem }.map { row in
            [VisibleText.line(row.problem), "\(row.submissions)"]
                + codes.map { code in row.verdicts[code].map(String.init) ?? "" }
                + [row.skipped == 0 ? "" : "\(row.skipped)", Self.expectation(row.asExpected, row.notAsExpected)]
        }
        if rows.count > 1 {
            let counts = codes.map { code in verdicts[code].map(String.init) ?? "" }
            rows.append(
                ["all", "\(submissions)"] + counts
                    + [skipped == 0 ? "" : "\(skipped)", Self.expectation(asExpected, notAsExpected)]
            )
        }
        let widths = titles.indices.map { column in
            ([titles] + rows).map { TextWidth.columns(of: $0[column]) }.max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            let padded = cells.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - TextWidth.columns(of: cell))
                // Names to the left, numbers to the right.
                return column == 0 ? cell + space : space + cell
            }
            return padded.joined(separator: "  ")
        }
        return [style.mark(line(titles), .faint)] + rows.map(line)
    }

    private static func expectation(_ good: Int, _ bad: Int) -> String {
        if good + bad == 0 { return "-" }
        return bad == 0 ? "all" : "\(good) of \(good + bad)"
    }
}

/// The last line of `assay grade --json`.
struct BatchSummaryLine: Encodable {
    var summary: BatchSummary
}
