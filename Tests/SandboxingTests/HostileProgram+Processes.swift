import Core

extension HostileProgram {
    /// Programs that multiply, and programs that outlive themselves.
    static let processes = [
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
    ]

    /// Programs that never end, seen or unseen.
    static let time = [
        HostileProgram("Time/spin", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Time/spin_threads", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Time/spin_children", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Time/spin_kernel", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Time/stop_others", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Time/ignore_signals", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Time/catch_signals", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Time/odd_name", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Time/timer_storm", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Time/sleep", limits: .short, meets: .isStopped(.wallTime)),
        HostileProgram("Time/sleep_silently", limits: .short, meets: .isStopped(.wallTime)),
        HostileProgram("Time/stop", limits: .short, meets: .isStopped(.wallTime)),
    ]
}
