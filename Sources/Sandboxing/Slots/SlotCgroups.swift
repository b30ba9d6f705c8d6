internal import Core
internal import JailProtocol
internal import Linux

/// One slot's cgroups, made by the worker; the jailer makes those of its boxes in them, and gets them as open descriptors.
struct SlotCgroups: Sendable {
    private let worker: WorkerCgroups
    private let name: String

    private var unified: String { worker.unified + "/" + name }
    private var memory: String { worker.memory + "/" + name }
    private var pids: String { worker.pids + "/" + name }

    /// Makes them, for the jailer whose host id is `owner` (nil: our own).
    init(_ place: Place, in worker: WorkerCgroups, owner: Int?) throws(ExecutorFailure) {
        self.worker = worker
        name = place.name
        try WorkerCgroups.doing("make the slot's cgroups", unified) { [self] () throws(Errno) in
            try HostWriting.makeDirectory(unified, mode: 0o755)
            try HostWriting.makeDirectory(unified + "/jailer", mode: 0o755)
            if worker.controllers == .v2 {
                try OwnLeaf.handOutControllers(in: unified)
            } else {
                try HostWriting.makeDirectory(memory, mode: 0o755)
                try HostWriting.makeDirectory(pids, mode: 0o755)
                try Descriptor.open(memory + "/memory.swappiness", Descriptor.writeOnly).overwrite("0")
            }
            guard let owner else { return }
            // The jailer makes the leaves in here. cgroups(7), delegation: to clone into one the jailer must also be able to
            // write the cgroup.procs of the nearest cgroup that is above both of them.
            for path in [unified, unified + "/cgroup.procs"] {
                try HostWriting.give(path, user: owner, group: owner)
            }
            guard worker.controllers == .v1 else { return }
            for path in [memory, pids] { try HostWriting.give(path, user: owner, group: owner) }
        }
    }

    /// The directory that the jailer is born in.
    func openJailerDirectory() throws(Errno) -> Descriptor {
        try Descriptor.open(unified + "/jailer", Descriptor.directory)
    }

    /// The directories of `SlotConfiguration.Place`, in their order.
    func openDirectories() throws(Errno) -> [CInt] {
        let isV1 = worker.controllers == .v1
        let first = try Descriptor.open(unified, Descriptor.directory)
        let second = try Descriptor.open(isV1 ? memory : unified, Descriptor.directory)
        let third = try Descriptor.open(isV1 ? pids : unified, Descriptor.directory)
        return [first.release(), second.release(), third.release()]
    }

    /// Removes them, once their processes are gone.
    func remove() {
        CgroupTree.remove(unified)
        if worker.controllers == .v1 {
            CgroupTree.remove(memory)
            CgroupTree.remove(pids)
        }
    }
}
