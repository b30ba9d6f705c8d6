/// What became of one box, as its jailer saw it.
public struct BoxResult: Hashable, Sendable {
    /// Why the jailer ended the box.
    public enum Stop: Int, Sendable {
        case none = 0
        case cpuTime, wallTime, memory, output, forbiddenCall, cancelled
    }

    /// Why the jailer ended the box; `none` when the program ended by itself.
    public var stop: Stop
    /// The number of the forbidden system call.
    public var call: Int
    /// The wait status of the first process, as wait(2) gives it.
    public var waitStatus: Int
    /// CPU time of the whole box, user and system, from its cgroup.
    public var cpuMicroseconds: Int
    /// Time on the clock, from the program's start to the box's end.
    public var wallMicroseconds: Int
    /// The most memory that the box held at once, in bytes, from its cgroup.
    public var peakMemory: Int
    /// How often the box met its memory limit; the kernel may have made room each time.
    public var memoryRefusals: Int
    /// The largest resident set of a process, in bytes; nil where it cannot be told.
    public var maximumResidentSet: Int?
    /// How many processes and threads there were at once; nil where the kernel does not count them.
    public var peakProcesses: Int?
    /// When the first process ended, in nanoseconds of the machine's monotonic clock.
    public var endedNanoseconds: Int
    /// How many bytes of standard output are in the memory file for it, or went through its stream.
    public var outputLength: Int
    /// How many bytes of standard error are in the memory file for it.
    public var errorLength: Int
    /// The files taken out; the bundle's descriptor comes with the message.
    public var collected: [BoxPlan.File]?
    /// Why there is nothing taken out although something was asked for; empty where there is no such reason.
    public var collectionFailure: String

    /// A result with these parts.
    public init(
        stop: Stop,
        call: Int,
        waitStatus: Int,
        cpuMicroseconds: Int,
        wallMicroseconds: Int,
        peakMemory: Int,
        memoryRefusals: Int,
        maximumResidentSet: Int?,
        peakProcesses: Int?,
        endedNanoseconds: Int,
        outputLength: Int,
        errorLength: Int,
        collected: [BoxPlan.File]?,
        collectionFailure: String
    ) {
        self.stop = stop
        self.call = call
        self.waitStatus = waitStatus
        self.cpuMicroseconds = cpuMicroseconds
        self.wallMicroseconds = wallMicroseconds
        self.peakMemory = peakMemory
        self.memoryRefusals = memoryRefusals
        self.maximumResidentSet = maximumResidentSet
        self.peakProcesses = peakProcesses
        self.endedNanoseconds = endedNanoseconds
        self.outputLength = outputLength
        self.errorLength = errorLength
        self.collected = collected
        self.collectionFailure = collectionFailure
    }

    func write(to wire: inout WireWriter) {
        for number in [
            stop.rawValue, call, waitStatus, cpuMicroseconds, wallMicroseconds, peakMemory, memoryRefusals,
            maximumResidentSet ?? -1, peakProcesses ?? -1, endedNanoseconds, outputLength, errorLength,
        ] {
            wire.write(number)
        }
        wire.write(collected != nil)
        if let collected { wire.write(collected) { FileTable.write($1, to: &$0) } }
        wire.write(collectionFailure)
    }

    init(from wire: inout WireReader) throws(WireError) {
        guard let stop = Stop(rawValue: try wire.integer()) else { throw WireError(offset: wire.position) }
        self.stop = stop
        call = try wire.integer()
        waitStatus = try wire.integer()
        cpuMicroseconds = try wire.count()
        wallMicroseconds = try wire.count()
        peakMemory = try wire.count()
        memoryRefusals = try wire.count()
        maximumResidentSet = try wire.amount()
        peakProcesses = try wire.amount()
        endedNanoseconds = try wire.count()
        outputLength = try wire.count()
        errorLength = try wire.count()
        if try wire.flag() { collected = try wire.list(FileTable.read) }
        collectionFailure = try wire.text()
    }
}

extension WireReader {
    /// The next integer; nil for a negative one.
    fileprivate mutating func amount() throws(WireError) -> Int? {
        let value = try integer()
        return value < 0 ? nil : value
    }
}

/// How a table of files is written: for a plan's files, a result's files, and the collector's own report.
public enum FileTable {
    /// Appends one file.
    public static func write(_ file: BoxPlan.File, to wire: inout WireWriter) {
        wire.write(file.path)
        wire.write(file.offset)
        wire.write(file.length)
        wire.write(file.isExecutable)
    }

    /// Reads one file.
    public static func read(_ wire: inout WireReader) throws(WireError) -> BoxPlan.File {
        BoxPlan.File(
            path: try wire.text(),
            offset: try wire.integer(),
            length: try wire.integer(),
            isExecutable: try wire.flag()
        )
    }
}
