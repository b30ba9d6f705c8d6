import Core

extension HostileProgram {
    /// Programs that send signals to everybody, and programs whose end looks like the sandbox's work.
    static let signals = [
        HostileProgram("Signals/kill_all", meets: .says("kill worked, gone 3")),
        HostileProgram(
            "Signals/kill_all_when_full",
            meets: .says("thread refused EAGAIN", "fork refused EAGAIN", "kill worked", "child gone")
        ),
        HostileProgram("Signals/kill_init", meets: .says("init goes on")),
        HostileProgram("Signals/by_descriptor", meets: .says("init goes on")),
        HostileProgram("Signals/kill_group", meets: .dies(of: "KILL", saying: "own group\n")),
        HostileProgram("Signals/stop_parent", meets: .says("parent goes on")),
        HostileProgram("Signals/stop_parent_and_spin", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Signals/kill_self", ["9"], meets: .dies(of: "KILL")),
        HostileProgram("Signals/kill_self", ["6"], meets: .dies(of: "ABRT")),
        HostileProgram("Signals/kill_self", ["11"], meets: .dies(of: "SEGV")),
        HostileProgram("Signals/kill_self", ["15"], meets: .dies(of: "TERM")),
        HostileProgram("Signals/kill_self", ["24"], meets: .dies(of: "XCPU")),
        HostileProgram("Signals/kill_self", ["31"], meets: .dies(of: "SYS")),
        HostileProgram("Signals/exit_code", ["1"], meets: .exits(1, saying: "")),
        HostileProgram("Signals/exit_code", ["137"], meets: .exits(137, saying: "")),
        HostileProgram("Signals/exit_code", ["255"], meets: .exits(255, saying: "")),
    ]

    /// Programs that leave something for the next one.
    static let leavings = [
        HostileProgram("Leaving/files", runs: 2, meets: .says("/tmp holds 0", "/dev/shm holds 0")),
        HostileProgram("Leaving/segments", runs: 2, meets: .says("found 0 made 0")),
        HostileProgram("Leaving/message_queue", runs: 2, meets: .says("found EPERM", "made EPERM")),
        HostileProgram("Leaving/abstract_socket", runs: 2, meets: .says("refused EACCES")),
        HostileProgram("Leaving/limits", runs: 2, meets: .says("files 64 ignored 0 blocked 0 mask 022 in /box")),
    ]
}
