/// What one run used.
public struct Usage: Hashable, Sendable {
    /// User and system CPU time of the whole box, from its cgroup.
    public var cpuTime: Duration
    /// From the program's start until its box was empty.
    public var wallTime: Duration
    /// The most memory the box held at once, from its cgroup.
    public var peakMemory: ByteCount

    /// The given figures.
    public init(cpuTime: Duration = .zero, wallTime: Duration = .zero, peakMemory: ByteCount = ByteCount(0)) {
        self.cpuTime = cpuTime
        self.wallTime = wallTime
        self.peakMemory = peakMemory
    }
}
