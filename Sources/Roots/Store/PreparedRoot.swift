public import Linux

/// A version of a root that is in use: as long as this lives it cannot be removed.
public final class PreparedRoot: Sendable {
    /// The root, as profiles call it.
    public let name: String
    /// The version.
    public let version: String
    /// Its files.
    public let files: FileTree
    /// Whoever removes a version needs this lock alone.
    private let lock: FileLock

    /// The version whose directory is `directory`.
    ///
    /// - Throws: the errno of looking at it; ENOENT once it has been removed.
    init(name: String, version: String, directory: String) throws(Errno) {
        let lock = try FileLock(sharing: directory + "/" + Manifest.lockName)
        // After the lock: until then somebody could have moved it away to remove it.
        files = try FileTree(root: directory + "/" + Manifest.filesName)
        self.name = name
        self.version = version
        self.lock = lock
    }

    /// Both in one word, as in `trixie@2025.08.09-1a2b3c4d`.
    public var reference: String { "\(name)@\(version)" }
}
