internal import CBox
internal import CLinux
internal import Glibc
internal import JailProtocol
internal import Linux

/// What a jailer keeps from run to run: only things that a program without capabilities cannot change.
struct Slot: ~Copyable {
    let configuration: SlotConfiguration
    var cgroup: SlotCgroup
    /// The host's `/proc`, for looking at our own children.
    let proc: Descriptor
    /// Ourselves: readable for the box's init once we are dead.
    let jailer: Descriptor
    /// Where the box's init sends the listener of the program's filter, and where we receive it.
    let listenerReceiver: MessageSocket
    let listenerSender: Descriptor
    /// Where a box's init says that its box is empty, and where we read it.
    let doneReader: CInt
    let doneWriter: CInt
    /// The last box's init, which may still be at its end; nothing of its plan may be touched before it is gone.
    var lingering: LingeringBox?
    let plan: UnsafeMutablePointer<box_plan>
    let stacks: UnsafeMutableRawPointer
    let processorCount: Int
    var roots: PreparedRoots

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
        let done = try jailed("make a pipe", "for ends") { () throws(Errno) in try Pipe() }
        let cgroup = try SlotCgroup(configuration.controllers, message: &message)
        let roots = try PreparedRoots(proc: proc)
        self.configuration = configuration
        self.cgroup = cgroup
        self.roots = roots
        self.proc = proc
        self.jailer = jailer
        (doneReader, doneWriter) = done.release()
        listenerReceiver = pair.ours
        listenerSender = pair.theirs
        plan = .allocate(capacity: 1)
        plan.initialize(to: box_plan())
        stacks = .allocate(byteCount: 2 * Int(BOX_STACK_SIZE), alignment: 4096)
        processorCount = max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))
    }
}
