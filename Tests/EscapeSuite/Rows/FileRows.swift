import Core
import SandboxTesting

extension HostileProgram {
    /// Programs that fill private file systems, that want to write where they must not, and that look for what is not theirs.
    static let files: [HostileProgram] = [
        HostileProgram("Files/many_files", meets: .says("refused ENOSPC after 255")),
        HostileProgram("Files/deep_directories", meets: .says("refused ENOSPC after 255")),
        HostileProgram("Files/link_count", meets: .says("refused ENOSPC after 254")),
        HostileProgram("Files/large_file", ["/tmp"], limits: .roomy, meets: .says("refused ENOSPC after 16384 KiB")),
        HostileProgram(
            "Files/large_file",
            ["/dev/shm"],
            limits: .roomy,
            meets: .says("refused ENOSPC after 16384 KiB")
        ),
        HostileProgram("Files/quota_hole", limits: .roomy, meets: .says("refused ENOSPC after 16384 KiB")),
        HostileProgram("Files/file_size", meets: .isStopped(.output, signal: "XFSZ")),
        HostileProgram("Files/sparse_file", meets: .isStopped(.output, signal: "XFSZ")),
        HostileProgram(
            "Files/sparse_file_quietly",
            meets: .says("truncate refused EFBIG", "write refused EFBIG", "allocate refused EFBIG")
        ),
        HostileProgram(
            "Files/hard_links",
            meets: .says(
                "artifact refused EXDEV",
                "descriptor refused EXDEV",
                "empty path refused EXDEV",
                "input refused EXDEV",
                "init refused ENOENT",
                "between refused EXDEV"
            )
        ),
        HostileProgram(
            "Files/symbolic_links",
            meets: .says(
                "/etc/shadow refused ENOENT",
                "../../../../../../etc/shadow refused ENOENT",
                "/proc/1/root/etc/shadow refused ENOENT",
                "/proc/1/cwd/etc/shadow refused ENOENT",
                "/proc/self/root/../../etc/shadow refused ENOENT",
                "/proc/self/cwd/../../../etc/shadow refused ENOENT",
                "/tmp/link refused ELOOP"
            )
        ),
        HostileProgram(
            "Files/box_read_only",
            runs: 2,
            meets: .says(
                "create refused EROFS",
                "directory refused EROFS",
                "link refused EROFS",
                "name refused EROFS",
                "rename refused EROFS",
                "remove refused EROFS",
                "mode refused EROFS",
                "directory mode refused EROFS",
                "owner refused EROFS",
                "times refused EROFS",
                "truncate refused EROFS",
                "remove directory refused EROFS"
            )
        ),
        HostileProgram(
            "Files/own_text",
            runs: 2,
            meets: .says(
                "by name refused EACCES",
                "by link refused EACCES",
                "mapping refused EACCES",
                "file unchanged, mark unchanged"
            )
        ),
        HostileProgram(
            "Files/root_read_only",
            meets: .says(
                "/new refused EROFS",
                "/dev/new refused EROFS",
                "/box/new refused EROFS",
                "/etc/new refused ENOENT",
                "/usr/new refused ENOENT",
                "/proc/new refused ENOENT",
                "directory refused EROFS",
                "rename tmp refused EROFS",
                "remove tmp refused EROFS",
                "null refused EROFS",
                "null's name refused EROFS"
            )
        ),
        HostileProgram(
            "Files/lock_artifact",
            runs: 2,
            meets: .says(
                "lock refused ENOLCK",
                "lock of the directory refused ENOLCK",
                "record lock refused ENOLCK",
                "waiting record lock refused ENOLCK",
                "query refused ENOLCK",
                "description lock refused ENOLCK",
                "lease refused EINVAL",
                "notice refused EINVAL"
            )
        ),
        HostileProgram("Files/shadow", meets: .allMissing(shadows)),
        HostileProgram("Files/host_directories", meets: .allMissing(hostDirectories)),
        HostileProgram("Files/dot_dot", meets: .says("at the root", "shadow refused ENOENT", "home refused ENOENT")),
        HostileProgram("Files/tree", meets: .says(tree)),
        HostileProgram("Files/devices", meets: .says("done")),
        HostileProgram("Files/kernel_files", meets: .says("done")),
        HostileProgram("Files/set_user_id", meets: .says("copy is 1000 1000")),
        HostileProgram(
            "Files/device",
            meets: .says("memory refused EPERM", "disk refused EPERM", "in shm refused EPERM", "open refused ENOENT")
        ),
        HostileProgram(
            "Files/nameless",
            meets: .says(
                "name in the box refused EROFS",
                "name in shm refused EXDEV",
                "in its own place named",
                "in the box refused EROFS",
                "in the root refused EROFS",
                "in proc refused EROFS",
                "of memory refused EXDEV"
            )
        ),
        HostileProgram(
            "Files/attributes",
            meets: .says(
                "security.capability refused EOPNOTSUPP",
                "security.selinux refused EOPNOTSUPP",
                "trusted.escape refused EOPNOTSUPP",
                "user.escape refused EOPNOTSUPP",
                "system.posix_acl_access refused EOPNOTSUPP",
                "of null refused EOPNOTSUPP",
                "there are 0"
            )
        ),
        HostileProgram("Files/million_files", meets: .says("refused ENOSPC after 255")),
        HostileProgram(
            "Files/whiteout",
            meets: .says(
                "/tmp whiteout refused EINVAL",
                "/tmp a file",
                "/dev/shm whiteout refused EINVAL",
                "/dev/shm a file",
                "/box refused EROFS"
            )
        ),
        HostileProgram("Files/kinds", meets: .says("sockets 0 fifos 0 devices 5 privileged 0 writable 0")),
        HostileProgram(
            "Files/mutable_text",
            meets: .says(
                "memory refused EROFS",
                "memory of a thread refused EROFS",
                "map files refused EPERM",
                "write refused EBADF",
                "seal refused EPERM",
                "unprotect refused EACCES",
                "give back refused EINVAL",
                "punch refused EBADF"
            )
        ),
    ]

    private static let shadows = [
        "/etc/shadow", "/box/../../../../etc/shadow", "/dev/../etc/shadow", "/tmp/../../etc/shadow",
        "/proc/self/root/etc/shadow", "/proc/self/root/../etc/shadow", "/proc/self/cwd/../etc/shadow",
        "/proc/1/root/etc/shadow", "/proc/1/cwd/../etc/shadow", "/proc/2/root/etc/shadow",
    ]

    private static let hostDirectories = [
        "/home", "/root", "/var", "/sys", "/run", "/mnt", "/srv", "/media", "/boot", "/opt", "/work", "/snap",
        "/lost+found", "/sys/fs/cgroup", "/var/run/docker.sock", "/run/user", "/etc/ssh", "/etc/sudoers",
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
}
