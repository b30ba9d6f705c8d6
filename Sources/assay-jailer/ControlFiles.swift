internal import Glibc
internal import JailProtocol
internal import Linux

/// The files that limit what a run may have, and tell what it had: the leaf's own on v2, those of the slot's v1 cgroups
/// else.
struct ControlFiles: ~Copyable {
    let memoryLimit: Descriptor
    let memoryPeak: Descriptor
    let memoryEvents: Descriptor
    let memoryStatistics: Descriptor
    let pidsMaximum: Descriptor
    /// Whether a write to the peak sets it to what is held at that moment: always on v1, on v2 since Linux 6.12.
    let canResetPeak: Bool

    /// Opens those of a v2 leaf, and keeps its programs off the swap.
    init(of leaf: borrowing BoxLeaf) throws(Errno) {
        let directory = leaf.directory.number
        try Self.keepOffSwap(directory)
        let memoryLimit = try Descriptor.open("memory.max", O_RDWR, at: directory)
        let memoryEvents = try Descriptor.open("memory.events", at: directory)
        let memoryStatistics = try Descriptor.open("memory.stat", at: directory)
        let pidsMaximum = try Descriptor.open("pids.max", O_RDWR, at: directory)
        let memoryPeak = try Self.openPeak(at: directory)
        // Where it cannot be written it can nevertheless be opened for that, by the owner of the namespace.
        canResetPeak = (try? memoryPeak.overwrite("0")) != nil
        self.memoryLimit = memoryLimit
        self.memoryPeak = memoryPeak
        self.memoryEvents = memoryEvents
        self.memoryStatistics = memoryStatistics
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

    private static func openPeak(at directory: CInt) throws(Errno) -> Descriptor {
        do throws(Errno) {
            return try Descriptor.open("memory.peak", O_RDWR, at: directory)
        } catch {
            return try Descriptor.open("memory.peak", at: directory)
        }
    }

    /// Takes those of v1 over from the worker, in the order of `SlotConfiguration.Place`.
    init(v1 message: inout MessageSocket.Message) throws(JailFailure) {
        let first = SlotConfiguration.Place.controllers
        let memoryLimit = try SlotCgroup.take(first, &message)
        let memoryPeak = try SlotCgroup.take(first + 1, &message)
        let memoryEvents = try SlotCgroup.take(first + 2, &message)
        let pidsMaximum = try SlotCgroup.take(first + 4, &message)
        let memoryStatistics = try SlotCgroup.take(first + 6, &message)
        canResetPeak = true
        self.memoryLimit = memoryLimit
        self.memoryPeak = memoryPeak
        self.memoryEvents = memoryEvents
        self.memoryStatistics = memoryStatistics
        self.pidsMaximum = pidsMaximum
    }
}
