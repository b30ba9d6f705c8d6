internal import Glibc
internal import JailProtocol
internal import Linux

/// The directories of the slot's cgroups, in which the jailer makes those of its boxes.
struct SlotDirectories: ~Copyable {
    let controllers: SlotConfiguration.Controllers
    /// In the unified hierarchy.
    let unified: Descriptor
    /// Where the memory controller is: in the unified hierarchy, too, on v2.
    let memory: Descriptor
    /// Where the pids controller is.
    let pids: Descriptor

    /// Takes over what the worker opened, in the places of `SlotConfiguration.Place`.
    init(
        _ controllers: SlotConfiguration.Controllers,
        message: inout MessageSocket.Message
    ) throws(JailFailure) {
        typealias Place = SlotConfiguration.Place
        let unified = try Self.take(Place.slot, &message)
        let memory = try Self.take(Place.memory, &message)
        let pids = try Self.take(Place.pids, &message)
        self.controllers = controllers
        self.unified = unified
        self.memory = memory
        self.pids = pids
    }

    private static func take(
        _ place: Int,
        _ message: inout MessageSocket.Message
    ) throws(JailFailure) -> Descriptor {
        guard let descriptor = message.take(place) else {
            throw JailFailure(operation: "take over the slot's cgroups", subject: "directory \(place)", errno: 0)
        }
        return descriptor
    }

    private init(copyOf other: borrowing SlotDirectories) throws(Errno) {
        let unified = try other.unified.duplicate()
        let memory = try other.memory.duplicate()
        let pids = try other.pids.duplicate()
        controllers = other.controllers
        self.unified = unified
        self.memory = memory
        self.pids = pids
    }

    /// The same, for somebody else to keep.
    borrowing func duplicate() throws(Errno) -> SlotDirectories { try SlotDirectories(copyOf: self) }

    /// Makes the directory `name` in each hierarchy, after removing what is there.
    borrowing func make(_ name: String) throws(Errno) {
        try Self.make(name, in: unified.number)
        guard controllers == .v1 else { return }
        try Self.make(name, in: memory.number)
        try Self.make(name, in: pids.number)
    }

    private static func make(_ name: String, in directory: CInt) throws(Errno) {
        // Fails while a process is in it, and rightly.
        if unlinkat(directory, name, AT_REMOVEDIR) != 0, errno != ENOENT { throw .last }
        guard mkdirat(directory, name, 0o755) == 0 else { throw .last }
    }
}
