/// What this host can enforce, and how to get the rest.
package struct HostTable: Sendable, Encodable {
    /// How one thing stands.
    package enum State: String, Hashable, Sendable, Encodable {
        /// It is there.
        case ok
        /// It is not there, and nothing can be judged without it.
        case missing
        /// It is not there; judging does without it.
        case optional
    }

    /// One thing that was looked at.
    package struct Row: Hashable, Sendable {
        /// What it is.
        package var name: String
        /// How it stands.
        package var state: State
        /// What was found.
        package var found: String
        /// How to get it; empty where there is nothing to do.
        package var mend: String

        /// One thing.
        package init(name: String, state: State, found: String, mend: String = "") {
            self.name = name
            self.state = state
            self.found = found
            self.mend = mend
        }
    }

    /// Whether everything is there that judging needs.
    package let ok: Bool
    /// What was looked at.
    package let findings: [Row]

    /// A table of these things.
    package init(_ rows: [Row]) {
        findings = rows
        ok = !rows.contains { $0.state == .missing }
    }

    /// The table, with what to do below each thing that is not there.
    package func lines(columns: Int, style: TextStyle) -> [String] {
        let width = findings.map { TextWidth.columns(of: $0.name) }.max() ?? 0
        let indent = width + 2 + 8 + 2
        var lines: [String] = []
        for row in findings {
            let state = style.mark(TextWidth.pad(row.state.rawValue, to: 8), Self.mark(row.state))
            let found = Self.wrapped(row.found, columns, indent)
            let name = TextWidth.pad(VisibleText.line(row.name), to: width)
            lines.append([name, state, found.first ?? ""].joined(separator: "  "))
            lines += found.dropFirst().map { String(repeating: " ", count: indent) + $0 }
            guard row.state != .ok, !row.mend.isEmpty else { continue }
            lines += Self.wrapped("→ " + row.mend, columns, indent).map { String(repeating: " ", count: indent) + $0 }
        }
        lines = lines.map { $0.hasSuffix(" ") ? String($0.reversed().drop { $0 == " " }.reversed()) : $0 }
        return lines + ["", ok ? "this host can judge" : style.mark("this host cannot judge", .bad)]
    }

    private static func wrapped(_ text: String, _ columns: Int, _ indent: Int) -> [String] {
        guard !text.isEmpty else { return [] }
        return WrappedText.lines(VisibleText.line(text), width: max(30, columns - indent), indent: 0, first: 0)
    }

    private static func mark(_ state: State) -> TextStyle.Mark {
        switch state {
        case .ok: .good
        case .missing: .bad
        case .optional: .odd
        }
    }
}

extension HostTable.Row: Encodable {
    private enum Key: String, CodingKey {
        case name, state, found, mend
    }

    /// Writes the thing; `mend` is null where there is nothing to do.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(state, forKey: .state)
        try container.encode(found, forKey: .found)
        try container.encode(mend.isEmpty ? nil : mend, forKey: .mend)
    }
}
