import Linux

/// Where toolchains are that Debian does not package: a directory for each project on PyPI.
enum InstallationPlaces {
    /// The directory in which `scripts/setup-languages` installs for all.
    static let pypi = "/opt/assay/pypi"

    /// What a path begins with that is in the directory of a project, as in `pypi:ziglang/ziglang/zig`.
    static let prefix = "pypi:"

    /// The absolute paths that `path` may mean: itself, or both places of a project's directory, for all and for `home`.
    static func paths(_ path: String, home: String?) -> [String] {
        guard path.hasPrefix(prefix) else { return [path] }
        let rest = "/" + path.dropFirst(prefix.count)
        return [pypi + rest] + (home.map { [$0 + "/.local/share/assay/pypi" + rest] } ?? [])
    }

    /// The paths in `tree` that fit `path`; what is from PyPI is on the host alone.
    static func matches(_ path: String, home: String?, in tree: FileTree) -> [String] {
        if path.hasPrefix(prefix), tree != .host { return [] }
        return paths(path, home: home).flatMap { PathPattern($0).matches(in: tree) }
    }
}
