internal import Core

/// What this host can enforce, and how to get the rest.
package struct HostTable: Sendable {
    /// How one thing stands.
    package enum State: String, Hashable, Sendable, Encodable {
        /// It is as it should be.
        case ok
        /// Judging does without it.
        case degraded
        /// Nothing can be judged as long as it is so.
        case missing
    }

    /// One thing that was looked at.
    package struct Row: Hashable, Sendable {
        /// A word for programs, which stays the same.
        package var key: String
        /// What it is about, in a word.
        package var group: String
        /// What it is.
        package var name: String
        /// How it stands.
        package var state: State
        /// What was found.
        package var found: String
        /// What to do, in words; empty where there is nothing to do, or the command says it all.
        package var mend: String
        /// The command of a shell that does it; empty where there is none.
        package var command: String

        /// One thing.
        package init(
            key: String,
            group: String,
            name: String,
            state: State,
            found: String,
            mend: String = "",
            command: String = ""
        ) {
            self.key = key
            self.group = group
            self.name = name
            self.state = state
            self.found = found
            self.mend = mend
            self.command = command
        }
    }

    /// How making a box went.
    package struct Trial: Hashable, Sendable {
        /// Under which conditions it was made.
        package var mode: String
        /// How long the first took, from nothing.
        package var first: Duration
        /// How long the next one took.
        package var next: Duration

        /// A box that was made.
        package init(mode: String, first: Duration, next: Duration) {
            self.mode = mode
            self.first = first
            self.next = next
        }
    }

    /// What was looked at, those of a group together.
    package let findings: [Row]
    /// The box that was made; nil where none was.
    package let trial: Trial?

    /// A table of these things.
    package init(_ findings: [Row], trial: Trial? = nil) {
        self.findings = findings
        self.trial = trial
    }

    /// Whether everything is there that judging needs.
    package var ok: Bool { !findings.contains { $0.state == .missing } }
}

// MARK: - For people

extension HostTable {
    /// The table, group by group, with what to do below each thing that is not as it should be.
    package func lines(columns: Int, style: TextStyle) -> [String] {
        let names = findings.map { TextWidth.columns(of: $0.name) }.max() ?? 0
        // Below this there is no room for three columns beside each other.
        let layout = Layout(name: names, columns: columns, isNarrow: columns < names + 42)
        var lines: [String] = []
        var group: String?
        for row in findings {
            if row.group != group {
                if group != nil { lines.append("") }
                lines.append(style.mark(row.group, .strong))
                group = row.group
            }
            lines += layout.lines(row, style)
        }
        return lines + [""] + conclusion(columns: columns, style)
    }

    private func conclusion(columns: Int, _ style: TextStyle) -> [String] {
        let missing = findings.count { $0.state == .missing && $0.group != "trial" }
        let degraded = findings.count { $0.state == .degraded }
        let better = degraded == 0 ? "" : "; \(Figures.count(degraded, "thing")) could be better"
        let text: String
        if missing > 0 {
            text =
                "this host cannot judge: \(Figures.count(missing, "thing")) \(missing == 1 ? "is" : "are") missing\(better)"
        } else {
            text = ok ? "this host can judge\(better)" : "this host cannot judge: no box can be made\(better)"
        }
        let lines = WrappedText.lines(VisibleText.line(text), width: columns, indent: 0, first: 0)
        return lines.map { style.mark($0, ok ? .good : .bad) }
    }

    private static func mark(_ state: State) -> TextStyle.Mark {
        switch state {
        case .ok: .good
        case .degraded: .odd
        case .missing: .bad
        }
    }

    /// Where columns are.
    private struct Layout {
        let name: Int
        let columns: Int
        let isNarrow: Bool

        private static let state = "degraded".count
        private var indent: Int { isNarrow ? 4 : 2 + Self.state + 2 + name + 2 }

        func lines(_ row: Row, _ style: TextStyle) -> [String] {
            let margin = String(repeating: " ", count: indent)
            let state = style.mark(TextWidth.pad(row.state.rawValue, to: Self.state), HostTable.mark(row.state))
            let found = wrapped(row.found)
            let start = "  \(state)  "
            var lines: [String]
            if isNarrow {
                lines = [start + VisibleText.line(row.name)] + found.map { margin + $0 }
            } else {
                let name = TextWidth.pad(VisibleText.line(row.name), to: self.name)
                lines = [start + (found.first.map { name + "  " + $0 } ?? VisibleText.line(row.name))]
                lines += found.dropFirst().map { margin + $0 }
            }
            guard row.state != .ok else { return lines }
            lines += wrapped(row.mend).enumerated().map { margin + ($0 == 0 ? "→ " : "  ") + $1 }
            lines += CommandLines.wrapped(row.command, width: columns - indent - 2).enumerated().map { index, line in
                margin + (index == 0 ? style.mark("$ ", .faint) : "  ") + line
            }
            return lines
        }

        private func wrapped(_ text: String) -> [String] {
            guard !text.isEmpty else { return [] }
            // Two columns less, for the arrow.
            return WrappedText.lines(VisibleText.line(text), width: max(20, columns - indent - 2), indent: 0, first: 0)
        }
    }
}

// MARK: - For programs

extension HostTable: Encodable {
    private enum Key: String, CodingKey {
        case ok, mode, trial, findings
    }

    private enum TrialKey: String, CodingKey {
        case first, next
    }

    /// Writes everything with every field present; times are in seconds.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(ok, forKey: .ok)
        try container.encode(trial?.mode, forKey: .mode)
        try container.encode(findings, forKey: .findings)
        guard let trial else { return try container.encodeNil(forKey: .trial) }
        var times = container.nestedContainer(keyedBy: TrialKey.self, forKey: .trial)
        try times.encode(trial.first.inSeconds, forKey: .first)
        try times.encode(trial.next.inSeconds, forKey: .next)
    }
}

extension HostTable.Row: Encodable {
    private enum Key: String, CodingKey {
        case key, group, name, state, found, mend, command
    }

    /// Writes the thing; `mend` is null where there is nothing to do, and the command where that says it all.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(key, forKey: .key)
        try container.encode(group, forKey: .group)
        try container.encode(name, forKey: .name)
        try container.encode(state, forKey: .state)
        try container.encode(found, forKey: .found)
        let words = mend.isEmpty ? command : mend
        try container.encode(words.isEmpty || state == .ok ? nil : words, forKey: .mend)
        try container.encode(command.isEmpty || state == .ok ? nil : command, forKey: .command)
    }
}
