internal import Linux

/// The packages of a batch, each by a name of its own.
///
/// That is the name of its directory; where several are called the same, with as many of the directories above it as
/// tell them apart.
struct BatchPackages: Sendable {
    /// Their paths, in the order in which they were given.
    let paths: [String]
    private let names: [String: String]

    /// The packages at `paths`, which are all different; `shown` tells how the user wrote one.
    init(_ paths: [String], shown: (String) -> String = { $0 }) {
        self.paths = paths
        var names: [String: String] = [:]
        for (name, same) in Dictionary(grouping: paths, by: BatchPackages.plainName) {
            let parts = same.map { path in shown(path).split(separator: "/").filter { $0 != "." } }
            let longest = parts.map(\.count).max() ?? 1
            var count = 1
            var found = same.map { _ in name }
            while Set(found).count < same.count, count < longest {
                count += 1
                found = parts.map { $0.suffix(count).joined(separator: "/") }
            }
            for (path, name) in zip(same, found) { names[path] = name }
        }
        self.names = names
    }

    /// What the package at `path` is called, also where it is none of these.
    func name(of path: String) -> String { names[path] ?? BatchPackages.plainName(path) }

    /// Those that are called `name`, or would be if there were no others; several where the name does not tell.
    func paths(called name: String) -> [String] {
        if let exact = paths.first(where: { names[$0] == name }) { return [exact] }
        return paths.filter { BatchPackages.plainName($0) == name }
    }

    private static func plainName(_ path: String) -> String {
        let written = path.split(separator: "/").last.map(String.init) ?? ""
        guard ["", ".", ".."].contains(written) else { return written }
        return HostDirectory.resolve(path)?.split(separator: "/").last.map(String.init) ?? path
    }
}
