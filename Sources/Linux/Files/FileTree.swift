internal import CLinux
internal import Glibc

/// Files as a process sees them whose root is a directory of ours: every path and every link is followed within it.
///
/// Never used on a tree that a program could write.
public struct FileTree: Hashable, Sendable {
    /// The directory, a real path; nil for the host's own root.
    public let directory: String?

    /// The files of the host.
    public static let host = FileTree(directory: nil)

    private init(directory: String?) { self.directory = directory }

    /// The files below `directory`, which must be there.
    ///
    /// - Throws: ENOENT when it is not.
    public init(root directory: String) throws(Errno) {
        guard let real = HostDirectory.resolve(directory), HostDirectory.kind(of: real) == .directory else {
            throw .missing
        }
        self.directory = real
    }

    /// The host's path of what `path` names in the tree, with every link resolved within it; nil where nothing is.
    public func hostPath(of path: String) -> String? {
        guard let directory else { return path }
        guard let real = resolve(path) else { return nil }
        return real == "/" ? directory : directory + real
    }

    /// The path with every symbolic link resolved, as the tree's own processes would write it; nil where nothing is.
    public func resolve(_ path: String) -> String? {
        guard let directory else { return HostDirectory.resolve(path) }
        guard let file = opened(path, O_PATH),
            let real = HostDirectory.target(ofLink: "/proc/self/fd/\(file.number)")
        else { return nil }
        if real == directory { return "/" }
        guard real.hasPrefix(directory + "/") else { return nil }
        return String(real.dropFirst(directory.count))
    }

    /// What `path` is, symbolic links followed; nil where nothing is.
    public func kind(of path: String) -> HostDirectory.Kind? {
        guard directory != nil else { return HostDirectory.kind(of: path) }
        return hostPath(of: path).flatMap(HostDirectory.kind)
    }

    /// The names in the directory `path`, sorted by their bytes; none where there is no such directory.
    public func names(in path: String) -> [String] {
        let place = hostPath(of: path)
        return place.flatMap { try? HostDirectory.names(in: $0) } ?? []
    }

    /// Whether `path` is a regular file that may be executed: by us, on the host; by anybody, in a tree.
    public func isExecutable(_ path: String) -> Bool {
        guard directory != nil else { return HostDirectory.isExecutable(path) }
        guard let file = opened(path, O_PATH), let status = try? file.status() else { return false }
        return status.st_mode & S_IFMT == S_IFREG && status.st_mode & 0o001 != 0
    }

    /// What the symbolic link `path` points to, unresolved; nil when it is no link.
    public func target(ofLink path: String) -> String? {
        guard directory != nil else { return HostDirectory.target(ofLink: path) }
        let parts = path.split(separator: "/")
        guard let name = parts.last else { return nil }
        let parent = "/" + parts.dropLast().joined(separator: "/")
        return hostPath(of: parent).flatMap { HostDirectory.target(ofLink: $0 + "/" + name) }
    }

    /// A text that changes when the file at `path` is replaced or written; nil where nothing is.
    public func fingerprint(of path: String) -> String? { hostPath(of: path).flatMap(HostDirectory.fingerprint) }

    /// The file at `path`, which no link leads out of the tree.
    private func opened(_ path: String, _ flags: CInt) -> Descriptor? {
        guard let directory, let root = try? Descriptor.open(directory, O_PATH | O_DIRECTORY) else { return nil }
        let number = root.number
        let resolve = UInt64(LINUX_RESOLVE_IN_ROOT) | UInt64(LINUX_RESOLVE_NO_MAGICLINKS)
        let file = try? checked { linux_openat2(number, path, UInt64(flags | O_CLOEXEC), 0, resolve) }
        return file.map { Descriptor(owning: $0) }
    }
}
