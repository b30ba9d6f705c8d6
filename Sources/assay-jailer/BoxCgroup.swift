internal import Glibc
internal import JailProtocol
internal import Linux

/// A bay's cgroups: what limits a run, and what tells of it.
///
/// Each of the slot's two bays has its own, so that everything can be set for the next run while one is going on.
struct BoxCgroup: ~Copyable {
    private let slot: SlotDirectories
    private let name: String
    private(set) var leaf: BoxLeaf
    /// Whether a program may have been in it.
    private var isUsed = false
    /// Whether its processes were killed by way of the leaf.
    ///
    /// It cannot be used again: the kernel compares its number of kills with that of the cgroup from which somebody is
    /// cloned into it, and when they differ takes the newcomer for one who was forked before the last (Linux 6.18).
    private var isKilled = false
    /// Whether the leaf is there no more, or only in part, because making the next one has failed.
    private var isLost = false
    /// The limits that the leaf has: setting one takes the kernel longer than a whole system call otherwise does.
    private var limits: (memory: Int, processes: Int)?
    /// What was counted before the run.
    private var before = MemoryCounts()
    private var cpuBefore = 0
    /// What was counted when the leaf was last known to be empty, and nobody has been in it since; nil where that is not known.
    private var atRest: MemoryCounts? = MemoryCounts()

    /// What the kernel only ever counts up.
    private struct MemoryCounts {
        var kills = 0
        var refusals = 0
        var shortages = 0
    }

    /// What a leaf may hold and yet be used again, in bytes: it counts against the next run.
    ///
    /// The kernel charges in batches of 64 pages, and keeps as many in each processor's stock.
    private static let negligible = 512 << 10

    init(_ name: String, in slot: consuming SlotDirectories) throws(Errno) {
        leaf = try BoxLeaf(name, in: slot)
        self.name = name
        self.slot = slot
    }

    // MARK: - Before a run

    /// Makes the leaf anew where the last run has left something in it that would be charged to the next, or told of it.
    ///
    /// That is: memory that is still being given back; pages of host files, which are charged to whoever is the first to
    /// read them, for as long as the kernel keeps them; a peak that this kernel cannot reset. All of that stays with the
    /// leaf that is given up, and pages of toolchains so end up in nobody's limit. To be called before the box's init is
    /// cloned, which could not see the new one otherwise.
    mutating func renewIfStale() throws(Errno) {
        if !isLost {
            guard isUsed, try isStale() else { return }
        }
        // What is there goes first, and can be asked nothing from then on: a failure here costs this run, and the next
        // one begins with another try.
        if !isLost { try waitUntilEmpty() }
        isLost = true
        leaf = try BoxLeaf(name, in: slot)
        isLost = false
        limits = nil
        isUsed = false
        isKilled = false
        atRest = MemoryCounts()
    }

    private func isStale() throws(Errno) -> Bool {
        if isKilled || !leaf.controls.canResetPeak { return true }
        // No kernel can reset this one. A run of a single process needs no new leaf: it has the peak that it finds.
        if try peakProcesses() ?? 0 > 1 { return true }
        return try heldMemory() > Self.negligible
    }

    /// Sets a run's limits and forgets the last one.
    mutating func arm(memory: Int, processes: Int) throws(Errno) {
        let current = limits
        // Until all is written we do not know what it has.
        limits = nil
        if current?.processes != processes { try leaf.controls.pidsMaximum.overwrite("\(processes)") }
        if current?.memory != memory { try leaf.controls.memoryLimit.overwrite("\(memory)") }
        limits = (memory, processes)
        // v1: any write resets it to what is held now; v2: since Linux 6.12, for this descriptor.
        if leaf.controls.canResetPeak { try leaf.controls.memoryPeak.overwrite("0") }
        before = if let known = atRest.take() { known } else { try memoryCounts() }
        // Always read: the last moments of who was in there before us are counted when nobody waits for them any more.
        cpuBefore = try KernelNumber.require("usage_usec ", from: leaf.cpuStat.number)
        isUsed = true
    }

    private func memoryCounts() throws(Errno) -> MemoryCounts {
        MemoryCounts(
            kills: try KernelNumber.require("oom_kill ", from: leaf.controls.memoryKills.number),
            refusals: try KernelNumber.require(leaf.controls.refusalsKey, from: leaf.controls.memoryRefusals.number),
            shortages: try shortages()
        )
    }

