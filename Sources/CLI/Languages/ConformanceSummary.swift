internal import Core
package import Grading
internal import Languages

/// How a language stands with the rows of the conformance suite.
package struct ConformanceSummary: Hashable, Sendable {
    /// What each row came to, in their order.
    package let results: [ConformanceResult]

    /// The summary of these results.
    package init(results: [ConformanceResult]) { self.results = results.sorted { $0.row < $1.row } }

    /// Whether nothing is to be done.
    package var isFine: Bool { results.allSatisfy(\.isFine) }

    /// How many rows ended that way.
    package func count(_ word: Word) -> Int { results.count { Word($0.conclusion) == word } }

    /// How a row ended, in a word.
    package enum Word: String, Hashable, Sendable, CaseIterable {
        case passed, failed, known, missing
        case notApplicable = "n/a"

        init(_ conclusion: ConformanceResult.Conclusion) {
            switch conclusion {
            case .passed: self = .passed
            case .failed: self = .failed
            case .knownFailure: self = .known
            case .notApplicable: self = .notApplicable
            case .missing: self = .missing
            }
        }

        var mark: TextStyle.Mark {
            switch self {
            case .passed: .good
            case .failed: .bad
            case .known, .missing: .odd
            case .notApplicable: .faint
            }
        }
    }

    /// The language in one line, and below it a line for each row with which something is to be done, or for all.
    package func lines(_ id: String, width: Int, showsAll: Bool, style: TextStyle) -> [String] {
        let head = TextWidth.pad(id, to: width) + "  " + style.mark(counted, isFine ? .good : .bad)
        let shown = results.filter { showsAll || !$0.isFine }
        return [head] + shown.map { line($0, style: style) }
    }

    /// How many rows ended how, as in `17 passed, 2 n/a`.
    package var counted: String {
        Word.allCases.filter { count($0) > 0 }.map { "\(count($0)) \($0.rawValue)" }.joined(separator: ", ")
    }

    private func line(_ result: ConformanceResult, style: TextStyle) -> String {
        let word = Word(result.conclusion)
        let figures = result.usage.map {
            "\(Figures.seconds($0.cpuTime.inSeconds)) \(Figures.mebibytes($0.peakMemory.bytes))"
        }
        let parts = [
            "  " + TextWidth.pad(result.row.rawValue, to: 8),
            style.mark(TextWidth.pad(word.rawValue, to: 7), word.mark),
            word == .passed ? figures ?? "" : VisibleText.line(result.reason ?? ""),
        ]
        return parts.joined(separator: "  ")
    }
}

extension ConformanceResult {
    /// Why it is as it is; nil for what has passed.
    var reason: String? {
        switch conclusion {
        case .passed: nil
        case .failed(let reason), .knownFailure(let reason), .notApplicable(let reason): reason
        case .missing(let reason): "\(reason); it has to \(row.task)"
        }
    }
}

extension ConformanceSummary: Encodable {
    private enum Key: String, CodingKey {
        case passed, failed, known, missing, notApplicable, rows
    }

    private struct Row: Encodable {
        let row: String
        let result: String
        let reason: String?
        let cpuTime: Double?
        let wallTime: Double?
        let peakMemory: Int?

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(row, forKey: .row)
            try container.encode(result, forKey: .result)
            try container.encode(reason, forKey: .reason)
            try container.encode(cpuTime, forKey: .cpuTime)
            try container.encode(wallTime, forKey: .wallTime)
            try container.encode(peakMemory, forKey: .peakMemory)
        }

        private enum Key: String, CodingKey {
            case row, result, reason, cpuTime, wallTime, peakMemory
        }
    }

    /// Writes the counts, and each row with every field present.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(count(.passed), forKey: .passed)
        try container.encode(count(.failed), forKey: .failed)
        try container.encode(count(.known), forKey: .known)
        try container.encode(count(.missing), forKey: .missing)
        try container.encode(count(.notApplicable), forKey: .notApplicable)
        let rows = results.map { result in
            Row(
                row: result.row.rawValue,
                result: Word(result.conclusion).rawValue,
                reason: result.reason,
                cpuTime: result.usage?.cpuTime.inSeconds,
                wallTime: result.usage?.wallTime.inSeconds,
                peakMemory: result.usage?.peakMemory.bytes
            )
        }
        try container.encode(rows, forKey: .rows)
    }
}
