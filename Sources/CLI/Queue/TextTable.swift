/// Rows under a header, each column as wide as its widest cell.
package struct TextTable {
    /// A column.
    package struct Column {
        /// What stands above it.
        let title: String
        /// Whether it is aligned to the right, as figures are.
        let isRight: Bool

        /// A column of that title.
        package init(_ title: String, right: Bool = false) {
            self.title = title
            isRight = right
        }
    }

    private let columns: [Column]
    private var rows: [[String]] = []

    /// A table without rows.
    package init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row; its cells are made safe to show.
    package mutating func add(_ cells: [String]) { rows.append(cells.map { VisibleText.line($0) }) }

    /// The table's lines, cut where they would be wider than `width` columns.
    package func lines(width: Int, style: TextStyle) -> [String] {
        let widths = columns.indices.map { place in
            ([columns[place].title] + rows.map { $0[place] }).map { TextWidth.columns(of: $0) }.max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            let padded = cells.indices.map { TextWidth.pad(cells[$0], to: widths[$0], right: columns[$0].isRight) }
            let text = padded.joined(separator: "  ")
            return TextWidth.cut(String(text.reversed().drop { $0 == " " }.reversed()), to: width)
        }
        return [style.mark(line(columns.map(\.title)), .faint)] + rows.map(line)
    }
}
