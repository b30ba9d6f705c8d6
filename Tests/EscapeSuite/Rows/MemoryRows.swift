import Core
import SandboxTesting

extension HostileProgram {
    /// Programs that use memory up, in every place that memory can be.
    static let memory: [HostileProgram] = [
        HostileProgram("Memory/heap", meets: .isStopped(.memory)),
        HostileProgram("Memory/mapping", meets: .isStopped(.memory)),
        HostileProgram("Memory/shared_mapping", meets: .isStopped(.memory)),
        HostileProgram("Memory/zero_mapping", meets: .isStopped(.memory)),
        HostileProgram("Memory/stack", meets: .dies(of: "SEGV")),
        HostileProgram(
            "Memory/stack",
            variant: "as large as one likes",
            limits: .hostile.with { $0.stack = .mebibytes(512) },
            meets: .isStopped(.memory)
        ),
        HostileProgram("Memory/file", ["/tmp/file"], limits: .bottomless, meets: .isStopped(.memory)),
        HostileProgram("Memory/file", ["/dev/shm/file"], limits: .bottomless, meets: .isStopped(.memory)),
        HostileProgram("Memory/file_left", limits: .bottomless, meets: .isStopped(.memory)),
        HostileProgram("Memory/segments", meets: .says("refused ENOSYS after 0")),
        HostileProgram("Memory/messages", meets: .says("refused ENOSYS after 0")),
        HostileProgram(
            "Memory/pipes",
            limits: .hostile.with {
                $0.memory = .mebibytes(16)
                $0.openFiles = 1024
            },
            meets: .isStopped(.memory)
        ),
        HostileProgram("Memory/memfd", limits: .roomy, meets: .isStopped(.memory)),
        HostileProgram("Memory/page_tables", meets: .isStopped(.memory)),
        HostileProgram("Memory/processes", meets: .isStopped(.memory)),
        HostileProgram(
            "Memory/unkillable",
            meets: .isStopped(.memory, saying: "open refused EROFS\nopen refused EROFS\nopen refused EROFS\n")
        ),
        HostileProgram("Memory/reservation", meets: .says("reserved")),
        HostileProgram("Memory/locked", meets: .says("mlock refused ENOMEM", "mlockall refused ENOMEM")),
        HostileProgram("Memory/maps", limits: .hostile.patient, meets: .isStopped(.memory)),
        HostileProgram("Memory/queued_signals", meets: .says("refused EAGAIN at 4096")),
        HostileProgram("Memory/timers", meets: .says("refused EAGAIN at 4096")),
        HostileProgram(
            "Memory/sockets",
            limits: .hostile.with {
                $0.memory = .mebibytes(16); $0.openFiles = 1024
            },
            meets: .isStopped(.memory)
        ),
        HostileProgram(
            "Memory/in_flight",
            limits: .hostile.with {
                $0.memory = .mebibytes(16); $0.openFiles = 1024
            },
            meets: .says("refused EACCES")
        ),
        HostileProgram("Memory/event_polls", meets: .says("depth refused ELOOP", "itself refused EINVAL")),
        HostileProgram(
            "Memory/huge_pages",
            meets: .says(
                "map refused ENOMEM",
                "large map refused ENOMEM",
                "segment refused ENOSYS",
                "file refused EINVAL"
            )
        ),
        HostileProgram(
            "Memory/advice",
            meets: .isForbidden(
                "process_madvise",
                saying:
                    "merge refused EINVAL\npoison refused EINVAL\ntake offline refused EINVAL\nremove refused EINVAL\n"
            )
        ),
        HostileProgram("Memory/copies", meets: .isStopped(.memory)),
        HostileProgram(
            "Memory/fragments",
            limits: .roomy.with { $0.cpuTime = .seconds(20) * max(1, Limits.slowness / 4) },
            meets: .says("cut out again and again")
        ),
    ]
}
