/// What a jailer is told once, before anything else: what is its own, and the descriptors to it, in the order in which
/// they come with the message.
public struct SlotConfiguration: Hashable, Sendable {
    /// Which cgroup files the descriptors behind the fixed ones are.
    public enum Controllers: Int, Sendable {
        /// v1 memory and pids hierarchies: limit, peak, oom control and tasks of memory; maximum and tasks of pids;
        /// memory's statistics.
        case v1 = 1
        /// The unified hierarchy: memory.max, memory.peak, memory.events, pids.max, memory.stat.
        case v2 = 2
    }

    /// The ids in the slot's user namespace, and whether the program's differ from the jailer's.
    public var jailerID: Int
    /// The uid and gid of programs in the slot's user namespace.
    public var programID: Int
    /// Whether setgroups(2) is possible in the slot's user namespace.
    public var clearsGroups: Bool
    /// What the cgroup descriptors are.
    public var controllers: Controllers

    /// A configuration with these parts.
    public init(jailerID: Int, programID: Int, clearsGroups: Bool, controllers: Controllers) {
        self.jailerID = jailerID
        self.programID = programID
        self.clearsGroups = clearsGroups
        self.controllers = controllers
    }

    /// The descriptors that come with the message, by their place.
    public enum Place {
        /// The directory of the unified cgroup in which programs are born.
        public static let leaf = 0
        /// That cgroup's `cpu.stat`, for reading.
        public static let cpuStat = 1
        /// That cgroup's `cgroup.events`, which tells whether it is empty.
        public static let events = 2
        /// The first of the controllers' files, the others behind it.
        ///
        /// v1: limit_in_bytes, max_usage_in_bytes, oom_control, tasks (memory); pids.max, tasks (pids); memory.stat.
        /// v2: memory.max, memory.peak, memory.events, pids.max, memory.stat.
        public static let controllers = 3
    }

    func write(to wire: inout WireWriter) {
        wire.write(jailerID)
        wire.write(programID)
        wire.write(clearsGroups)
        wire.write(controllers.rawValue)
    }

    init(from wire: inout WireReader) throws(WireError) {
        jailerID = try wire.integer()
        programID = try wire.integer()
        clearsGroups = try wire.flag()
        guard let controllers = Controllers(rawValue: try wire.integer()) else {
            throw WireError(offset: wire.position)
        }
        self.controllers = controllers
    }
}
