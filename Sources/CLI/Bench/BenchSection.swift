/// What one topic of `assay bench` came to: a table.
struct BenchSection: Sendable, Encodable {
    /// One figure of a row.
    enum Figure: Sendable {
        case milliseconds(Double)
        case seconds(Double)
        case ratio(Double)
        case percent(Double)
        case perSecond(Double)
        case count(Int)
        case words(String)
    }

    /// A row: a name, and figures under the names of their columns.
    struct Row: Sendable {
        let name: String
        let figures: [(column: String, figure: Figure)]

        init(_ name: String, _ figures: KeyValuePairs<String, Figure>) {
            self.name = name
            self.figures = figures.map { ($0.key, $0.value) }
        }
    }

    let topic: String
    let rows: [Row]
    /// Sentences below the table.
    var notes: [String] = []
    /// Whether what was promised of this topic is kept, where it is a matter of right or wrong.
    var isGood = true

    private enum Key: String, CodingKey {
        case topic, rows
    }

    /// Writes the topic and its rows; notes are for people.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(topic, forKey: .topic)
        try container.encode(rows, forKey: .rows)
    }

    /// The table as people read it.
    var text: String {
        // All rows of a table have the same columns.
        let columns = rows.first?.figures.map(\.column) ?? []
        let names = [topic] + rows.map(\.name)
        let cells = [columns] + rows.map { row in row.figures.map { $0.figure.text } }
        let nameWidth = names.map { TextWidth.columns(of: $0) }.max() ?? 0
        let widths = columns.indices.map { column in
            cells.map { $0.indices.contains(column) ? TextWidth.columns(of: $0[column]) : 0 }.max() ?? 0
        }
        let lines = zip(names, cells).map { name, cells in
            let padded = zip(cells, widths).map { TextWidth.pad($0, to: $1, right: true) }
            return ([TextWidth.pad(name, to: nameWidth)] + padded).joined(separator: "  ")
        }
        return (lines + notes).map { $0 + "\n" }.joined()
    }
}

extension BenchSection.Row: Encodable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Writes each figure under its column's name, times in seconds.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: Key("name"))
        for (column, figure) in figures {
            switch figure {
            case .milliseconds(let value), .seconds(let value), .ratio(let value), .percent(let value),
                .perSecond(let value):
                try container.encode(value, forKey: Key(column))
            case .count(let value): try container.encode(value, forKey: Key(column))
            case .words(let value): try container.encode(value, forKey: Key(column))
            }
        }
    }
}

extension BenchSection.Figure {
    /// The figure with its unit.
    var text: String {
        switch self {
        case .milliseconds(let seconds): Figures.decimal(seconds * 1000, places: 2) + " ms"
        case .seconds(let seconds): Figures.decimal(seconds, places: 4) + " s"
        case .ratio(let value): Figures.decimal(value, places: 2)
        case .percent(let share): Figures.decimal(share * 100, places: 2) + " %"
        case .perSecond(let rate): "\(Int(rate.rounded()))/s"
        case .count(let count): "\(count)"
        case .words(let words): words
        }
    }
}
