import Core

extension HostileProgram {
    /// Programs that use memory up, in every place that memory can be.
    ///
    /// The box's init and the jailer share an address
    /// space of their own and must live through all of them: that they do is what the next program shows.
    static let memory = [
        HostileProgram("Memory/heap", meets: .isStopped(.memory)),
        HostileProgram("Memory/mapping", meets: .isStopped(.memory)),
        HostileProgram("Memory/shared_mapping", meets: .isStopped(.memory)),
        HostileProgram("Memory/zero_mapping", meets: .isStopped(.memory)),
        HostileProgram("Memory/stack", meets: .dies(of: "SEGV")),
        HostileProgram(
            "Memory/stack",
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
    ]
}
