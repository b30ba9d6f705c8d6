import Core
import SandboxTesting

extension HostileProgram {
    /// Programs that never end, seen or unseen.
    static let time: [HostileProgram] = [
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
        HostileProgram("Time/pinned", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Time/vfork_stall", limits: .short, meets: .isStopped(.wallTime)),
        HostileProgram("Time/hold_pipes", limits: .short, meets: .isStopped(.wallTime, saying: "before\n")),
        HostileProgram("Time/barriers", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Time/deadlock", limits: .short, meets: .isStopped(.wallTime)),
        HostileProgram("Time/open_for_ever", limits: .short, meets: .isStopped(.wallTime)),
        HostileProgram("Time/timer_files", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Time/faults", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Time/signal_pairs", limits: .brief, meets: .isStopped(.cpuTime)),
        HostileProgram("Time/yield", limits: .brief, meets: .isStopped(.cpuTime)),
    ]
}
