/// One box of a run: a program, what it finds, and what it may use. The descriptors come with the message.
public struct BoxPlan: Hashable, Sendable {
    /// A file to put into the box, a range of the bundle that comes with the message.
    public struct File: Hashable, Sendable {
        public var path: String
        public var offset: Int
        public var length: Int
        public var isExecutable: Bool

        public init(path: String, offset: Int, length: Int, isExecutable: Bool) {
            self.path = path
            self.offset = offset
            self.length = length
            self.isExecutable = isExecutable
        }
    }

    /// What to take out at the end.
    public struct Collection: Hashable, Sendable {
        public var directory: String
        public var maximumFiles: Int
        public var maximumBytes: Int

        public init(directory: String, maximumFiles: Int, maximumBytes: Int) {
            self.directory = directory
            self.maximumFiles = maximumFiles
            self.maximumBytes = maximumBytes
        }
    }

    /// The prepared root to clone from.
    public var root: Int
    /// The artifact to mount read-only at `/box`; empty for a writable `/box`.
    public var artifact: String
    public var arguments: [String]
    /// `NAME=value`, complete.
    public var environment: [String]
    /// Absolute paths of directories to make, parents first.
    public var directories: [String]
    public var files: [File]
    /// The whole seccomp program, eight bytes an instruction.
    public var filter: [UInt64]
    public var cpuStopMicroseconds: Int
    public var wallMicroseconds: Int
    public var memoryBytes: Int
    public var processes: Int
    public var stackBytes: Int
    public var outputBytes: Int
    public var scratchBytes: Int
    public var inodes: Int
    public var openFiles: Int
    public var collection: Collection?

    public init(
        root: Int,
        artifact: String,
        arguments: [String],
        environment: [String],
        directories: [String],
        files: [File],
        filter: [UInt64],
        cpuStopMicroseconds: Int,
        wallMicroseconds: Int,
        memoryBytes: Int,
        processes: Int,
        stackBytes: Int,
        outputBytes: Int,
        scratchBytes: Int,
        inodes: Int,
        openFiles: Int,
        collection: Collection?
    ) {
        self.root = root
        self.artifact = artifact
        self.arguments = arguments
        self.environment = environment
        self.directories = directories
        self.files = files
        self.filter = filter
        self.cpuStopMicroseconds = cpuStopMicroseconds
        self.wallMicroseconds = wallMicroseconds
        self.memoryBytes = memoryBytes
        self.processes = processes
        self.stackBytes = stackBytes
        self.outputBytes = outputBytes
        self.scratchBytes = scratchBytes
        self.inodes = inodes
        self.openFiles = openFiles
        self.collection = collection
    }

    /// The descriptors that come with a run of one box, by their place.
    public enum Place {
        public static let standardInput = 0
        /// Memory files, empty, into which the jailer moves what the box writes.
        public static let standardOutput = 1
        public static let standardError = 2
        /// Where there are files.
        public static let bundle = 3
    }

    func write(to wire: inout WireWriter) {
        wire.write(root)
        wire.write(artifact)
        wire.write(arguments) { $0.write($1) }
        wire.write(environment) { $0.write($1) }
        wire.write(directories) { $0.write($1) }
        wire.write(files) { FileTable.write($1, to: &$0) }
        wire.write(filter) { $0.write($1) }
        for number in [
            cpuStopMicroseconds, wallMicroseconds, memoryBytes, processes, stackBytes, outputBytes, scratchBytes,
            inodes, openFiles,
        ] {
            wire.write(number)
        }
        wire.write(collection != nil)
        if let collection {
            wire.write(collection.directory)
            wire.write(collection.maximumFiles)
            wire.write(collection.maximumBytes)
        }
    }

    init(from wire: inout WireReader) throws(WireError) {
        root = try wire.integer()
        artifact = try wire.text()
        arguments = try wire.list { (wire) throws(WireError) in try wire.text() }
        environment = try wire.list { (wire) throws(WireError) in try wire.text() }
        directories = try wire.list { (wire) throws(WireError) in try wire.text() }
        files = try wire.list(FileTable.read)
        filter = try wire.list { (wire) throws(WireError) in UInt64(bitPattern: Int64(try wire.integer())) }
        cpuStopMicroseconds = try wire.integer()
        wallMicroseconds = try wire.integer()
        memoryBytes = try wire.integer()
        processes = try wire.integer()
        stackBytes = try wire.integer()
        outputBytes = try wire.integer()
        scratchBytes = try wire.integer()
        inodes = try wire.integer()
        openFiles = try wire.integer()
        if try wire.flag() {
            collection = Collection(
                directory: try wire.text(),
                maximumFiles: try wire.integer(),
                maximumBytes: try wire.integer()
            )
        }
    }
}
