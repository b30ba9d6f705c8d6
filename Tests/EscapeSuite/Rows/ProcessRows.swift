import Core
import SandboxTesting

extension HostileProgram {
    /// Programs that multiply, that outlive themselves, and that send signals to everybody.
    static let processes: [HostileProgram] = [
        HostileProgram(
            "Processes/processes",
            limits: .hostile.with { $0.cpuTime = .seconds(20) },
            meets: .says(["sees 2", "parent 1"] + filesOfInit.map { "\($0) refused ENOENT" })
        ),
        HostileProgram(
            "Processes/limits",
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
        HostileProgram("Processes/fork_count", meets: .says("refused EAGAIN at 16")),
        HostileProgram("Processes/thread_count", meets: .says("refused EAGAIN at 16")),
        HostileProgram("Processes/zombies", meets: .says("refused EAGAIN at 16")),
        HostileProgram("Processes/fork_bomb", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Processes/fork_chain", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Processes/thread_bomb", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Processes/leader_exit", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Processes/execute_again", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Processes/orphan", meets: .says("main done")),
        HostileProgram("Processes/daemons", meets: .exits(3, saying: "left 10\n")),
        HostileProgram("Processes/sibling", meets: .says("main done")),
        HostileProgram("Processes/vanish", meets: .dies(of: "KILL", saying: "left 5\n")),
        HostileProgram("Processes/kill_all", meets: .says("kill worked, gone 3")),
        HostileProgram(
            "Processes/kill_all_when_full",
            meets: .says("thread refused EAGAIN", "fork refused EAGAIN", "kill worked", "child gone")
        ),
        HostileProgram("Processes/kill_init", meets: .says("init goes on")),
        HostileProgram("Processes/by_descriptor", meets: .says("init goes on")),
        HostileProgram("Processes/kill_group", meets: .dies(of: "KILL", saying: "own group\n")),
        HostileProgram("Processes/stop_parent", meets: .says("parent goes on")),
        HostileProgram("Processes/stop_parent_and_spin", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Processes/kill_self", ["9"], meets: .dies(of: "KILL")),
        HostileProgram("Processes/kill_self", ["6"], meets: .dies(of: "ABRT")),
        HostileProgram("Processes/kill_self", ["11"], meets: .dies(of: "SEGV")),
        HostileProgram("Processes/kill_self", ["15"], meets: .dies(of: "TERM")),
        HostileProgram("Processes/kill_self", ["24"], meets: .dies(of: "XCPU")),
        HostileProgram("Processes/kill_self", ["31"], meets: .dies(of: "SYS")),
        HostileProgram("Processes/exit_code", ["1"], meets: .exits(1, saying: "")),
        HostileProgram("Processes/exit_code", ["137"], meets: .exits(137, saying: "")),
        HostileProgram("Processes/exit_code", ["255"], meets: .exits(255, saying: "")),
        HostileProgram(
            "Processes/by_pidfd",
            meets: .isForbidden("pidfd_getfd", saying: "wait refused ECHILD\ninit goes on\n")
        ),
        HostileProgram(
            "Processes/owner",
            meets: .says(
                "timer refused EINVAL",
                "timer on init's clock refused EINVAL",
                "message refused EPERM",
                "forged refused EPERM",
                "of the kernel refused EPERM",
                "init goes on"
            )
        ),
        HostileProgram("Processes/adoption", meets: .says("orphans 5 of 2")),
        HostileProgram("Processes/stop_everybody", limits: .short, meets: .isStopped(.wallTime)),
        HostileProgram(
            "Processes/groups",
            meets: .says(
                "group of init refused EPERM",
                "group of nobody refused EPERM",
                "group for init refused ESRCH",
                "session refused EPERM",
                "foreground refused ENOTTY",
                "by number refused ENOTTY",
                "nobody's session refused ESRCH"
            )
        ),
        HostileProgram(
            "Processes/schedule_init",
            meets: .says(
                "idle refused EPERM",
                "parameters refused EPERM",
                "processors unchanged",
                "nice refused EPERM",
                "deadline refused EPERM",
                "attributes refused EPERM"
            )
        ),
        HostileProgram("Processes/huge_arguments", ["100000"], meets: .says("refused E2BIG")),
        HostileProgram("Processes/huge_arguments", ["1000"], meets: .says("refused E2BIG")),
        HostileProgram("Processes/threads_execute", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram(
            "Processes/wait_for_others",
            meets: .says(
                "init refused ECHILD",
                "all refused ECHILD",
                "group refused ECHILD",
                "any refused ECHILD",
                "the next refused ECHILD"
            )
        ),
        HostileProgram(
            "Processes/orphan_flood",
            limits: .hostile.patient,
            meets: .says("made 2000")
        ),
    ]

    private static let filesOfInit = [
        "environ", "mem", "maps", "auxv", "root", "cwd", "exe", "stack", "fd", "ns/mnt", "ns/user", "syscall", "io",
        "wchan", "map_files", "fdinfo",
    ]
}
