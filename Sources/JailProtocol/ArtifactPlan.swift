/// Kept files that runs will find in `/box`: the slot's jailer makes them in a file system of its own.
///
/// Never a directory of the host: what a program looks for in one, found or not, stays in the kernel's cache of names,
/// and a later run could read it there.
public struct ArtifactPlan: Hashable, Sendable {
    /// The name under which runs ask for it.
    public var key: String
    /// Those to give up for it.
    public var replaces: [String]
    /// The directories to make in it, parents first, relative to it.
    public var directories: [String]
    /// Its files, ranges of the bundle that comes with the message, with paths relative to it.
    public var files: [BoxPlan.File]

    /// A plan with these parts.
    public init(key: String, replaces: [String], directories: [String], files: [BoxPlan.File]) {
        self.key = key
        self.replaces = replaces
        self.directories = directories
        self.files = files
    }

    func write(to wire: inout WireWriter) {
        wire.write(key)
        wire.write(replaces) { $0.write($1) }
        wire.write(directories) { $0.write($1) }
        wire.write(files) { FileTable.write($1, to: &$0) }
    }

    init(from wire: inout WireReader) throws(WireError) {
        key = try wire.text()
        replaces = try wire.list { (wire) throws(WireError) in try wire.text() }
        directories = try wire.list { (wire) throws(WireError) in try wire.text() }
        files = try wire.list(FileTable.read)
    }
}
