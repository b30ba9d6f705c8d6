internal import Linux

/// A package's directory, for looking at what is in it.
struct PackageFolder: Sendable {
    /// The directory, without symbolic links.
    let root: String
    /// The directory as the user wrote it.
    let shown: String

    /// Something in it.
    struct Item {
        /// Its path below the package.
        let path: String
        let kind: HostDirectory.Kind
        /// What it points to, where it is a symbolic link.
        let target: String?

        var name: String { path.split(separator: "/").last.map(String.init) ?? "" }
    }

    /// Deeper than any package that can be loaded.
    private static let maximumDepth = 17
    private static let maximumItems = 200_000

    func hostPath(_ path: String) -> String { path.isEmpty ? root : "\(root)/\(path)" }

    func kind(_ path: String) -> HostDirectory.Kind? { HostDirectory.kind(of: hostPath(path)) }

    /// What is in the directory `path`, sorted, without hidden names; nothing where it cannot be read.
    func entries(_ path: String) -> [HostDirectory.Entry] {
        let entries = (try? HostDirectory.entries(of: hostPath(path))) ?? []
        return entries.filter { !$0.name.hasPrefix(".") }
    }

    /// Whether `path` is a symbolic link: a tree with links to its own directories never ends.
    func isLink(_ path: String) -> Bool { HostDirectory.target(ofLink: hostPath(path)) != nil }

    /// The file at `path`; nil where it cannot be read, or is larger than any text that somebody wrote.
    func bytes(_ path: String) -> [UInt8]? { try? HostFile.read(hostPath(path)) }

    /// Everything below `path`, directories before what is in them; no link is followed.
    func items(below path: String = "") -> [Item] {
        var items: [Item] = []
        collect(path, depth: 0, into: &items)
        return items
    }

    private func collect(_ directory: String, depth: Int, into items: inout [Item]) {
        guard depth < PackageFolder.maximumDepth, items.count < PackageFolder.maximumItems else { return }
        for entry in entries(directory) {
            let path = directory.isEmpty ? entry.name : "\(directory)/\(entry.name)"
            let target = HostDirectory.target(ofLink: hostPath(path))
            items.append(Item(path: path, kind: entry.kind, target: target))
            if entry.kind == .directory, target == nil { collect(path, depth: depth + 1, into: &items) }
        }
    }
}
