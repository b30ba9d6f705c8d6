import Core

extension HostileProgram {
    /// Programs that fill private file systems, and programs that want to write where they must not.
    static let files = [
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
    ]
}
