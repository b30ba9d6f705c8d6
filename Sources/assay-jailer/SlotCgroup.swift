internal import Glibc
internal import JailProtocol
internal import Linux

/// The slot's cgroups, through files that the worker opened: what limits a run, and what tells of it.
struct SlotCgroup: ~Copyable {
    /// The unified leaf's directory, in which programs are born.
    let leaf: Descriptor
    private let cpuStat: Descriptor
    private let events: Descriptor
    private let memoryLimit: Descriptor
    private let memoryPeak: Descriptor
    private let memoryEvents: Descriptor
    private let memoryStatistics: Descriptor
    private let pidsMaximum: Descriptor
    /// Bytes of host files that earlier runs were the first to read, and that the kernel still counts here.
    private var cached = 0
    /// `tasks` of the v1 leaves, for the program to enter by itself; none on v2.
    ///
    /// Open as long as the jailer lives.
    let tasks: [CInt]

    /// Takes the files over, in the order of `SlotConfiguration.Place`.
    init(_ controllers: SlotConfiguration.Controllers, message: inout MessageSocket.Message) throws(JailFailure) {
        typealias Place = SlotConfiguration.Place
        let first = Place.controllers
        let isV1 = controllers == .v1
        let leaf = try Self.take(Place.leaf, &message)
        let cpuStat = try Self.take(Place.cpuStat, &message)
        let events = try Self.take(Place.events, &message)
        let memoryLimit = try Self.take(first, &message)
        let memoryPeak = try Self.take(first + 1, &message)
        let memoryEvents = try Self.take(first + 2, &message)
        let pidsMaximum = try Self.take(first + (isV1 ? 4 : 3), &message)
        let memoryStatistics = try Self.take(first + (isV1 ? 6 : 4), &message)
        var tasks: [CInt] = []
        if isV1 {
            tasks.append(try Self.take(first + 3, &message).release())
            tasks.append(try Self.take(first + 5, &message).release())
        }
        self.leaf = leaf
        self.cpuStat = cpuStat
        self.events = events
        self.memoryLimit = memoryLimit
        self.memoryPeak = memoryPeak
        self.memoryEvents = memoryEvents
        self.memoryStatistics = memoryStatistics
        self.pidsMaximum = pidsMaximum
        self.tasks = tasks
    }

    private static func take(
        _ place: Int,
        _ message: inout MessageSocket.Message
    ) throws(JailFailure) -> Descriptor {
        guard let descriptor = message.take(place) else {
            throw JailFailure(operation: "take over the cgroup's files", subject: "file \(place)", errno: 0)
        }
        return descriptor
    }

    /// Sets a run's limits and forgets the last run's peak.
    mutating func reset(memory: Int, processes: Int) throws(Errno) {
        try pidsMaximum.overwrite("\(processes)")
        try waitForLastRun()
        // Only now: the kernel refuses a limit below what is held and cannot be dropped.
        try memoryLimit.overwrite("\(memory)")
        if cached > 0 {
            // A low limit may have made it drop some of them.
            cached = min(cached, try cachedFiles())
            try memoryPeak.overwrite("0")
        }
    }

    /// What the last run's file systems held is given back a moment after the run is gone, by a worker of the kernel's.
    ///
    /// Until then it would count against the next run: in its peak, and in what it may have.
    ///
    /// Pages of host files are another thing: whoever reads a file first is charged for them, as long as the kernel keeps
    /// them. They stand in nobody's way, since it drops them when memory runs short; they count for that first run only.
    private mutating func waitForLastRun() throws(Errno) {
        cached = 0
        let end = Clock.nanoseconds + Self.patience
        while true {
            // v1: any write resets the peak to what is held now; v2: since Linux 6.12, for this descriptor.
            try memoryPeak.overwrite("0")
            let held = try peakMemory()
            if held <= Self.negligible { return }
            let files = min(held, try cachedFiles())
            if held - files <= Self.negligible || Clock.nanoseconds >= end {
                cached = files
                return
            }
            usleep(500)
        }
    }

    /// Bytes of files that are in memory because somebody in here has read them.
    ///
    /// Private file systems do not count.
    private func cachedFiles() throws(Errno) -> Int {
        let text = try memoryStatistics.read(at: 0, upTo: 8192)
        return (Self.number(after: "inactive_file ", in: text) ?? 0)
            + (Self.number(after: "active_file ", in: text) ?? 0)
    }

    /// What may be left of the last run: the kernel charges in batches, and keeps a few pages in each processor's stock.
    private static let negligible = 1 << 20
    private static let patience: UInt64 = 1_000_000_000

    /// CPU time that was ever used in the leaf, in microseconds: of use as a difference.
    func cpuMicroseconds() throws(Errno) -> Int {
        try Self.number(after: "usage_usec ", in: cpuStat.readAtOnce()) ?? 0
    }

    /// How often the kernel has ever killed a process of the leaf for want of memory: of use as a difference.
    func outOfMemoryKills() throws(Errno) -> Int {
        try Self.number(after: "oom_kill ", in: memoryEvents.readAtOnce()) ?? 0
    }

    /// The most memory held since `reset`, in bytes, beyond what is left of earlier runs.
    func peakMemory() throws(Errno) -> Int {
        max(0, try (Self.number(after: "", in: memoryPeak.readAtOnce()) ?? 0) - cached)
    }

    /// Whether no process is left in the leaf.
    func isEmpty() throws(Errno) -> Bool {
        try Self.number(after: "populated ", in: events.readAtOnce()) == 0
    }

    /// The number behind `key` at the start of a line.
    static func number(after key: String, in text: [UInt8]) -> Int? {
        for line in text.split(separator: UInt8(ascii: "\n")) where line.starts(with: key.utf8) {
            var value = 0
            for byte in line.dropFirst(key.utf8.count) {
                guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { break }
                value = value &* 10 &+ Int(byte - UInt8(ascii: "0"))
            }
            return value
        }
        return nil
    }
}
