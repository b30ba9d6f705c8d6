import Linux

/// Directories of the host that no program in a box may see: home directories, what is judged with, our own state.
struct PrivateDirectories {
    /// As they are written and as they are with every link resolved: tools are found by either.
    private let paths: Set<String>

    /// The home directory with what programs keep in it for each other, and `others`, absolute paths.
    init(home: String?, others: [String]) {
        var paths: Set<String> = []
        for directory in others + (home.map { [$0, $0 + "/.local"] } ?? []) where directory.hasPrefix("/") {
            paths.insert(Self.normal(directory))
            paths.insert(Self.resolved(directory))
        }
        self.paths = paths
    }

    /// The first of them that is `directory` or lies in it; nil when none does.
    func first(in directory: String) -> String? {
        paths.filter { $0 == directory || $0.hasPrefix(directory + "/") }.min()
    }

    /// Those that lie in `directory`, sorted, none within another.
    func all(in directory: String) -> [String] {
        let inside = paths.filter { $0.hasPrefix(directory + "/") }.sorted()
        return inside.filter { one in !inside.contains { one.hasPrefix($0 + "/") } }
    }

    /// The path with the links of what is there already resolved: the state directory may be made later.
    private static func resolved(_ directory: String) -> String {
        var parts = directory.split(separator: "/")
        var missing: [Substring] = []
        while let last = parts.last {
            if let real = HostDirectory.resolve("/" + parts.joined(separator: "/")) {
                return normal(([real[...]] + missing).joined(separator: "/"))
            }
            missing.insert(last, at: 0)
            parts.removeLast()
        }
        return normal(directory)
    }

    private static func normal(_ directory: String) -> String {
        "/" + directory.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }
}
