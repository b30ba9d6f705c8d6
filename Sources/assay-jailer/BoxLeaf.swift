internal import Glibc
internal import Linux

/// The cgroup that programs are born in, below the slot's in the unified hierarchy.
///
/// The jailer makes it, in a directory that is its own, since it may have to make it anew for each run.
struct BoxLeaf: ~Copyable {
    let directory: Descriptor
    let cpuStat: Descriptor
    let events: Descriptor

    private static let name = "box"

    /// Makes the leaf in the directory of the slot's cgroup.
    init(in slot: borrowing Descriptor) throws(Errno) {
        guard mkdirat(slot.number, Self.name, 0o755) == 0 else { throw .last }
        let directory = try Descriptor.open(Self.name, Descriptor.directory, at: slot.number)
        let cpuStat = try Descriptor.open("cpu.stat", at: directory.number)
        let events = try Descriptor.open("cgroup.events", at: directory.number)
        self.directory = directory
        self.cpuStat = cpuStat
        self.events = events
    }

    /// Removes it, when it is there; fails while a process is in it.
    static func remove(from slot: borrowing Descriptor) throws(Errno) {
        guard unlinkat(slot.number, name, AT_REMOVEDIR) == 0 || errno == ENOENT else { throw .last }
    }
}
