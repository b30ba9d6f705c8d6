import Core
import SandboxTesting

extension HostileProgram {
    /// Programs that leave something for the next one, or look for what the last one left.
    static let crossRun: [HostileProgram] = [
        HostileProgram("CrossRun/watch", meets: .says("refused EPERM")),
        HostileProgram(
            "CrossRun/input_twice",
            input: "what was given",
            runs: 2,
            meets: .says("first what was given")
        ),
        HostileProgram("CrossRun/answers", meets: .says("found 0")),
        HostileProgram("CrossRun/files", runs: 2, meets: .says("/tmp holds 0", "/dev/shm holds 0")),
        HostileProgram("CrossRun/segments", runs: 2, meets: .says("found 0 made 0")),
        HostileProgram("CrossRun/message_queue", runs: 2, meets: .says("found EPERM", "made EPERM")),
        HostileProgram("CrossRun/abstract_socket", runs: 2, meets: .says("refused EACCES")),
        HostileProgram("CrossRun/limits", runs: 2, meets: .says("files 64 ignored 0 blocked 0 mask 022 in /box")),
        HostileProgram("CrossRun/memory", runs: 2, meets: .says("found 0")),
        HostileProgram(
            "CrossRun/store",
            runs: 2,
            meets: .says(
                "/.assay holds 0",
                "/.assay/store ENOENT",
                "/.assay/proc ENOENT",
                "/box/.. holds 5",
                "/data holds 0",
                "/box holds 1",
                "above by descriptor refused ENOENT",
                "above the root refused ENOENT"
            )
        ),
        HostileProgram(
            "CrossRun/numbers",
            runs: 2,
            meets: .says("own 2 child 3 parent 1", "segment -1 queue -1 set -1", "segments in use 0 highest -1")
        ),
    ]
}
