internal import Glibc
internal import JailProtocol
internal import Linux

/// The slot's cgroups: what limits a run, and what tells of it.
struct SlotCgroup: ~Copyable {
    /// The directory of the slot's cgroup in the unified hierarchy.
    private let slot: Descriptor
    private(set) var leaf: BoxLeaf
    private var files: ControlFiles
    /// Bytes of host files that earlier runs were the first to read, and that the kernel still counts here.
    private var cached = 0
    /// The limits that the leaf has: setting one takes the kernel longer than a whole system call otherwise does.
    private var limits: (memory: Int, processes: Int)?
    /// `tasks` of the v1 leaves, for the program to enter by itself; none on v2.
    ///
    /// Open as long as the jailer lives.
    let tasks: [CInt]

    /// Makes the leaf, and takes over what the worker opened, in the order of `SlotConfiguration.Place`.
    init(_ controllers: SlotConfiguration.Controllers, message: inout MessageSocket.Message) throws(JailFailure) {
        typealias Place = SlotConfiguration.Place
        let slot = try Self.take(Place.slot, &message)
        let leaf = try jailed("make the cgroup", "box") { () throws(Errno) in try BoxLeaf(in: slot) }
        let files: ControlFiles
        var tasks: [CInt] = []
        switch controllers {
        case .v1:
            files = try ControlFiles(v1: &message)
            tasks.append(try Self.take(Place.controllers + 3, &message).release())
            tasks.append(try Self.take(Place.controllers + 5, &message).release())
        case .v2:
            files = try jailed("open the cgroup's files", "box") { () throws(Errno) in try ControlFiles(of: leaf) }
        }
        self.slot = slot
        self.leaf = leaf
        self.files = files
        self.tasks = tasks
    }

    static func take(
        _ place: Int,
        _ message: inout MessageSocket.Message
    ) throws(JailFailure) -> Descriptor {
        guard let descriptor = message.take(place) else {
            throw JailFailure(operation: "take over the cgroup's files", subject: "file \(place)", errno: 0)
        }
        return descriptor
    }

    /// Whether the leaf is the same for all runs.
    var isLasting: Bool { files.canResetPeak }

    /// Sets a run's limits and forgets the last run's peak.
    mutating func reset(memory: Int, processes: Int) throws(Errno) {
        if files.canResetPeak { try waitForLastRun() }
        let current = limits
        // Until all is written we do not know what it has.
        limits = nil
        if current?.processes != processes { try files.pidsMaximum.overwrite("\(processes)") }
        // Only now: the kernel refuses a limit below what is held and cannot be dropped.
        if current?.memory != memory { try files.memoryLimit.overwrite("\(memory)") }
        limits = (memory, processes)
        if cached > 0 {
            // A low limit may have made it drop some of them.
            cached = min(cached, try cachedFiles())
            try files.memoryPeak.overwrite("0")
        }
    }

    /// A leaf without a past, where the kernel cannot forget the peak of the one there is.
    ///
    /// What the last run still holds stays with the leaf that it had.
    mutating func renewLeaf() throws(Errno) {
        if isLasting { return }
        try BoxLeaf.remove(from: slot)
        leaf = try BoxLeaf(in: slot)
        files = try ControlFiles(of: leaf)
        limits = nil
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
            try files.memoryPeak.overwrite("0")
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
        let text = try files.memoryStatistics.read(at: 0, upTo: 8192)
        return try Self.number(after: "inactive_file ", in: text) + Self.number(after: "active_file ", in: text)
    }

    /// What may be left of the last runs.
    ///
    /// The kernel charges in batches, keeps a few pages in each processor's stock, and gives its own objects back only when
    /// every processor has passed a quiet moment. Waiting for that takes milliseconds.
    private static let negligible = 2 << 20
    private static let patience: UInt64 = 1_000_000_000

    /// CPU time that was ever used in the leaf, in microseconds: of use as a difference.
    func cpuMicroseconds() throws(Errno) -> Int {
        try Self.number(after: "usage_usec ", in: leaf.cpuStat.readAtOnce())
    }

    /// How often the kernel has ever killed a process of the leaf for want of memory: of use as a difference.
    func outOfMemoryKills() throws(Errno) -> Int {
        try Self.number(after: "oom_kill ", in: files.memoryEvents.readAtOnce())
    }

    /// The most memory held since `reset`, in bytes, beyond the pages of host files that earlier runs have left.
    func peakMemory() throws(Errno) -> Int {
        let peak = try Self.number(after: "", in: files.memoryPeak.readAtOnce())
        guard cached > 0 else { return peak }
        // Those that are still there. What the kernel has dropped it has dropped to make room for this run: at the peak
        // that room was the run's own.
        return max(0, peak - min(cached, try cachedFiles()))
    }

    /// Whether no process is left in the leaf.
    func isEmpty() throws(Errno) -> Bool {
        try Self.number(after: "populated ", in: leaf.events.readAtOnce()) == 0
    }

    /// A figure that must be there: without it a limit would never be reached.
    private static func number(after key: String, in text: [UInt8]) throws(Errno) -> Int {
        guard let number = KernelText.number(after: key, in: text) else { throw Errno(EBADMSG) }
        return number
    }
}
