import Core

extension HostileProgram {
    /// Programs that misuse the three descriptors they are given, and look for more.
    static let descriptors = [
        HostileProgram("Descriptors/inherited", meets: .says("0 sealed", "1 pipe", "2 pipe", "listed 3")),
        HostileProgram("Descriptors/exhaust", meets: .says("refused EMFILE at 64")),
        HostileProgram(
            "Descriptors/reopen_input",
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
        HostileProgram("Descriptors/reopen_output", meets: .says("done")),
        HostileProgram(
            "Descriptors/input_twice",
            input: "what was given",
            runs: 2,
            meets: .says("first what was given")
        ),
        HostileProgram("Descriptors/close_all", meets: .says("closing")),
        HostileProgram(
            "Descriptors/odd_output",
            meets: .exits(0, saying: String(repeating: String(repeating: "x", count: 4095) + "\n", count: 16))
        ),
        HostileProgram("Descriptors/flood", ["1"], meets: .isStopped(.output, saying: nil)),
        HostileProgram("Descriptors/flood", ["2"], meets: .isStopped(.output)),
        HostileProgram("Descriptors/flood", ["1", "2"], meets: .isStopped(.output, saying: nil)),
        HostileProgram("Descriptors/flood_splice", meets: .isStopped(.output, saying: nil)),
        HostileProgram("Descriptors/flood_children", meets: .isStopped(.output, saying: nil)),
        HostileProgram(
            "Descriptors/flood_bytes",
            limits: .hostile.with { $0.output = .kibibytes(16) },
            meets: .isStopped(.output, saying: nil)
        ),
    ]
}
