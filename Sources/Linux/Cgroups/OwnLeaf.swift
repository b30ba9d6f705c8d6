internal import Glibc

/// Out of the way of one's own cgroup, and back.
///
/// On v2 a cgroup with processes in it cannot hand controllers on to others (`cgroups`(7), no internal processes). So
/// whoever wants to make cgroups below its own first moves to a leaf there.
public enum OwnLeaf {
    /// What boxes need, as `cgroup.subtree_control` names it.
    private static let controllers = ["memory", "pids"]

    /// Moves this process to the new cgroup `leaf`, and has the cgroup above hand its controllers on.
    ///
    /// - Throws: EBUSY when other processes are in the cgroup above; then this one is back there.
    public static func enter(_ leaf: String) throws(Errno) {
        try HostWriting.makeDirectory(leaf, mode: 0o755)
        do throws(Errno) {
            try move(to: leaf)
            try handOutControllers(in: above(leaf))
        } catch {
            leave(leaf)
            throw error
        }
    }

    /// Moves this process back to the cgroup above, and removes the leaf.
    ///
    /// Changes nothing while something else is there that has the controllers.
    ///
    /// - Returns: whether the leaf is gone.
    @discardableResult
    public static func leave(_ leaf: String) -> Bool {
        do throws(Errno) {
            try set("cgroup.subtree_control", in: above(leaf), controllers.map { "-" + $0 })
            try move(to: above(leaf))
        } catch {
            return false
        }
        // Others of ours may be about to end in there: a sweeper, when the worker was killed.
        return CgroupTree.remove(leaf)
    }

    /// Lets the cgroups below `directory` have the controllers.
    public static func handOutControllers(in directory: String) throws(Errno) {
        try set("cgroup.subtree_control", in: directory, controllers.map { "+" + $0 })
    }

    private static func move(to directory: String) throws(Errno) {
        try set("cgroup.procs", in: directory, ["0"])
    }

    private static func set(_ file: String, in directory: String, _ words: [String]) throws(Errno) {
        try Descriptor.open(directory + "/" + file, O_WRONLY).overwrite(words.joined(separator: " "))
    }

    /// The cgroup that `leaf` is below.
    public static func above(_ leaf: String) -> String {
        leaf.lastIndex(of: "/").map { String(leaf[..<$0]) } ?? leaf
    }
}
