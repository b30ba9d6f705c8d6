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
    /// The largest resident set that we have been seen to have, in KiB, and where it is told.
    var ownResidentMark = 0
    var ownStatus: CInt?
    var roots: PreparedRoots

    /// Keeps a request for when the run that is going on is over.
    mutating func keep(_ message: consuming MessageSocket.Message) {
        kept = consume message
    }

    /// The request that was kept.
    mutating func takeKept() -> MessageSocket.Message? { kept.take() }

    init(_ configuration: SlotConfiguration, message: inout MessageSocket.Message) throws(JailFailure) {
        if configuration.processor >= 0 {
            // Before anything is cloned: whatever we start inherits this, and no policy lets a program change it.
            try jailed("bind the slot to processor", "\(configuration.processor)") { () throws(Errno) in
                try Processors.bind(to: configuration.processor)
            }
        }
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
        processorCount = max(1, Processors.allowed.count)
    }
}
