/// The languages that this installation knows, and what is known of each on this host.
package struct LanguageTable: Sendable {
    /// What is known of a language.
    package enum State: String, Hashable, Sendable, Encodable {
        /// Its self-test has passed.
        case offered
        /// Its tools are there; its self-test has not been run with them.
        case untested
        /// Its self-test failed.
        case failed
        /// Its tools are not there.
        case missing
    }

    /// One language.
    package struct Row: Hashable, Sendable {
        /// The id, as `--language` takes it.
        package var id: String
        /// The name for people.
        package var name: String
        /// What is known of it.
        package var state: State
        /// The toolchain's version, where it is known.
        package var version: String?
        /// The extensions of its files.
        package var extensions: [String]
        /// The Debian packages that bring its tools.
        package var packages: [String]
        /// Why it is not offered, where there is a reason.
        package var reason: String?

        /// A language.
        package init(
            id: String,
            name: String,
            state: State,
            version: String? = nil,
            extensions: [String] = [],
            packages: [String] = [],
            reason: String? = nil
        ) {
            self.id = id
            self.name = name
            self.state = state
            self.version = version
            self.extensions = extensions
            self.packages = packages
            self.reason = reason
        }
    }

    /// The languages, sorted by id.
    package let rows: [Row]

    /// A table of these languages.
    package init(rows: [Row]) { self.rows = rows }

    /// The table with a line below it that counts.
    package func lines(style: TextStyle) -> [String] {
        var cells = rows.map { row in
            let files = row.extensions.map { "." + $0 }.joined(separator: " ")
            return [row.id, row.state.rawValue, row.version ?? "", files, row.name]
        }
        cells.insert(["language", "state", "version", "files", "name"], at: 0)
        let widths = (0..<5).map { column in cells.map { TextWidth.columns(of: $0[column]) }.max() ?? 0 }
        var lines: [String] = []
        for (index, row) in cells.enumerated() {
            var parts = zip(row, widths).map { TextWidth.pad(VisibleText.line($0), to: $1) }
            if index > 0 { parts[1] = style.mark(parts[1], Self.mark(rows[index - 1].state)) }
            parts[4] = VisibleText.line(row[4])
            let line = parts.joined(separator: "  ")
            lines.append(index == 0 ? style.mark(line, .faint) : line)
            if index > 0, rows[index - 1].state == .failed, let reason = rows[index - 1].reason {
                lines.append("    " + VisibleText.line(reason))
            }
        }
        return lines + [summary]
    }

    /// What to do about those that are missing, with one command for all.
    package func missingLines() -> [String] {
        let missing = rows.filter { $0.state == .missing }
        guard !missing.isEmpty else { return ["no language is missing"] }
        let width = missing.map(\.id.count).max() ?? 0
        var lines = missing.map { row in
            let packages = row.packages.joined(separator: " ")
            let install = packages.isEmpty ? row.reason ?? "" : "apt-get install " + packages
            return TextWidth.pad(row.id, to: width) + "  " + VisibleText.line(install)
        }
        let packages = Set(missing.flatMap(\.packages)).sorted()
        if missing.count > 1, !packages.isEmpty {
            lines += ["", "all of them: apt-get install " + packages.joined(separator: " ")]
        }
        return lines
    }

    private var summary: String {
        func count(_ state: State) -> Int { rows.count { $0.state == state } }
        var parts = ["\(count(.offered)) offered"]
        if count(.untested) > 0 { parts.append("\(count(.untested)) untested (assay languages --check)") }
        if count(.failed) > 0 { parts.append("\(count(.failed)) failed") }
        if count(.missing) > 0 { parts.append("\(count(.missing)) missing (assay languages --missing)") }
        return parts.joined(separator: ", ")
    }

    private static func mark(_ state: State) -> TextStyle.Mark {
        switch state {
        case .offered: .good
        case .untested: .odd
        case .failed: .bad
        case .missing: .faint
        }
    }
}

extension LanguageTable: Encodable {
    private enum Key: String, CodingKey {
        case languages
    }

    /// Writes the languages as a list.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(rows, forKey: .languages)
    }
}

extension LanguageTable.Row: Encodable {
    private enum Key: String, CodingKey {
        case id, name, state, version, extensions, packages, reason
    }

    /// Writes the language with every field present.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(name, forKey: .name)
        try container.encode(state, forKey: .state)
        try container.encode(version, forKey: .version)
        try container.encode(extensions, forKey: .extensions)
        try container.encode(packages, forKey: .packages)
        try container.encode(reason, forKey: .reason)
    }
}
