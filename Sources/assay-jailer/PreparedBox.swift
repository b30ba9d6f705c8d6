internal import CBox
internal import CLinux
internal import Glibc
internal import JailProtocol
internal import Linux

/// A box that has been cloned: its init furnishes it, and then waits at the gate until the run begins.
final class PreparedBox {
    var box: BoxPlan
    let bay: Bay
    /// Readable once its init has ended, and with it everything in the box.
    let pidfd: CInt
    /// Where we read what the program writes.
    let output: CInt
    let error: CInt
    /// The worker's files for it.
    let outputFile: CInt
    let errorFile: CInt
    /// Where the box's files are, which outlives the box while we hold it; -1 where nothing is to be taken out.
    let namespace: Result<CInt, Errno>
    private let preparation: Preparation
    private var isReleased = false

    init(
        box: BoxPlan,
        bay: Bay,
        pidfd: CInt,
        pipes: (output: CInt, error: CInt),
        files: (output: CInt, error: CInt),
        namespace: Result<CInt, Errno>,
        preparation: Preparation
    ) {
        self.box = box
        self.bay = bay
        self.pidfd = pidfd
        output = pipes.output
        error = pipes.error
        outputFile = files.output
        errorFile = files.error
        self.namespace = namespace
        self.preparation = preparation
    }

    deinit {
        release()
        Descriptor.close([pidfd])
    }

    /// Lets its init start the program.
    func begin() throws(Errno) { try bay.gate.open() }

    /// Closes all that a run which is over needs no more: what is left is its init, and the memory that it shares with us.
    func release() {
        if isReleased { return }
        isReleased = true
        Descriptor.close([output, error, outputFile, errorFile, (try? namespace.get()) ?? -1])
    }

    /// Ends a box whose program has not begun.
    func abandon() {
        kill()
        release()
        bay.lingering = LingeringBox(self)
    }

    /// Ends what is in the box, so that its init can still tell of it.
    ///
    /// - Returns: whether the init lives on; before the program's start, and where the kernel cannot end a cgroup, it dies.
    ///   Nil when nobody could be killed.
    func stop() -> Bool? {
        if bay.plan.pointee.has_started != 0, bay.cgroup.kill() { return true }
        return kill() ? false : nil
    }

    /// Kills the init, and with it the PID namespace as a whole: nothing in it can outrun that.
    ///
    /// - Returns: whether it is killed, or has ended by itself.
    @discardableResult
    func kill() -> Bool {
        linux_pidfd_send_signal(pidfd, SIGKILL) == 0 || errno == ESRCH
    }
}

/// The run that comes after the one that is going on: its box, or why there is none.
enum NextRun {
    case box(PreparedBox)
    case failure(JailFailure)
}
