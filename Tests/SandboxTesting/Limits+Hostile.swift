package import Core
internal import Linux

extension Limits {
    /// How many times slower than a real processor the one here is that a machine emulates.
    package static let slowness = HostEnvironment.variables()["ASSAY_HOSTILE_SLOWNESS"].flatMap { Int($0) } ?? 1

    /// Little of everything, so that whatever is used up is used up soon; a clock that a busy machine does not reach.
    package static let hostile = Limits(
        cpuTime: .seconds(2) * slowness,
        wallTime: .seconds(60),
        memory: .mebibytes(64),
        processes: 16,
        stack: .mebibytes(8),
        output: .mebibytes(1),
        scratch: .mebibytes(16),
        inodes: 256,
        openFiles: 64
    )

    /// Little CPU time, for programs that use it up.
    ///
    /// And memory enough: what a failed fork has left is the box's until the kernel comes to free it, and on a busy
    /// machine it comes late.
    package static let brief = hostile.with {
        $0.cpuTime = .milliseconds(200) * max(1, slowness / 4)
        $0.memory = .mebibytes(1024)
    }

    /// Little time on the clock, for programs that wait.
    package static let short = hostile.with { $0.wallTime = .milliseconds(300) * slowness }

    /// Files as large as one likes.
    package static let roomy = hostile.with { $0.output = .mebibytes(1024) }

    /// Private file systems larger than the memory that they are in.
    package static let bottomless = roomy.with { $0.scratch = .mebibytes(1024) }

    /// Room for what is to be taken out, and for more than may be.
    package static let collecting = hostile.with {
        $0.memory = .mebibytes(512)
        $0.output = .mebibytes(128)
        $0.scratch = .mebibytes(128)
        $0.inodes = 200_000
        $0.cpuTime = .seconds(20)
    }

    /// These limits with time for much work of the kernel's, which an emulated processor takes long for.
    package var patient: Limits {
        with {
            $0.cpuTime = .seconds(20) * Self.slowness
            $0.wallTime = .seconds(60) * Self.slowness
        }
    }

    /// These limits, changed.
    package func with(_ change: (inout Limits) -> Void) -> Limits {
        var limits = self
        change(&limits)
        return limits
    }
}
