internal import CBox
internal import CLinux
internal import Glibc
internal import JailProtocol
internal import Linux

/// What a jailer keeps from run to run: only things that a program without capabilities cannot change.
struct Slot: ~Copyable {
    let configuration: SlotConfiguration
    /// The host's `/proc`, for looking at our own children.
    let proc: Descriptor
    /// Ourselves: readable for the box's init once we are dead.
    let jailer: Descriptor
    /// Where the box's init sends the listener of the program's filter, and where we receive it.
    let listenerReceiver: MessageSocket
    let listenerSender: Descriptor
    let bays: [Bay]
    /// Which of the bays the next box is made in.
    var nextBay = 0
    /// What was asked for while a run is going on.
    var next: NextRun?
    /// A box that is made in the hope of a run that it fits.
    var expected: NextRun?
    /// The same, where its box could not be made at once.
    private var kept: MessageSocket.Message?
    let processorCount: Int
    var roots: PreparedRoots

    /// Keeps a request for when the run that is going on is over.
    mutating func keep(_ message: consuming MessageSocket.Message) {
        kept = consume message
    }

    /// The request that was kept.
    mutating func takeKept() -> MessageSocket.Message? { kept.take() }

    init(_ configuration: SlotConfiguration, message: inout MessageSocket.Message) throws(JailFailure) {
        let proc = try jailed("open", "/proc") { () throws(Errno) in
            try Descriptor.open("/proc", O_PATH | O_DIRECTORY)
        }
        let jailer = try jailed("open", "our own pidfd") { () throws(Errno) in
            let number = linux_pidfd_open(getpid())
            guard number >= 0 else { throw .last }
            return Descriptor(owning: number)
        }
        let pair = try jailed("make a pair of sockets", "for listeners") { () throws(Errno) in try MessageSocket.pair()
        }
        let directories = try SlotDirectories(configuration.controllers, message: &message)
        let bays = [try Bay("box-0", in: directories), try Bay("box-1", in: directories)]
        let roots = try PreparedRoots(proc: proc)
        self.configuration = configuration
        self.roots = roots
        self.proc = proc
        self.jailer = jailer
        self.bays = bays
        listenerReceiver = pair.ours
        listenerSender = pair.theirs
        processorCount = Self.processorCount()
    }

    /// How many processors there are for us, and so for what we clone.
    private static func processorCount() -> Int {
        var set = cpu_set_t()
        let size = MemoryLayout<cpu_set_t>.size
        // More than the set has room for: all of them.
        guard sched_getaffinity(0, size, &set) == 0 else { return max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))) }
        let count = withUnsafeBytes(of: &set) { $0.reduce(0) { $0 + $1.nonzeroBitCount } }
        return max(1, count)
    }
}
