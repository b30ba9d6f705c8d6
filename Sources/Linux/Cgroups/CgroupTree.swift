internal import Glibc

/// Ending and removing a cgroup with everything below it.
public enum CgroupTree {
    /// Kills every process in a unified cgroup and below it (`cgroup.kill`, Linux 5.14).
    ///
    /// Nothing on v1, which has no such file.
    public static func kill(_ directory: String) {
        if let file = try? Descriptor.open(directory + "/cgroup.kill", O_WRONLY) {
            try? file.overwrite("1")
        }
    }

    /// Removes the cgroup and those below it.
    ///
    /// Processes that are ending keep it busy for a moment: waits for them, up to `patience` nanoseconds.
    ///
    /// - Returns: whether it is gone.
    @discardableResult
    public static func remove(_ directory: String, patience: UInt64 = 5_000_000_000) -> Bool {
        let end = Clock.nanoseconds + patience
        while true {
            if rmdir(directory) == 0 || errno == ENOENT { return true }
            // It has processes, or cgroups below it. Its files are the kernel's, and go with it.
            for name in HostDirectory.subdirectories(of: directory) {
                remove(directory + "/" + name, patience: 0)
            }
            if rmdir(directory) == 0 || errno == ENOENT { return true }
            if Clock.nanoseconds >= end { return false }
            // There is nothing to wait on for a dying task to leave its cgroup; v2's cgroup.events covers only v2.
            usleep(200)
        }
    }
}
