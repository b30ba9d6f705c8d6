internal import Glibc
internal import JailProtocol
internal import Linux

/// The files that limit what a run may have, and tell what it had.
struct ControlFiles: ~Copyable {
    let memoryLimit: Descriptor
    let memoryHeld: Descriptor
    let memoryPeak: Descriptor
    let memoryStatistics: Descriptor
    /// Where the kernel counts whom it killed for want of memory.
    let memoryKills: Descriptor
    /// Where it counts how often the limit was met.
    let memoryRefusals: Descriptor
    /// Behind which key it does.
    let refusalsKey: StaticString
    let pidsMaximum: Descriptor
    /// `pids.peak`, where the kernel has it.
    let pidsPeak: OptionalFile
    /// Behind which key it counts how often that was more than room could be made for; empty where it does not (v1).
    let shortagesKey: StaticString
    /// Whether a write to the peak sets it to what is held at that moment: always on v1, on v2 since Linux 6.12.
    let canResetPeak: Bool
    /// `tasks` of the v1 cgroups, memory and pids, for the program to enter by itself; not there on v2.
    let memoryTasks: OptionalFile
    let pidsTasks: OptionalFile

    /// The numbers of those two, where they are.
    var tasks: [CInt] { [memoryTasks.number, pidsTasks.number].filter { $0 >= 0 } }

    private struct Names {
        let limit, held, peak, kills, refusals: String
    }

    private static let v1 = Names(
        limit: "memory.limit_in_bytes",
        held: "memory.usage_in_bytes",
        peak: "memory.max_usage_in_bytes",
        kills: "memory.oom_control",
        refusals: "memory.failcnt"
    )
    private static let v2 = Names(
        limit: "memory.max",
        held: "memory.current",
        peak: "memory.peak",
        kills: "memory.events",
        refusals: "memory.events"
    )

    /// Opens those of the leaf `leaf`; on v2 also keeps its programs off the swap, which on v1 the worker has done for the
    /// whole slot.
    init(of leaf: String, in slot: borrowing SlotDirectories) throws(Errno) {
        let isV1 = slot.controllers == .v1
        let names = isV1 ? Self.v1 : Self.v2
        let memory = try Descriptor.open(leaf, Descriptor.directory, at: slot.memory.number)
        let pids = try Descriptor.open(leaf, Descriptor.directory, at: slot.pids.number)
        if !isV1 { try Self.keepOffSwap(memory.number) }
        let memoryLimit = try Descriptor.open(names.limit, O_RDWR, at: memory.number)
        let memoryHeld = try Descriptor.open(names.held, at: memory.number)
        let memoryPeak = try Self.openPeak(names.peak, at: memory.number)
        let memoryStatistics = try Descriptor.open("memory.stat", at: memory.number)
        let memoryKills = try Descriptor.open(names.kills, at: memory.number)
        let memoryRefusals = try Descriptor.open(names.refusals, at: memory.number)
        let pidsMaximum = try Descriptor.open("pids.max", O_RDWR, at: pids.number)
        let memoryTasks = OptionalFile("tasks", O_WRONLY, at: memory.number)
        let pidsTasks = OptionalFile("tasks", O_WRONLY, at: pids.number)
        // Without it the program would be in no cgroup at all.
        if isV1, memoryTasks.number < 0 || pidsTasks.number < 0 { throw Errno(ENOENT) }
        // Where it cannot be written it can nevertheless be opened for that, by the owner of the namespace.
        canResetPeak = (try? memoryPeak.overwrite("0")) != nil
        refusalsKey = isV1 ? "" : "max "
        shortagesKey = isV1 ? "" : "oom "
        pidsPeak = OptionalFile("pids.peak", at: pids.number)
        self.memoryTasks = memoryTasks
        self.pidsTasks = pidsTasks
        self.memoryLimit = memoryLimit
        self.memoryHeld = memoryHeld
        self.memoryPeak = memoryPeak
        self.memoryStatistics = memoryStatistics
        self.memoryKills = memoryKills
        self.memoryRefusals = memoryRefusals
        self.pidsMaximum = pidsMaximum
    }

    /// A kernel that was built without swap has no such file, and nothing to keep anybody off.
    private static func keepOffSwap(_ directory: CInt) throws(Errno) {
        do throws(Errno) {
            try Descriptor.open("memory.swap.max", O_WRONLY, at: directory).overwrite("0")
        } catch  where error == .missing && access("/proc/swaps", F_OK) != 0 {
            return
        }
    }

    private static func openPeak(_ name: String, at directory: CInt) throws(Errno) -> Descriptor {
        do throws(Errno) {
            return try Descriptor.open(name, O_RDWR, at: directory)
        } catch {
            return try Descriptor.open(name, at: directory)
        }
    }
}

/// A file that not every kernel has.
///
/// A class: the compiler cannot have a descriptor that may be missing among others that may fail to open.
final class OptionalFile {
    /// -1 where there is none.
    let number: CInt

    init(_ name: String, _ flags: CInt = O_RDONLY, at directory: CInt) {
        number = openat(directory, name, flags | O_CLOEXEC)
    }

    deinit {
        Descriptor.close([number])
    }
}
