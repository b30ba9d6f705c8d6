import Core
import SandboxTesting

extension HostileProgram {
    /// Programs that look for a way into the worker, the jailer and the box's init.
    static let sideDoors: [HostileProgram] = [
        HostileProgram("SideDoors/inherited", meets: .says("0 sealed", "1 pipe", "2 pipe", "listed 3")),
        HostileProgram(
            "SideDoors/reopen_input",
            input: "what was given",
            meets: .says(
                "as given holds what was given",
                "writing holds what was given",
                "both holds what was given",
                "emptied open refused EPERM",
                "by device holds what was given",
                "by thread holds what was given"
            )
        ),
        HostileProgram("SideDoors/reopen_output", meets: .says("done")),
        HostileProgram("SideDoors/close_all", meets: .says("closing")),
        HostileProgram(
            "SideDoors/worker_environment",
            meets: .says(
                "self as given",
                "init refused ENOENT",
                "parent refused ENOENT",
                "parent's task refused ENOENT"
            )
        ),
        HostileProgram(
            "SideDoors/environment",
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
        HostileProgram(
            "SideDoors/own_files",
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
        HostileProgram("SideDoors/jailer", meets: .allMissing(jailers)),
        HostileProgram("SideDoors/jailer_memory", meets: .allMissing(memoryOfInit)),
        HostileProgram(
            "SideDoors/limits_of_init",
            meets: .says("files refused EPERM", "look refused EPERM", "parent refused EPERM")
        ),
        HostileProgram(
            "SideDoors/priority",
            meets: .says(
                "nice refused EACCES",
                "restore refused EACCES",
                "fifo refused EPERM",
                "round robin refused EPERM",
                "init's nice refused EPERM",
                "io refused EPERM",
                "behind supervision yes"
            )
        ),
        HostileProgram(
            "SideDoors/terminal",
            meets: .says(
                "input refused EPERM",
                "output refused EPERM",
                "errors refused EPERM",
                "controlling refused ENOENT",
                "steal refused ENOTTY",
                "hang up refused ENOTTY"
            )
        ),
        HostileProgram(
            "SideDoors/input_as_program",
            meets: .says(
                "seal refused EPERM",
                "unseal by copy refused EPERM",
                "mode refused EPERM",
                "owner refused EPERM",
                "write refused EPERM",
                "grow refused EPERM",
                "name refused EXDEV",
                "execute refused EACCES"
            ),
            // With one id the file is the program's own. It is this run's alone, and nobody opens it anew.
            rootless: .says(
                "seal refused EPERM",
                "unseal by copy refused EPERM",
                "mode REACHED",
                "owner REACHED",
                "write refused EPERM",
                "grow refused EPERM",
                "name refused EXDEV",
                "execute refused ENOEXEC"
            )
        ),
        HostileProgram("SideDoors/listeners", meets: .says("answered 0", "sizes refused EPERM")),
        HostileProgram("SideDoors/interrupted_call", meets: .isForbidden("mount")),
        HostileProgram("SideDoors/many_forbidden", meets: .isForbidden("mount")),
        HostileProgram("SideDoors/dead_caller", meets: .isForbidden("mount")),
        HostileProgram("SideDoors/names", meets: .says("named")),
        HostileProgram("SideDoors/vanishing_main", meets: .exits(5, saying: "")),
    ]

    private static let jailers = [
        "where", "open", "execute", "/assay-jailer", "/usr/libexec/assay/assay-jailer", "/usr/bin/assay-jailer",
        "parent",
    ]

    private static let memoryOfInit = [
        "init read", "init write", "init both", "task", "parent", "round about", "by descriptor",
    ]
}
