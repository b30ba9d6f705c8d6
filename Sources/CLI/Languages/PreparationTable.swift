internal import Core
internal import Grading
internal import Languages

/// What `assay languages --prepare` came to.
package struct PreparationTable: Sendable {
    /// How one preparation ended.
    package enum Result: String, Hashable, Sendable, Encodable {
        /// It was made just now.
        case made
        /// It was there.
        case kept
        /// There is none; the language works without.
        case failed
    }

    /// One preparation of one language.
    package struct Row: Hashable, Sendable {
        /// The language's id.
        package var language: String
        /// What is prepared.
        package var name: String
        /// How that ended.
        package var result: Result
        /// What its files hold together, in bytes; nil where there is none.
        package var size: Int?
        /// How long it took to make, in seconds; nil where there is none.
        package var seconds: Double?
        /// Why there is none.
        package var reason: String?

        /// A row.
        package init(
            language: String,
            name: String,
            result: Result,
            size: Int? = nil,
            seconds: Double? = nil,
            reason: String? = nil
        ) {
            self.language = language
            self.name = name
            self.result = result
            self.size = size
            self.seconds = seconds
            self.reason = reason
        }
    }

    /// The rows, in the order in which they were made.
    package let rows: [Row]

    /// A table of these rows.
    package init(rows: [Row]) { self.rows = rows }

    /// The table with a line below it that counts.
    package func lines(style: TextStyle) -> [String] {
        guard !rows.isEmpty else { return ["there is nothing to prepare for these languages here"] }
        let head = ["language", "what", "state", "size", "time"]
        let cells =
            [head]
            + rows.map { row in
                [
                    row.language, row.name, row.result.rawValue, row.size.map(Figures.mebibytes) ?? "",
                    row.seconds.map { Figures.decimal($0, places: 1) + " s" } ?? "",
                ]
            }
        let widths = head.indices.map { column in cells.map { TextWidth.columns(of: $0[column]) }.max() ?? 0 }
        var lines: [String] = []
        for (index, row) in cells.enumerated() {
            var parts = head.indices.map { TextWidth.pad(row[$0], to: widths[$0], right: $0 > 2) }
            if index > 0 { parts[2] = style.mark(parts[2], Self.mark(rows[index - 1].result)) }
            let line = parts.joined(separator: "  ")
            lines.append(index == 0 ? style.mark(line, .faint) : line)
            if index > 0, let reason = rows[index - 1].reason { lines.append("    " + VisibleText.line(reason)) }
        }
        return lines + [summary]
    }

    private var summary: String {
        let words = [Result.made, .kept, .failed].compactMap { result -> String? in
            let count = rows.count { $0.result == result }
            return count > 0 ? "\(count) \(result.rawValue)" : nil
        }
        return words.joined(separator: ", ")
    }

    private static func mark(_ result: Result) -> TextStyle.Mark {
        switch result {
        case .made, .kept: .good
        case .failed: .bad
        }
    }
}

extension PreparationTable.Row {
    /// The row of `result`.
    init(_ result: Preparer.Result) {
        self.init(language: result.language.rawValue, name: result.name, result: .failed)
        switch result.conclusion {
        case .made(let entry), .kept(let entry):
            if case .made = result.conclusion { self.result = .made } else { self.result = .kept }
            size = entry.size.bytes
            seconds = entry.time.inSeconds
        case .failed(let reason):
            self.reason = reason
        }
    }
}

extension PreparationTable: Encodable {
    private enum Key: String, CodingKey {
        case prepared
    }

    /// Writes the rows as a list.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(rows, forKey: .prepared)
    }
}

extension PreparationTable.Row: Encodable {
    private enum Key: String, CodingKey {
        case language, name, result, size, time, reason
    }

    /// Writes the row with every field present.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(language, forKey: .language)
        try container.encode(name, forKey: .name)
        try container.encode(result, forKey: .result)
        try container.encode(size, forKey: .size)
        try container.encode(seconds, forKey: .time)
        try container.encode(reason, forKey: .reason)
    }
}
