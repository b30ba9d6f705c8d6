extension CommandDescription {
    /// The command line in its general form.
    package var usageLine: String {
        var parts = ["assay", name]
        if !operands.isEmpty { parts.append(operands) }
        parts += options.map { "[\($0.usage)]" }
        if afterDashes == .programArguments { parts.append("[-- ARG…]") }
        return parts.joined(separator: " ")
    }

    /// What `--help` shows, in lines of at most `width` columns as far as words allow.
    package func help(width: Int) -> [String] {
        let width = max(40, min(width, 100))
        var lines = ["assay \(name): \(summary)", ""]
        lines += WrappedText.lines("usage: " + usageLine, width: width, indent: 11, first: 0)
        let rows = options.map { ($0.usage, $0.help) } + [("--help", "show this")]
        lines += ["", "options:"] + HelpText.rows(rows, width: width)
        for note in notes {
            lines += [""] + WrappedText.lines(note, width: width, indent: 0, first: 0)
        }
        if !examples.isEmpty {
            lines += ["", "examples:"]
            for example in examples {
                lines += ["  " + example.line]
                lines += WrappedText.lines(example.meaning, width: width, indent: 6, first: 6)
            }
        }
        return lines
    }
}

/// Help that belongs to no single command.
package enum HelpText {
    /// What `assay` and `assay --help` show.
    package static func overview(of commands: [CommandDescription], width: Int) -> [String] {
        let width = max(40, min(width, 100))
        var lines = WrappedText.lines(
            "assay runs programs that nobody trusts, in many languages, and says what they are worth.",
            width: width,
            indent: 0,
            first: 0
        )
        lines += ["", "usage: assay COMMAND …", "", "commands:"]
        lines += rows(commands.map { ($0.name, $0.summary) }, width: width)
        lines += ["", "other:"]
        lines += rows(
            [("help COMMAND", "what a command takes, with examples"), ("--version", "the version")],
            width: width
        )
        lines += ["", "exit codes:"]
        lines += rows(
            [
                ("0", "good: accepted, or all is as it should be"),
                ("1", "judged, and not good"),
                ("2", "wrong usage or bad input"),
                ("3", "the judge's own failure"),
            ],
            width: width
        )
        return lines
    }

    /// Names in a column, with what they mean beside them.
    static func rows(_ rows: [(name: String, meaning: String)], width: Int) -> [String] {
        let column = min(24, (rows.map(\.name.count).max() ?? 0) + 4)
        var lines: [String] = []
        for row in rows {
            let name = "  " + row.name
            if name.count + 2 > column {
                lines.append(name)
                lines += WrappedText.lines(row.meaning, width: width, indent: column, first: column)
            } else {
                let text = WrappedText.lines(row.meaning, width: width, indent: column, first: column)
                let start = name + String(repeating: " ", count: column - name.count)
                lines.append(start + (text.first ?? "").dropFirst(column))
                lines += text.dropFirst()
            }
        }
        return lines
    }
}
