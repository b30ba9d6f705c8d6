import Core

extension HostileProgram {
    /// Programs that look for what is not theirs.
    static let looking = [
        HostileProgram("Looking/shadow", meets: allMissing(shadows)),
        HostileProgram("Looking/host_directories", meets: allMissing(hostDirectories)),
        HostileProgram("Looking/dot_dot", meets: .says("at the root", "shadow refused ENOENT", "home refused ENOENT")),
        HostileProgram("Looking/tree", meets: .says(tree)),
        HostileProgram("Looking/answers", meets: .says("found 0")),
        HostileProgram(
            "Looking/processes",
            meets: .says(["sees 2", "parent 1"] + filesOfInit.map { "\($0) refused ENOENT" })
        ),
        HostileProgram(
            "Looking/worker_environment",
            meets: .says(
                "self as given",
                "init refused ENOENT",
                "parent refused ENOENT",
                "parent's task refused ENOENT"
            )
        ),
        HostileProgram(
            "Looking/environment",
            ["one", "two words", "$(id)", "--", ""],
            meets: .says(
                "argument one",
                "argument two words",
                "argument $(id)",
                "argument --",
                "argument ",
                "HOME=/tmp",
                "LANG=C.UTF-8",
                "ONLINE_JUDGE=1",
                "PATH=/usr/bin:/bin",
                "PWD=/box",
                "TMPDIR=/tmp",
                "USER=nobody"
            )
        ),
        HostileProgram("Looking/mounts", meets: .says(mounts)),
        HostileProgram("Looking/devices", meets: .says("done")),
        HostileProgram("Looking/kernel_files", meets: .says("done")),
        HostileProgram(
            "Looking/own_files",
            meets: .says(
                "/proc/self/uid_map refused EROFS",
                "/proc/self/gid_map refused EROFS",
                "/proc/self/setgroups refused EROFS",
                "/proc/self/projid_map refused EROFS",
                "/proc/1/oom_score_adj refused ENOENT",
                "/proc/1/coredump_filter refused ENOENT",
                "/proc/1/clear_refs refused ENOENT",
                "/proc/1/comm refused ENOENT"
            )
        ),
        HostileProgram("Looking/cgroups", meets: .says("others 0")),
        HostileProgram("Looking/names", meets: .says("node assay domain (none)")),
        HostileProgram("Looking/jailer", meets: allMissing(jailers)),
        HostileProgram("Looking/jailer_memory", meets: allMissing(memoryOfInit)),
    ]

    /// Nothing is found under any of these names.
    private static func allMissing(_ names: [String]) -> Fate {
        .says(names.map { "\($0) refused ENOENT" })
    }

    private static let shadows = [
        "/etc/shadow", "/box/../../../../etc/shadow", "/dev/../etc/shadow", "/tmp/../../etc/shadow",
        "/proc/self/root/etc/shadow", "/proc/self/root/../etc/shadow", "/proc/self/cwd/../etc/shadow",
        "/proc/1/root/etc/shadow", "/proc/1/cwd/../etc/shadow", "/proc/2/root/etc/shadow",
    ]

    private static let hostDirectories = [
        "/home", "/root", "/var", "/sys", "/run", "/mnt", "/srv", "/media", "/boot", "/opt", "/work", "/snap",
        "/lost+found", "/sys/fs/cgroup", "/var/run/docker.sock", "/run/user", "/etc/ssh", "/etc/sudoers",
    ]

    private static let filesOfInit = [
        "environ", "mem", "maps", "auxv", "root", "cwd", "exe", "stack", "fd", "ns/mnt", "ns/user", "syscall", "io",
        "wchan", "map_files", "fdinfo",
    ]

    private static let memoryOfInit = [
        "init read", "init write", "init both", "task", "parent", "round about", "by descriptor",
    ]

    private static let jailers = [
        "where", "open", "execute", "/assay-jailer", "/usr/libexec/assay/assay-jailer", "/usr/bin/assay-jailer",
        "parent",
    ]

    /// All there is in a box of a root without parts of its own.
    private static let tree = [
        "/.assay/",
        "/box/",
        "/data/",
        "/dev/",
        "/dev/fd -> /proc/self/fd",
        "/dev/full",
        "/dev/null",
        "/dev/random",
        "/dev/shm/",
        "/dev/stderr -> /proc/self/fd/2",
        "/dev/stdin -> /proc/self/fd/0",
        "/dev/stdout -> /proc/self/fd/1",
        "/dev/urandom",
        "/dev/zero",
        "/proc/",
        "/tmp/",
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
}

extension Fate {
    /// It ends well, having written these lines.
    static func says(_ lines: [String]) -> Fate {
        .exits(0, saying: lines.map { $0 + "\n" }.joined())
    }
}
