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
        /// The commands that bring what is missing.
        package var install: [String]
        /// Why it is not offered, where there is a reason.
        package var reason: String?
        /// With which others it is installed for tests.
        package var tier: String
        /// How long its self-test took, on the clock, where it was run.
        package var seconds: Double?
        /// How it stands with the conformance suite, where that has been run just now.
        package var conformance: ConformanceSummary?
        /// How it stands with what can be prepared for it.
        package var prepared: [PreparationSummary] = []

        /// A language.
        package init(
            id: String,
            name: String,
            state: State,
            version: String? = nil,
            extensions: [String] = [],
            packages: [String] = [],
            install: [String] = [],
            reason: String? = nil,
            tier: String = "rest",
            seconds: Double? = nil,
            conformance: ConformanceSummary? = nil
        ) {
            self.id = id
            self.name = name
            self.state = state
            self.version = version
            self.extensions = extensions
            self.packages = packages
            self.install = install
            self.reason = reason
            self.tier = tier
            self.seconds = seconds
            self.conformance = conformance
        }
    }

    /// The languages, sorted by id.
    package let rows: [Row]

    /// A table of these languages.
    package init(rows: [Row]) { self.rows = rows }

    /// The table with a line below it that counts.
    ///
    /// Languages that are missing are only named in that line, unless the table `showsMissing` ones as well.
    package func lines(columns: Int, showsMissing: Bool, style: TextStyle) -> [String] {
        let shown = rows.filter { showsMissing || $0.state != .missing }
        var cells = shown.map { row in
            // The usual ones; --json has all.
            let files = row.extensions.prefix(3).map { "." + $0 } + (row.extensions.count > 3 ? ["…"] : [])
            let time = row.seconds.map(Figures.seconds) ?? ""
            return [row.id, row.state.rawValue, row.version ?? "", time, files.joined(separator: " "), row.name]
        }
        cells.insert(["language", "state", "version", "self-test", "files", "name"], at: 0)
        let widths = (0..<6).map { column in cells.map { TextWidth.columns(of: $0[column]) }.max() ?? 0 }
        var lines: [String] = []
        for (index, row) in cells.enumerated() {
            var parts = (0..<6).map { TextWidth.pad(VisibleText.line(row[$0]), to: widths[$0], right: $0 == 3) }
            if index > 0 { parts[1] = style.mark(parts[1], Self.mark(shown[index - 1].state)) }
            parts[5] = VisibleText.line(row[5])
            let line = parts.joined(separator: "  ")
            lines.append(index == 0 ? style.mark(line, .faint) : line)
            if index > 0, let reason = shown[index - 1].reason {
                lines.append("    " + VisibleText.line(reason))
            }
        }
        return (shown.isEmpty ? [] : lines) + summary(columns: columns, naming: !showsMissing)
    }

    /// How all of them stand with the conformance suite, in a line; before it those that could not be tried, and why.
    package func conformanceSummary(style: TextStyle) -> [String] {
        let untried = rows.filter { $0.state == .failed }.map { row in
            "\(row.id)  \(style.mark("failed", .bad)): \(VisibleText.line(row.reason ?? ""))"
        }
        let tried = rows.compactMap(\.conformance)
        let words = ConformanceSummary.Word.allCases.compactMap { word -> String? in
            let count = tried.reduce(0) { $0 + $1.count(word) }
            return count > 0 || word == .passed ? "\(count) \(word.rawValue)" : nil
        }
        var line = "\(Figures.count(tried.count, "language")): rows " + words.joined(separator: ", ")
        let missing = rows.count { $0.state == .missing }
        if missing > 0 { line += "; \(Figures.count(missing, "language")) missing (assay languages --missing)" }
        return untried + [line]
    }

    /// What to do about those that are missing, each by itself, and then all at once.
    ///
    /// Of the Debian packages in `unavailable` this system knows nothing: with one of them apt-get would install none at
    /// all.
    package func missingLines(unavailable: Set<String> = []) -> [String] {
        let missing = rows.filter { $0.state == .missing }
        guard !missing.isEmpty else { return ["no language is missing"] }
        let width = missing.map(\.id.count).max() ?? 0
        var lines = missing.map { row in
            let install = row.install.isEmpty ? row.reason ?? "" : row.install.joined(separator: " && ")
            return TextWidth.pad(row.id, to: width) + "  " + VisibleText.line(install)
        }
        // What needs one that cannot be had does not come about by the others.
        let had = missing.filter { unavailable.isDisjoint(with: Self.packages($0.install)) }
        let all = Self.joined(had.flatMap(\.install))
        if missing.count > 1, !all.isEmpty { lines += ["", "all of them: " + all.joined(separator: " && ")] }
        let rest = missing.filter { !unavailable.isDisjoint(with: Self.packages($0.install)) }.map(\.id)
        if !rest.isEmpty {
            let names = unavailable.sorted().joined(separator: " ")
            lines += ["", "not among them, as this system's apt has no \(names): " + rest.joined(separator: " ")]
        }
        return lines
    }

    /// The Debian packages of this system that are missing.
    package var missingPackages: Set<String> {
        Set(rows.filter { $0.state == .missing }.flatMap { Self.packages($0.install) })
    }

    private static let debian = "apt-get install "
    private static let root = "assay roots build "
    private static let packageOption = " --packages "

    private static func packages(_ commands: [String]) -> [String] {
        commands.filter { $0.hasPrefix(debian) }.flatMap {
            $0.dropFirst(debian.count).split(separator: " ").map(String.init)
        }
    }

    /// The commands, each once, and those of Debian's installer as one, as well as those that build the same root.
    private static func joined(_ commands: [String]) -> [String] {
        let packages = packages(commands)
        let roots = Set(commands.filter { $0.hasPrefix(root) }).sorted()
        var builds: [(command: String, packages: Set<String>)] = []
        for command in roots {
            guard let option = command.firstRange(of: packageOption) else {
                builds.append((command, []))
                continue
            }
            let name = String(command[..<option.lowerBound])
            let more = command[option.upperBound...].split(separator: ",").map(String.init)
            if let place = builds.firstIndex(where: { $0.command == name }) {
                builds[place].packages.formUnion(more)
            } else {
                builds.append((name, Set(more)))
            }
        }
        let built = builds.map { build in
            build.command
                + (build.packages.isEmpty ? "" : packageOption + build.packages.sorted().joined(separator: ","))
        }
        let others = Set(commands.filter { !$0.hasPrefix(debian) && !$0.hasPrefix(root) }).sorted()
        return (packages.isEmpty ? [] : [debian + Set(packages).sorted().joined(separator: " ")]) + built + others
    }

    private func summary(columns: Int, naming: Bool) -> [String] {
        func count(_ state: State) -> Int { rows.count { $0.state == state } }
        var parts = ["\(count(.offered)) offered"]
        if count(.untested) > 0 { parts.append("\(count(.untested)) untested (assay languages --self-test)") }
        if count(.failed) > 0 { parts.append("\(count(.failed)) failed") }
        if count(.missing) > 0 { parts.append("\(count(.missing)) missing (assay languages --missing)") }
        let counts = [parts.joined(separator: ", ")] + unprepared(columns: columns)
        guard naming, count(.missing) > 0 else { return counts }
        let names = rows.filter { $0.state == .missing }.map(\.id).joined(separator: " ")
        return counts + WrappedText.lines("missing: " + names, width: max(40, columns), indent: 2, first: 0)
    }

    /// Which of those that are here are slower than need be, and what is wrong with what was prepared for them.
    private func unprepared(columns: Int) -> [String] {
        let plain = rows.filter { row in row.prepared.contains { $0.state != "ready" } }
        guard !plain.isEmpty else { return [] }
        let names = "slower than need be (assay languages --prepare): " + plain.map(\.id).joined(separator: " ")
        let reasons = plain.flatMap { row in
            row.prepared.compactMap { one in one.reason.map { "\(row.id): \(one.name) is not used: \($0)" } }
        }
        return WrappedText.lines(names, width: max(40, columns), indent: 2, first: 0) + reasons.map(VisibleText.line)
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
        case id, name, state, version, extensions, packages, install, reason, tier, selfTestTime, conformance, prepared
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
        try container.encode(install, forKey: .install)
        try container.encode(reason, forKey: .reason)
        try container.encode(tier, forKey: .tier)
        try container.encode(seconds, forKey: .selfTestTime)
        try container.encode(conformance, forKey: .conformance)
        try container.encode(prepared, forKey: .prepared)
    }
}
