import Core
import SandboxTesting

extension HostileProgram {
    /// Programs that write more than anybody wants to read.
    static let output: [HostileProgram] = [
        HostileProgram(
            "Output/odd_output",
            meets: .exits(0, saying: String(repeating: String(repeating: "x", count: 4095) + "\n", count: 16))
        ),
        HostileProgram("Output/flood", ["1"], meets: .isStopped(.output, saying: nil)),
        HostileProgram("Output/flood", ["2"], meets: .isStopped(.output)),
        HostileProgram("Output/flood", ["1", "2"], meets: .isStopped(.output, saying: nil)),
        HostileProgram("Output/flood_splice", meets: .isStopped(.output, saying: nil)),
        HostileProgram("Output/flood_children", meets: .isStopped(.output, saying: nil)),
        HostileProgram(
            "Output/flood_bytes",
            limits: .hostile.with { $0.output = .kibibytes(16) },
            meets: .isStopped(.output, saying: nil)
        ),
        HostileProgram("Output/one_write", meets: .isStopped(.output, saying: nil)),
        HostileProgram("Output/one_write_plain", meets: .isStopped(.output, saying: nil)),
        HostileProgram("Output/sendfile_flood", meets: .isStopped(.output, saying: nil)),
        HostileProgram("Output/packets", meets: .exits(0, saying: String(repeating: "ab\n", count: 20000))),
        HostileProgram("Output/newlines", meets: .isStopped(.output, saying: nil)),
        HostileProgram("Output/after_the_end", meets: .says("the end")),
        HostileProgram("Output/just_enough", meets: .exits(0, saying: String(repeating: "x", count: 1 << 19))),
        HostileProgram("Output/one_too_many", meets: .isStopped(.output, saying: nil)),
    ]
}
