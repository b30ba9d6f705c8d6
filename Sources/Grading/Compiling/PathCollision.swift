/// Paths that cannot exist side by side: `a` as a file, and `a/b`.
enum PathCollision {
    /// The first path, in the order of bytes, that is also a directory of another, with that other.
    static func first(among paths: Set<String>) -> (file: String, below: String)? {
        for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            for slash in path.indices where path[slash] == "/" {
                let directory = String(path[..<slash])
                if paths.contains(directory) { return (directory, path) }
            }
        }
        return nil
    }
}
