/// What one run used.
public struct Usage: Hashable, Sendable {
    /// User and system CPU time of the whole box, from its cgroup.
    public var cpuTime: Duration
    /// From the program's start until its box was empty.
    public var wallTime: Duration
    /// The most memory the box held at once, from its cgroup, without pages of host files that it read.
    public var peakMemory: ByteCount
    /// The largest resident set that one of its processes had, with pages that others have in memory, too; nil where it is
    /// too small to be told from the jailer's.
    public var peakResidentSet: ByteCount?
    /// How many processes and threads there were at once; nil where the kernel does not count them.
    public var peakProcesses: Int?
    /// How often the box met its memory limit, as the kernel counts it; it may have found room each time.
    public var memoryRefusals: Int

    /// The given figures.
    public init(
        cpuTime: Duration = .zero,
        wallTime: Duration = .zero,
        peakMemory: ByteCount = ByteCount(0),
        peakResidentSet: ByteCount? = nil,
        peakProcesses: Int? = nil,
        memoryRefusals: Int = 0
    ) {
        self.cpuTime = cpuTime
        self.wallTime = wallTime
        self.peakMemory = peakMemory
        self.peakResidentSet = peakResidentSet
        self.peakProcesses = peakProcesses
        self.memoryRefusals = memoryRefusals
    }
}
