import Core

extension HostileProgram {
    /// Programs that want to be more than they are.
    static let privileges = [
        HostileProgram("Privileges/status", meets: .says(powerless)),
        HostileProgram(
            "Privileges/capabilities",
            meets: .says(
                "capset refused EPERM",
                "ambient refused EPERM",
                "keep refused EPERM",
                "new privileges refused EINVAL",
                "securebits refused EPERM"
            )
        ),
        HostileProgram(
            "Privileges/ids",
            meets: .says(
                "setuid 0 refused EPERM",
                "setgid 0 refused EPERM",
                "setreuid 0 refused EPERM",
                "setresuid 0 refused EPERM",
                "setresgid 0 refused EPERM",
                "setgroups refused EPERM",
                "setuid 65534 refused EINVAL",
                "chown refused EPERM",
                "uid 1000 1000 gid 1000 1000 groups 0"
            ),
            // With a single id there is no other to become.
            rootless: .says(
                "setuid 0 refused EINVAL",
                "setgid 0 refused EINVAL",
                "setreuid 0 refused EINVAL",
                "setresuid 0 refused EINVAL",
                "setresgid 0 refused EINVAL",
                "setgroups refused EPERM",
                "setuid 65534 refused EINVAL",
                "chown refused EINVAL",
                "uid 1000 1000 gid 1000 1000 groups 0"
            )
        ),
        HostileProgram("Privileges/set_user_id", meets: .says("copy is 1000 1000")),
        HostileProgram(
            "Privileges/limits",
            meets: .says(
                "as unlimited",
                "core refused EPERM",
                "cpu refused EPERM",
                "data unlimited",
                "fsize refused EPERM",
                "memlock refused EPERM",
                "msgqueue refused EPERM",
                "nice refused EPERM",
                "nofile refused EPERM",
                "nproc refused EPERM",
                "rtprio refused EPERM",
                "rttime unlimited",
                "sigpending refused EPERM",
                "stack refused EPERM"
            )
        ),
        HostileProgram(
            "Privileges/limits_of_init",
            meets: .says("files refused EPERM", "look refused EPERM", "parent refused EPERM")
        ),
        HostileProgram(
            "Privileges/core_limit",
            meets: .says(
                "limit 1 1",
                "raise refused EPERM",
                "lower refused EPERM",
                "signal 6 core 0",
                "/tmp 0",
                "/box 0"
            )
        ),
        HostileProgram("Privileges/core_dump", meets: .dies(of: "ABRT")),
        HostileProgram(
            "Privileges/controls",
            meets: .says(
                "seccomp off refused EPERM",
                "new privileges refused EINVAL",
                "bounding set refused EPERM",
                "memory map refused EPERM",
                "dumpable 1",
                "no new privileges 1"
            )
        ),
        HostileProgram(
            "Privileges/priority",
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
            "Privileges/device",
            meets: .says("memory refused EPERM", "disk refused EPERM", "in shm refused EPERM", "open refused ENOENT")
        ),
        HostileProgram(
            "Privileges/terminal",
            meets: .says(
                "input refused EPERM",
                "output refused EPERM",
                "errors refused EPERM",
                "controlling refused ENOENT",
                "steal refused ENOTTY",
                "hang up refused ENOTTY"
            )
        ),
    ]

    /// The first process of a box, as the kernel describes it.
    private static let powerless = [
        "Pid:\t2",
        "PPid:\t1",
        "TracerPid:\t0",
        "Uid:\t1000\t1000\t1000\t1000",
        "Gid:\t1000\t1000\t1000\t1000",
        "Groups:\t ",
        "NStgid:\t2",
        "NSpid:\t2",
        "NSpgid:\t2",
        "NSsid:\t2",
        "SigBlk:\t0000000000000000",
        "SigIgn:\t0000000000000000",
        "SigCgt:\t0000000000000000",
        "CapInh:\t0000000000000000",
        "CapPrm:\t0000000000000000",
        "CapEff:\t0000000000000000",
        "CapBnd:\t0000000000000000",
        "CapAmb:\t0000000000000000",
        "NoNewPrivs:\t1",
        "Seccomp:\t2",
        "umask 022 a session of its own yes",
    ]
}
