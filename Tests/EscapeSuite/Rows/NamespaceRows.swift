import Core
import SandboxTesting

extension HostileProgram {
    /// Programs that want a new view of the world, or somebody else's.
    static let namespaces: [HostileProgram] = [
        HostileProgram(
            "Namespaces/enter",
            meets: .says(
                ["user", "pid", "mnt", "ipc", "uts", "net", "cgroup", "time"].map { "\($0) refused ENOENT" }
            )
        ),
        HostileProgram("Namespaces/mounts", meets: .says(mounts)),
        HostileProgram("Namespaces/cgroups", meets: .says("others 0")),
        HostileProgram("Namespaces/names", meets: .says("node assay domain (none)")),
        HostileProgram(
            "Namespaces/ioctls",
            meets: .says(
                "parent of user refused",
                "parent of pid refused",
                "owner of user refused",
                "next mounts refused",
                "previous mounts refused",
                "pid outside refused",
                "init's cgroup refused",
                "init's ipc refused",
                "init's mnt refused",
                "init's net refused",
                "init's pid refused",
                "init's pid for children refused",
                "init's time refused",
                "init's time for children refused",
                "init's user refused",
                "init's uts refused"
            )
        ),
        HostileProgram("Namespaces/own", meets: .isForbidden("setns", saying: "opened\n")),
    ]

    /// How everything in it is mounted.
    private static let mounts = [
        "/ ro nosuid nodev",
        // These two lie under the cover that comes last: they have a line here, but no name leads to them.
        "/.assay/proc ro nosuid nodev",
        "/.assay/store ro nosuid nodev nosymfollow",
        "/dev/null ro nosuid noexec",
        "/dev/zero ro nosuid noexec",
        "/dev/full ro nosuid noexec",
        "/dev/random ro nosuid noexec",
        "/dev/urandom ro nosuid noexec",
        "/proc ro nosuid nodev noexec",
        "/tmp rw nosuid nodev",
        "/dev/shm rw nosuid nodev",
        "/box ro nosuid nodev nosymfollow",
        "/.assay ro nosuid nodev",
    ]

    /// One row for each kind of namespace and each way to a new one.
    static let newNamespaces: [HostileProgram] =
        ["user", "pid", "mount", "ipc", "uts", "net", "cgroup", "all"].map {
            HostileProgram("Namespaces/namespaces", ["clone", $0], meets: .isForbidden("clone"))
        }
        + ["user", "pid", "mount", "ipc", "uts", "net", "cgroup", "time", "all"].map {
            HostileProgram("Namespaces/namespaces", ["unshare", $0], meets: .isForbidden("unshare"))
        }
}
