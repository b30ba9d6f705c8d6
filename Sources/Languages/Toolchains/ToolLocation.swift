import Linux

/// Where a tool is, and what has to be mounted so that it works.
struct ToolLocation: Hashable {
    /// The program's path.
    let path: String
    /// The directory or file to mount; nil when it is part of the system.
    let installation: String?

    /// Why a tool cannot be used where it is: its installation would show too much.
    struct TooWide: Error {
        /// What comes after the tool's path in a message.
        let reason: String
    }

    /// Directories that are too much to show a program, whatever lies in them.
    private static let tooWide: Set<String> = [
        "/", "/bin", "/boot", "/dev", "/etc", "/home", "/lib", "/lib64", "/mnt", "/opt", "/opt/assay",
        "/opt/assay/pypi", "/proc", "/root", "/run",
        "/sbin", "/srv", "/sys", "/tmp", "/usr", "/usr/local", "/var",
    ]

    /// The location of the tool at `path`, whose installation begins `depth` directories above it.
    ///
    /// - Throws: `TooWide` when that would be a whole home directory, or `/usr/local`, or the like, or hold one of
    ///   `hidden`.
    init(path: String, depth: Int, hidden: PrivateDirectories) throws(TooWide) {
        self.path = path
        if path.hasPrefix("/bin/") || path.hasPrefix("/usr/") && !path.hasPrefix("/usr/local/") {
            installation = nil
            return
        }
        guard depth > 0 else {
            installation = path
            return
        }
        let parts = path.split(separator: "/").dropLast(depth)
        let directory = "/" + parts.joined(separator: "/")
        guard parts.count > 0, !Self.isHome(parts), !Self.tooWide.contains(directory) else {
            throw TooWide(reason: "whose directory is too wide to be mounted")
        }
        if let secret = hidden.first(in: directory) {
            let what = secret == directory ? "is what boxes must not see" : "holds \(secret), which boxes must not see"
            throw TooWide(reason: "whose directory is too wide to be mounted: \(directory) \(what)")
        }
        installation = directory
    }

    /// Whether these are the components of somebody's home directory, or of what programs keep in it for each other.
    private static func isHome(_ parts: ArraySlice<Substring>) -> Bool {
        guard parts.last == ".local" else { return parts.count == 2 && parts.first == "home" }
        return parts.count == 2 && parts.first == "root" || parts.count == 3 && parts.first == "home"
    }

    /// Follows symbolic links from `path` for as long as the program's name stays: many programs act by their name.
    ///
    /// - Parameters:
    ///   - path: Where it was found.
    ///   - tree: The files among which it was found.
    ///   - shims: What looks behind shims; nil where there can be none.
    /// - Returns: Where it leads; nil when that is nowhere.
    static func followed(_ path: String, in tree: FileTree, shims: ShimResolver?) -> String? {
        var current = withRealDirectory(path, in: tree)
        for _ in 0..<16 {
            switch shims?.resolve(current) ?? .notAShim {
            case .unresolved: return nil
            case .tool(let tool) where tool != current:
                current = withRealDirectory(tool, in: tree)
                continue
            case .tool, .notAShim: break
            }
            guard let target = tree.target(ofLink: current) else { return current }
            let directory = FileName(current).directory
            let absolute = target.hasPrefix("/") ? target : directory + target
            // Debian's alternatives are where a name is given to another program.
            guard FileName(absolute).last == FileName(current).last || current.hasPrefix("/etc/alternatives/") else {
                return current
            }
            current = withRealDirectory(absolute, in: tree)
        }
        return nil
    }

    private static func withRealDirectory(_ path: String, in tree: FileTree) -> String {
        let name = FileName(path)
        guard let directory = tree.resolve(name.directory) else { return path }
        return (directory == "/" ? "" : directory) + "/" + name.last
    }
}
