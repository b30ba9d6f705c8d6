/// One program to run in a box: the only shape a command has, from the language profile to the sandbox.
public struct Command: Sendable {
    /// What `/box`, the working directory, is.
    public enum Workspace: Sendable {
        /// A writable file system of its own, empty but for `files`.
        case scratch
        /// Kept files, read-only; `files`, if any, are beside them in `/data`, which is writable.
        case artifact(ArtifactKey)
        /// A copy of kept files in a writable file system of its own, with `files` put over it.
        case copy(ArtifactKey)
    }

    /// What to take out of the box when its last process is gone: regular files only, within caps.
    public struct Collection: Hashable, Sendable {
        /// The directory to take, `/box`, or one below `/box` or `/data`.
        public var directory: String
        /// How many files there may be; more is a failed collection.
        public var maximumFiles: Int
        /// How much they may hold together.
        public var maximumSize: ByteCount

        /// A collection of `directory` within these caps.
        public init(directory: String, maximumFiles: Int = 4096, maximumSize: ByteCount = .mebibytes(128)) {
            self.directory = directory
            self.maximumFiles = maximumFiles
            self.maximumSize = maximumSize
        }
    }

    /// The program's path in the box, then its arguments.
    ///
    /// No shell is ever in between.
    public var arguments: [String]
    /// What is added to the box's standard environment, or replaces part of it.
    public var environment: [String: String]
    /// The file system.
    public var root: Root
    /// The name of the system call policy, as in `Sandboxes/policies/`.
    public var policy: String
    /// What is in the working directory.
    public var workspace: Workspace
    /// Files that are put into the box before the program starts.
    public var files: [BoxFile]
    /// The working directory: `/box`, `/data`, or one below them that `files` or `directories` bring.
    public var directory = "/box"
    /// Empty directories, writable by the program, that are made before it starts (below `/box` or `/data`).
    public var directories: [String]
    /// Standard input.
    public var input: any ByteSource
    /// Whether `inputCopy` is there as well: for a run-time system that looks behind the names of descriptors.
    public var copiesInput = false
    /// What the run may use.
    public var limits: Limits
    /// What to take out at the end.
    public var collection: Collection?

    /// A file with the same content as standard input, which belongs to the program, where the command asks for one.
    public static let inputCopy = "/data/stdin"
    /// What the kernel calls standard input in the names of descriptors, in which a link can lead to the copy.
    public static let inputName = "/memfd:assay-stdin (deleted)"

    /// A command with these parts.
    public init(
        arguments: [String],
        environment: [String: String] = [:],
        root: Root,
        policy: String,
        workspace: Workspace,
        files: [BoxFile] = [],
        directories: [String] = [],
        input: any ByteSource = MemoryBytes.empty,
        limits: Limits,
        collection: Collection? = nil
    ) {
        self.arguments = arguments
        self.environment = environment
        self.root = root
        self.policy = policy
        self.workspace = workspace
        self.files = files
        self.directories = directories
        self.input = input
        self.limits = limits
        self.collection = collection
    }
}
