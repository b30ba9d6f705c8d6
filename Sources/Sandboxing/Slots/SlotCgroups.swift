internal import Core
internal import JailProtocol
internal import Linux

/// One slot's cgroups, made by the worker but for the leaf; the jailer gets what it needs of them as open descriptors.
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
            // The jailer makes the leaf in here. cgroups(7), delegation: to clone into it the jailer must also be able to
            // write the cgroup.procs of the nearest cgroup that is above both of them.
            for path in [unified, unified + "/cgroup.procs"] {
                try HostWriting.give(path, user: owner, group: owner)
            }
        }
    }

    /// The directory that the jailer is born in.
    func openJailerDirectory() throws(Errno) -> Descriptor {
        try Descriptor.open(unified + "/jailer", Descriptor.directory)
    }

    /// The files of `SlotConfiguration.Place`, in their order.
    func openFiles() throws(Errno) -> [CInt] {
        var files: [CInt] = []
        do throws(Errno) {
            files.append(try Descriptor.open(unified, Descriptor.directory).release())
            guard worker.controllers == .v1 else { return files }
            for path in [
                memory + "/memory.limit_in_bytes", memory + "/memory.max_usage_in_bytes",
                memory + "/memory.oom_control", memory + "/tasks", pids + "/pids.max", pids + "/tasks",
            ] {
                files.append(try Descriptor.open(path, Descriptor.readWrite).release())
            }
            files.append(try Descriptor.open(memory + "/memory.stat").release())
        } catch {
            Descriptor.close(files)
            throw error
        }
        return files
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
