import Core
import SandboxTesting

extension HostileProgram {
    /// Programs that take what is not given back by itself.
    static let leftovers: [HostileProgram] = [
        HostileProgram("Leftovers/exhaust", meets: .says("refused EMFILE at 64")),
        HostileProgram(
            "Leftovers/core_limit",
            meets: .says(
                "limit 1 1",
                "raise refused EPERM",
                "lower refused EPERM",
                "signal 6 core 0",
                "/tmp 0",
                "/box 0"
            )
        ),
        HostileProgram("Leftovers/core_dump", meets: .dies(of: "ABRT")),
        HostileProgram("Leftovers/cycles", runs: 2, meets: .says("made 0")),
        HostileProgram("Leftovers/everything", runs: 2, meets: .says("left")),
        HostileProgram("Leftovers/processes", runs: 2, meets: .says("made 15")),
        HostileProgram("Leftovers/deep_shm", runs: 2, meets: .says("/tmp 120", "/dev/shm 120")),
    ]
}
