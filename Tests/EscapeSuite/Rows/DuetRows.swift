import Core
import SandboxTesting

extension Row {
    /// Programs that run at the same time in two boxes.
    static let duets: [Row] = [
        .duet(
            "marks",
            as: .crossRun,
            tries:
                "Two boxes at once: one leaves marks in System V IPC, in `/dev/shm`, in `/tmp`, in locks and FIFOs and "
                + "holds on to them; the other looks for all of these, and for its neighbour's processes.",
            hold,
            beside: HostileProgram("CrossRun/seek", runs: 3, meets: .says(unseen))
        ),
        .duet(
            "twins",
            as: .crossRun,
            tries: "Two runs of one and the same artifact at once, each holding marks and looking for the other's.",
            hold,
            beside: HostileProgram("CrossRun/hold", limits: .short, meets: .isStopped(.wallTime, saying: "holding\n"))
        ),
        .duet(
            "loud neighbour",
            as: .crossRun,
            tries: "Runs beside one who takes all processors, memory and processes that it may, and signals everybody.",
            loud,
            beside: HostileProgram("Processes/fork_count", runs: 3, meets: .says("refused EAGAIN at 16"))
        ),
        .duet(
            "loud neighbour of memory",
            as: .memory,
            tries: "Runs out of memory beside one who has nearly all that it may: whose limit is it?",
            loud,
            beside: HostileProgram("Memory/processes", meets: .isStopped(.memory))
        ),
        .duet(
            "loud neighbour of a clock",
            as: .time,
            tries: "Sleeps for ever beside one who takes all processors: is the clock still looked at?",
            loud,
            beside: HostileProgram("Time/sleep_silently", limits: .short, meets: .isStopped(.wallTime))
        ),
        .duet(
            "killing all beside another",
            as: .processes,
            tries: "Kills everybody that it can while somebody else runs.",
            hold,
            beside: HostileProgram("Processes/kill_all", runs: 3, meets: .says("kill worked, gone 3"))
        ),
        .duet(
            "segments beside another",
            as: .crossRun,
            tries: "Makes System V objects with keys that another box may have in use.",
            hold,
            beside: HostileProgram("CrossRun/segments", runs: 3, meets: .says("found 0 made 0"))
        ),
        .duet(
            "names beside another",
            as: .network,
            tries: "Sends to a socket by the abstract name that somebody else might listen under.",
            hold,
            beside: HostileProgram("CrossRun/abstract_socket", runs: 3, meets: .says("refused EACCES"))
        ),
        .duet(
            "a flood beside another",
            as: .output,
            tries: "Floods its output while somebody else runs, who must lose none of his.",
            hold,
            beside: HostileProgram("Output/flood_children", meets: .isStopped(.output, saying: nil))
        ),
    ]

    private static let hold = HostileProgram(
        "CrossRun/hold",
        limits: .hostile.with { $0.cpuTime = .seconds(20) },
        meets: .isStopped(.cancelled, saying: "holding\n")
    )

    private static let loud = HostileProgram(
        "CrossRun/loud",
        limits: .hostile.with { $0.cpuTime = .seconds(60) },
        meets: .isStopped(.cancelled)
    )

    private static let unseen = [
        "segment refused ENOSYS", "queue refused ENOSYS", "set refused ENOSYS", "file refused ENOENT",
        "memory refused ENOENT", "semaphore refused ENOENT", "fifo refused ENOENT", "sees 0 signals 0",
        "lock refused ENOLCK",
    ]
}
