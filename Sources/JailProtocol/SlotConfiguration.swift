/// What a jailer is told once, before anything else: what is its own, and the descriptors to it, in the order in which
/// they come with the message.
public struct SlotConfiguration: Hashable, Sendable {
    /// Which hierarchies have the memory and pids controllers.
    public enum Controllers: Int, Sendable {
        /// v1 hierarchies, each its own.
        case v1 = 1
        /// The unified hierarchy.
        case v2 = 2
    }

    /// The ids in the slot's user namespace, and whether the program's differ from the jailer's.
    public var jailerID: Int
    /// The uid and gid of programs in the slot's user namespace.
    public var programID: Int
    /// Whether the program's host id is another than the jailer's; then setgroups(2) is possible in the slot's user
    /// namespace, too.
    public var clearsGroups: Bool
    /// Where the memory and pids controllers are.
    public var controllers: Controllers
    /// The version of Landlock by which programs are restricted; 0 for none.
    public var landlock: Int
    /// The one processor that the slot may use; -1 for all that the worker may.
    public var processor: Int

    /// A configuration with these parts.
    public init(
        jailerID: Int,
        programID: Int,
        clearsGroups: Bool,
        controllers: Controllers,
        landlock: Int,
        processor: Int
    ) {
        self.jailerID = jailerID
        self.programID = programID
        self.clearsGroups = clearsGroups
        self.controllers = controllers
        self.landlock = landlock
        self.processor = processor
    }

    /// The descriptors that come with the message, by their place.
    public enum Place {
        /// The directory of the slot's cgroup in the unified hierarchy, below which the jailer makes the one that programs
        /// are born in.
        public static let slot = 0
        /// The directory of the slot's cgroup where the memory controller is; on v2 the same once more.
        public static let memory = 1
        /// The directory of the slot's cgroup where the pids controller is; on v2 the same once more.
        public static let pids = 2
    }

    func write(to wire: inout WireWriter) {
        wire.write(jailerID)
        wire.write(programID)
        wire.write(clearsGroups)
        wire.write(controllers.rawValue)
        wire.write(landlock)
        wire.write(processor)
    }

    init(from wire: inout WireReader) throws(WireError) {
        jailerID = try wire.integer()
        programID = try wire.integer()
        clearsGroups = try wire.flag()
        guard let controllers = Controllers(rawValue: try wire.integer()) else {
            throw WireError(offset: wire.position)
        }
        self.controllers = controllers
        landlock = try wire.integer()
        processor = try wire.integer()
    }
}
