/// One box of a run: a program, what it finds, and what it may use.
///
/// The descriptors come with the message.
public struct BoxPlan: Hashable, Sendable {
    /// A file to put into the box, a range of the bundle that comes with the message.
    public struct File: Hashable, Sendable {
        /// Where it belongs: absolute in a plan, relative to the collected directory in a result.
        public var path: String
        /// Where its content starts in the bundle, in bytes.
        public var offset: Int
        /// How long its content is, in bytes.
        public var length: Int
        /// Whether it may be executed.
        public var isExecutable: Bool

        /// A file with these parts.
        public init(path: String, offset: Int, length: Int, isExecutable: Bool) {
            self.path = path
            self.offset = offset
            self.length = length
            self.isExecutable = isExecutable
        }
    }

    /// What to take out at the end.
    public struct Collection: Hashable, Sendable {
        /// The directory to take, an absolute path in the box.
        public var directory: String
        /// How many files there may be; more is a failed collection.
        public var maximumFiles: Int
        /// How much they may hold together; more is a failed collection.
        public var maximumBytes: Int

        /// A collection of `directory` within these caps.
        public init(directory: String, maximumFiles: Int, maximumBytes: Int) {
            self.directory = directory
            self.maximumFiles = maximumFiles
            self.maximumBytes = maximumBytes
        }
    }

    /// Where standard output goes.
    public enum Output: Int, Sendable {
        /// Into the memory file that comes with the message.
        case file = 0
        /// Into the pipe that comes with the message: another box reads it.
        case stream
        /// The same, and what goes through it does not count against the output limit.
        case uncountedStream
    }

    /// The run's number, by which it can be cancelled: no two that are with a jailer at once have the same.
    public var number: Int
    /// The prepared root to clone from.
    public var root: Int
    /// The artifact to mount read-only at `/box`; empty for a writable `/box`.
    public var artifact: String
    /// The program's path in the box, then its arguments.
    public var arguments: [String]
    /// `NAME=value`, complete.
    public var environment: [String]
    /// The absolute path of the working directory.
    public var directory = "/box"
    /// Absolute paths of directories to make, parents first.
    public var directories: [String]
    /// The files to put there, after the directories are made.
    public var files: [File]
    /// The whole seccomp program, eight bytes an instruction.
    public var filter: [UInt64]
    /// The CPU time of the whole box at which the jailer ends it.
    public var cpuStopMicroseconds: Int
    /// The time on the clock, from the program's start, at which the jailer ends it.
    public var wallMicroseconds: Int
    /// The memory cgroup's limit.
    public var memoryBytes: Int
    /// The pids cgroup's limit: processes and threads at once.
    public var processes: Int
    /// `RLIMIT_STACK`.
    public var stackBytes: Int
    /// How much the two streams may hold together, and each file that is written.
    public var outputBytes: Int
    /// The size of each private file system.
    public var scratchBytes: Int
    /// How many files and directories each private file system may have.
    public var inodes: Int
    /// `RLIMIT_NOFILE`.
    public var openFiles: Int
    /// What to take out at the end, where anything is.
    public var collection: Collection?
    /// Where standard output goes.
    public var output: Output

    /// A plan with these parts.
    public init(
        number: Int,
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
        collection: Collection?,
        output: Output = .file
    ) {
        self.number = number
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
        self.output = output
    }

    /// The descriptors that come with a run of one box, by their place.
    public enum Place {
        /// What the program reads: a sealed memory file, or the reading end of another box's stream.
        public static let standardInput = 0
        /// What the jailer moves into what the box writes: an empty memory file, or the writing end of a pipe.
        public static let standardOutput = 1
        /// The same for standard error: always a memory file.
        public static let standardError = 2
        /// Where there are files.
        public static let bundle = 3
    }

    func write(to wire: inout WireWriter) {
        wire.write(number)
        wire.write(root)
        wire.write(artifact)
        wire.write(arguments) { $0.write($1) }
        wire.write(environment) { $0.write($1) }
        wire.write(directory)
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
        wire.write(output.rawValue)
    }

    init(from wire: inout WireReader) throws(WireError) {
        number = try wire.integer()
        root = try wire.integer()
        artifact = try wire.text()
        arguments = try wire.list { (wire) throws(WireError) in try wire.text() }
        environment = try wire.list { (wire) throws(WireError) in try wire.text() }
        directory = try wire.text()
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
        guard let output = Output(rawValue: try wire.integer()) else { throw WireError(offset: wire.position) }
        self.output = output
    }
}
