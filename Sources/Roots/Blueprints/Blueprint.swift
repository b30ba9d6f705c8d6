public import Core

/// What a root is built from: the content of one file of `Sandboxes/roots/`.
public struct Blueprint: Hashable, Sendable {
    /// Packages that are wanted for one purpose.
    public struct Group: Hashable, Sendable {
        /// What `--group` calls it.
        public var name: String
        /// About how much room its packages take.
        public var space: ByteCount
        /// The packages.
        public var packages: [String]
    }

    /// What profiles and commands call the root; the file is named after it.
    public var name: String
    /// The name for people, as in `Debian 13 (trixie)`.
    public var title: String
    /// The suite of the mirror.
    public var release: String
    /// The components of the archive.
    public var components: [String]
    /// A suite with updates on the same mirror; nil for none.
    public var updates: String?
    /// The suite of the mirror for security; nil for none.
    public var security: String?
    /// The file with the keys that sign the release.
    public var keyring: String
    /// The Debian package that brings `keyring`.
    public var keyringPackage: String
    /// About how much room the system takes without any group.
    public var space: ByteCount
    /// The groups, in the file's order.
    public var groups: [Group]
    /// The digest of the file.
    public var digest: String

    /// Which of its packages are wanted.
    public struct Selection: Hashable, Sendable {
        /// The groups, in the blueprint's order.
        public var groups: [Group]
        /// Packages beside them.
        public var others: [String]

        /// Every package, each once.
        public var packages: [String] {
            var seen: Set<String> = []
            return (groups.flatMap(\.packages) + others).filter { seen.insert($0).inserted }
        }
    }

    /// The selection of these groups (nil: all) and further packages.
    ///
    /// - Throws: `RootError` for a group that is not there, or a package whose name is none.
    public func selection(groups names: [String]?, packages: [String]) throws(RootError) -> Selection {
        for name in names ?? [] where !groups.contains(where: { $0.name == name }) {
            let known = groups.map(\.name).joined(separator: ", ")
            throw .badInput("there is no group \(name) in the root \(self.name); its groups are \(known)")
        }
        for package in packages where !PackageName.isOne(package) {
            throw .badInput("`\(package)` is no name of a Debian package; separate several with commas")
        }
        return Selection(groups: groups.filter { names?.contains($0.name) ?? true }, others: packages)
    }

    /// About how much room `selection` takes on the disk.
    public func space(of selection: Selection) -> ByteCount {
        selection.groups.reduce(space) { $0 + $1.space }
    }
}

/// The names of Debian packages (Debian Policy 5.6.1).
enum PackageName {
    static func isOne(_ text: String) -> Bool {
        let isPlain: (UInt8) -> Bool = { (48...57).contains($0) || (97...122).contains($0) }
        guard let first = text.utf8.first, isPlain(first), text.utf8.count >= 2 else { return false }
        return text.utf8.allSatisfy { isPlain($0) || [43, 45, 46].contains($0) }
    }
}

/// The names of roots and of their versions.
enum RootName {
    /// Whether `text` names a root: what can be no path, option or pattern.
    static func isOne(_ text: String) -> Bool { isName(text, extra: []) }

    /// Whether `text` is a version.
    static func isVersion(_ text: String) -> Bool { isName(text, extra: [45, 46]) }

    private static func isName(_ text: String, extra: [UInt8]) -> Bool {
        let isPlain: (UInt8) -> Bool = { (48...57).contains($0) || (97...122).contains($0) }
        guard let first = text.utf8.first, isPlain(first), text.utf8.count <= 64, text != "current" else {
            return false
        }
        return text.utf8.allSatisfy { isPlain($0) || extra.contains($0) }
    }
}
