/// What one run may use.
///
/// Reaching a limit ends the run with the matching `Stop`, except where said otherwise.
public struct Limits: Hashable, Sendable {
    /// CPU time, user and system, of all processes of the box together.
    public var cpuTime: Duration
    /// Time on the clock from the program's start.
    public var wallTime: Duration
    /// Memory of all processes together, with files in the box's private file systems; there is no swap.
    public var memory: ByteCount
    /// Processes and threads at once; beyond it `fork` fails with EAGAIN, which is the program's own affair.
    public var processes: Int
    /// Stack of the main thread.
    public var stack: ByteCount
    /// Standard output, standard error and written files together.
    public var output: ByteCount
    /// Each private file system (`/tmp`, `/dev/shm`, the working directory); beyond it writes fail with ENOSPC.
    public var scratch: ByteCount
    /// Files and directories in each private file system; beyond it their making fails with ENOSPC.
    public var inodes: Int
    /// Open descriptors of one process; beyond it opening fails with EMFILE.
    public var openFiles: Int

    /// The defaults of a plain run (`assay run`), with a wall limit of 2 × CPU time + 1 s and a stack as large as memory.
    public init(
        cpuTime: Duration = .seconds(10),
        wallTime: Duration? = nil,
        memory: ByteCount = .mebibytes(512),
        processes: Int = 64,
        stack: ByteCount? = nil,
        output: ByteCount = .mebibytes(8),
        scratch: ByteCount = .mebibytes(256),
        inodes: Int = 16_384,
        openFiles: Int = 512
    ) {
        self.cpuTime = cpuTime
        self.wallTime = wallTime ?? Limits.defaultWallTime(for: cpuTime)
        self.memory = memory
        self.processes = processes
        self.stack = stack ?? memory
        self.output = output
        self.scratch = scratch
        self.inodes = inodes
        self.openFiles = openFiles
    }

    /// The wall limit that goes with a CPU limit when none is stated.
    public static func defaultWallTime(for cpuTime: Duration) -> Duration {
        cpuTime * 2 + .seconds(1)
    }

    /// The CPU time at which a run is stopped: a little over the limit, so that a figure near it is a measured one.
    public var cpuStop: Duration {
        cpuTime * 11 / 10 + .milliseconds(50)
    }
}