    /// How often more was wanted in the leaf than its own limit could give; 0 where the kernel does not count it (v1).
    private func shortages() throws(Errno) -> Int {
        let key = leaf.controls.shortagesKey
        return key.utf8CodeUnitCount == 0 ? 0 : try KernelNumber.require(key, from: leaf.controls.memoryRefusals.number)
    }

    // MARK: - During and after it

    /// CPU time that the run has used, in microseconds.
    func cpuMicroseconds() throws(Errno) -> Int {
        let now = try KernelNumber.require("usage_usec ", from: leaf.cpuStat.number)
        return max(0, now - cpuBefore)
    }

    /// Whether the kernel has killed a process of the run for want of memory.
    func hasLostProcess() throws(Errno) -> Bool {
        try KernelNumber.require("oom_kill ", from: leaf.controls.memoryKills.number) > before.kills
    }

    /// What the kernel counted of a run's memory, from its begin to its end.
    struct MemoryEvents {
        /// Whether it has killed a process of the run for want of memory.
        let hasLostProcess: Bool
        /// How often the run has met its limit; the kernel may have made room each time.
        let refusals: Int
        /// Whether the run's own limit can have been what the kernel killed a process of it for.
        ///
        /// Else it was that of a cgroup above, or the host's memory. v2 counts it for the cgroup that was short and those
        /// above it; v1 only how often the limit was met, for which room may have been made.
        let hasMetLimit: Bool
    }

    /// What was counted of a run that is over: to be asked when the leaf is empty.
    mutating func countMemory() throws(Errno) -> MemoryEvents {
        let now = try memoryCounts()
        atRest = now
        let refusals = max(0, now.refusals - before.refusals)
        return MemoryEvents(
            hasLostProcess: now.kills > before.kills,
            refusals: refusals,
            hasMetLimit: leaf.controls.shortagesKey.utf8CodeUnitCount == 0
                ? refusals > 0 : now.shortages > before.shortages
        )
    }

    /// The most memory that the run held at once, in bytes, without the pages of host files that it was the first to read.
    ///
    /// Those are known at the end only; what the kernel has dropped of them before, it has dropped to make room for the run.
    func peakMemory() throws(Errno) -> Int {
        let peak = try KernelNumber.require(from: leaf.controls.memoryPeak.number)
        let held = try heldMemory()
        // Reading the statistics takes long, and most programs leave nothing behind.
        if held <= Self.negligible { return peak }
        return max(0, peak - min(held, try hostFilePages()))
    }

    /// How many processes and threads the run had at once; nil where the kernel does not count them.
    func peakProcesses() throws(Errno) -> Int? {
        let file = leaf.controls.pidsPeak.number
        return file < 0 ? nil : try KernelNumber.read(from: file)
    }

    /// How long who was reaped may take to leave the leaf, and how long to wait between two looks, in nanoseconds.
    private static let (leaving, pause): (UInt64, UInt64) = (1_000_000_000, 100_000)

    /// Waits until no process is left in the leaf.
    ///
    /// Who was reaped mostly is in no cgroup any more; from Linux 6.19 on it leaves when it has run for the last time, which
    /// may be a moment later.
    ///
    /// - Throws: EBUSY when somebody stays.
    func waitUntilEmpty() throws(Errno) {
        let end = try Clock.now() + Self.leaving
        while try KernelNumber.read("populated ", from: leaf.events.number) != 0 {
            guard try Clock.now() < end else { throw .busy }
            var nobody = Poll()
            _ = try nobody.wait(nanoseconds: Self.pause)
        }
    }

    /// Kills every process of the leaf at once, those that are just being forked among them.
    ///
    /// - Returns: whether the kernel can.
    mutating func kill() -> Bool {
        isKilled = leaf.killer.number >= 0 && write(leaf.killer.number, "1", 1) == 1
        return isKilled
    }

    private func heldMemory() throws(Errno) -> Int {
        try KernelNumber.require(from: leaf.controls.memoryHeld.number)
    }

    /// Bytes of files that are in memory because somebody in here has read them; private file systems do not count.
    private func hostFilePages() throws(Errno) -> Int {
        let file = leaf.controls.memoryStatistics.number
        return try KernelNumber.require("inactive_file ", from: file, upTo: 8192)
            + KernelNumber.require("active_file ", from: file, upTo: 8192)
    }
}
