internal import Glibc
internal import Linux

/// The cgroups that programs of a box are in, one in each hierarchy, with the files by which they are watched.
struct BoxLeaf: ~Copyable {
    /// In the unified hierarchy: where they are born.
    let directory: Descriptor
    let cpuStat: Descriptor
    let events: Descriptor
    /// `cgroup.kill` (Linux 5.14).
    let killer: OptionalFile
    let controls: ControlFiles

    /// Makes the leaf anew.
    init(_ name: String, in slot: borrowing SlotDirectories) throws(Errno) {
        try slot.make(name)
        let directory = try Descriptor.open(name, Descriptor.directory, at: slot.unified.number)
        let cpuStat = try Descriptor.open("cpu.stat", at: directory.number)
        let events = try Descriptor.open("cgroup.events", at: directory.number)
        let controls = try ControlFiles(of: name, in: slot)
        killer = OptionalFile("cgroup.kill", O_WRONLY, at: directory.number)
        self.directory = directory
        self.cpuStat = cpuStat
        self.events = events
        self.controls = controls
    }
}
