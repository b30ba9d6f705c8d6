/// The file system that a box is built from: read-only parts of the host, by path.
///
/// Everything else does not exist.
public struct Root: Hashable, Sendable {
    /// One part of the root.
    public enum Entry: Hashable, Sendable {
        /// A host directory or file, seen read-only in the box under another path, or the same.
        case bind(host: String, box: String)
        /// A symbolic link.
        case link(box: String, target: String)
        /// An empty directory over one that an earlier part has brought: what is in that is nothing for a program.
        case hide(box: String)
    }

    /// The files of `/etc` that are Assay's own in every root with a system: who one is, and that there is no other host.
    public static let ownFilesOfEtc = ["group", "hosts", "nsswitch.conf", "passwd"]

    /// The parts, parents before children.
    public var entries: [Entry]

    /// A root of these parts.
    public init(entries: [Entry]) {
        self.entries = entries
    }
}
