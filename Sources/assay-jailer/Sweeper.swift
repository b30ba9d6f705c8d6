internal import Glibc
internal import Linux

/// Outlives a worker by a moment: when the worker is gone, in whatever way, it ends what the worker's boxes left and
/// removes the worker's cgroups.
struct Sweeper {
    /// The worker's own directory in each cgroup hierarchy.
    let directories: [String]
    /// The worker's own leaf on v2, which we were born in, too; empty where it needed none.
    let leaf: String

    func run(worker: consuming Descriptor) -> Never {
        var byte: UInt8 = 0
        // The worker never writes: this returns when its end of the pipe is closed, which the kernel does for the dead.
        while read(worker.number, &byte, 1) > 0 || errno == EINTR {}
        for directory in directories { CgroupTree.kill(directory) }
        for directory in directories { CgroupTree.remove(directory) }
        if !leaf.isEmpty { OwnLeaf.leave(leaf) }
        _exit(0)
    }
}
