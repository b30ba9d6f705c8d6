/// A file system to prepare and keep: a mount namespace of its own from which runs are cloned.
public struct RootPlan: Hashable, Sendable {
    /// One part of the root, at `box`, an absolute path.
    public struct Entry: Hashable, Sendable {
        /// What is put there.
        public enum Source: Hashable, Sendable {
            /// The detached tree whose descriptor comes with the message in this place.
            case tree(place: Int)
            /// A host path, which the jailer clones itself.
            case host(path: String)
            /// A symbolic link with this target.
            case link(target: String)
            /// An empty directory, over one that is there.
            case nothing
        }

        /// Where it is in the box, an absolute path.
        public var box: String
        /// What is put there.
        public var source: Source
        /// Whether the place to mount on is a directory; else it is an empty file.
        public var isDirectory: Bool
        /// Whether it is one of the few device nodes, which alone are mounted without `nodev`.
        public var isDevice: Bool

        /// An entry with these parts.
        public init(box: String, source: Source, isDirectory: Bool, isDevice: Bool) {
            self.box = box
            self.source = source
            self.isDirectory = isDirectory
            self.isDevice = isDevice
        }
    }

    /// The number by which runs name this root.
    public var id: Int
    /// A root to give up for it; -1 for none.
    public var replaces: Int
    /// The parts, parents before children.
    public var entries: [Entry]

    /// A root of these parts.
    public init(id: Int, replaces: Int, entries: [Entry]) {
        self.id = id
        self.replaces = replaces
        self.entries = entries
    }

    func write(to wire: inout WireWriter) {
        wire.write(id)
        wire.write(replaces)
        wire.write(entries) { wire, entry in
            wire.write(entry.box)
            wire.write(entry.isDirectory)
            wire.write(entry.isDevice)
            switch entry.source {
            case .tree(let place):
                wire.write(0)
                wire.write(place)
            case .host(let path):
                wire.write(1)
                wire.write(path)
            case .link(let target):
                wire.write(2)
                wire.write(target)
            case .nothing:
                wire.write(3)
            }
        }
    }

    init(from wire: inout WireReader) throws(WireError) {
        id = try wire.integer()
        replaces = try wire.integer()
        entries = try wire.list { (wire) throws(WireError) -> Entry in
            let box = try wire.text()
            let isDirectory = try wire.flag()
            let isDevice = try wire.flag()
            let source: Entry.Source
            switch try wire.integer() {
            case 0: source = .tree(place: try wire.integer())
            case 1: source = .host(path: try wire.text())
            case 2: source = .link(target: try wire.text())
            case 3: source = .nothing
            default: throw WireError(offset: wire.position)
            }
            return Entry(box: box, source: source, isDirectory: isDirectory, isDevice: isDevice)
        }
    }
}
