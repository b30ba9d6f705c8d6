internal import Core
package import Roots

/// The roots that are on this host, and those that could be built.
package struct RootTable: Sendable {
    /// How a root, or a version of one, stands.
    package enum State: String, Hashable, Sendable, Encodable {
        /// The version that boxes are made from.
        case current
        /// An older version.
        case old
        /// There is no version of it here.
        case unbuilt
    }

    /// One version, or a root without any.
    package struct Row: Hashable, Sendable {
        /// The root.
        package var name: String
        /// The name for people.
        package var title: String
        /// The suite it is built from.
        package var release: String
        /// How it stands.
        package var state: State
        /// Whether it is in use at this moment.
        package var isInUse = false
        /// The version.
        package var version: String?
        /// The room it takes, in bytes.
        package var space: Int?
        /// How many packages are in it.
        package var packages: Int?
        /// Its groups of packages.
        package var groups: [String]
        /// Its directory.
        package var directory: String?
        /// The ids of the languages whose tools it has.
        package var languages: [String] = []

        /// A version that is here.
        package init(_ version: RootStore.Version, languages: [String]) {
            name = version.manifest.name
            title = version.manifest.title
            release = version.manifest.release
            state = version.isCurrent ? .current : .old
            isInUse = version.isInUse
            self.version = version.manifest.version
            space = version.manifest.space.bytes
            packages = version.manifest.packages
            groups = version.manifest.groups
            directory = version.directory
            self.languages = languages
        }

        /// A root of which none is here.
        package init(unbuilt blueprint: Blueprint) {
            name = blueprint.name
            title = blueprint.title
            release = blueprint.release
            state = .unbuilt
            groups = blueprint.groups.map(\.name)
        }
    }

    /// The rows, by name; of one name the newest first.
    package let rows: [Row]

    /// A table of these.
    package init(rows: [Row]) { self.rows = rows }

    /// The table, with what to do about those that are not here.
    package func lines(style: TextStyle) -> [String] {
        guard !rows.isEmpty else { return ["there is no root, and none could be built: Sandboxes/roots is empty"] }
        var cells = [["root", "release", "version", "size", "state", "languages"]]
        for row in rows {
            let state = row.state.rawValue + (row.isInUse ? ", in use" : "")
            let space = row.space.map { Figures.mebibytes($0) } ?? ""
            let languages = row.languages.isEmpty ? "" : "\(row.languages.count)"
            cells.append([row.name, row.release, row.version ?? "", space, state, languages])
        }
        let widths = (0..<6).map { column in cells.map { TextWidth.columns(of: $0[column]) }.max() ?? 0 }
        var lines: [String] = []
        for (index, row) in cells.enumerated() {
            var parts = zip(row, widths).map { TextWidth.pad(VisibleText.line($0), to: $1) }
            if index > 0 { parts[4] = style.mark(parts[4], Self.mark(rows[index - 1].state)) }
            parts[5] = row[5]
            let line = parts.joined(separator: "  ")
            lines.append(index == 0 ? style.mark(line, .faint) : line)
        }
        for row in rows where !row.languages.isEmpty {
            lines += ["", "\(row.name) has the tools of " + row.languages.joined(separator: " ")]
        }
        for row in rows where row.state == .unbuilt {
            lines += ["", "\(row.title): assay roots build \(row.name)"]
        }
        return lines
    }

    private static func mark(_ state: State) -> TextStyle.Mark {
        switch state {
        case .current: .good
        case .old: .odd
        case .unbuilt: .faint
        }
    }
}

extension RootTable: Encodable {
    private enum Key: String, CodingKey {
        case roots
    }

    /// Writes the roots as a list.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(rows, forKey: .roots)
    }
}

extension RootTable.Row: Encodable {
    private enum Key: String, CodingKey {
        case name, title, release, state, inUse, version, bytes, packages, groups, directory, languages
    }

    /// Writes the row with every field present.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(title, forKey: .title)
        try container.encode(release, forKey: .release)
        try container.encode(state, forKey: .state)
        try container.encode(isInUse, forKey: .inUse)
        try container.encode(version, forKey: .version)
        try container.encode(space, forKey: .bytes)
        try container.encode(packages, forKey: .packages)
        try container.encode(groups, forKey: .groups)
        try container.encode(directory, forKey: .directory)
        try container.encode(languages, forKey: .languages)
    }
}

/// A root that was packed into a file.
struct RootExport: Encodable {
    let root: String
    let file: String
    let digest: String
}
