internal import CLinux
internal import Glibc

/// A copy of a host directory's or file's mounts that is attached nowhere yet, and so visible to nobody.
public enum DetachedTree {
    /// Attributes of `mount_setattr`(2).
    public struct Attributes: OptionSet, Sendable {
        /// The `MOUNT_ATTR_…` flags.
        public let rawValue: UInt64

        /// The attributes of these flags.
        public init(rawValue: UInt64) { self.rawValue = rawValue }

        /// Nothing can be written.
        public static let readOnly = Attributes(rawValue: 0x1)
        /// Set-user-ID bits and file capabilities count for nothing.
        public static let noSetuid = Attributes(rawValue: 0x2)
        /// Device nodes cannot be opened.
        public static let noDevices = Attributes(rawValue: 0x4)
        /// Nothing can be executed.
        public static let noExecute = Attributes(rawValue: 0x8)
        /// Symbolic links are not followed.
        public static let noLinks = Attributes(rawValue: 0x20_0000)
    }

    /// Clones the tree at `path`, with everything mounted below it, private and with these attributes.
    ///
    /// The clone is recursive, since in a namespace of fewer privileges single mounts cannot be separated from those
    /// above them. Needs CAP_SYS_ADMIN in the user namespace that owns our mounts.
    public static func clone(_ path: String, _ attributes: Attributes) throws(Errno) -> Descriptor {
        let tree = Descriptor(owning: try checked { linux_clone_tree(path) })
        let number = tree.number
        try checked { linux_mount_set_attributes(number, attributes.rawValue, UInt64(MS_PRIVATE)) }
        return tree
    }

    /// Attaches a tree at `path`.
    ///
    /// A tree can be attached once.
    public static func attach(_ tree: CInt, at path: String) throws(Errno) {
        try checked { linux_attach_tree(tree, path) }
    }
}
