internal import CBox
internal import CLinux
internal import Glibc
internal import JailProtocol
internal import Linux

/// Watching over one box until nothing of it is left, and stopping it when it has used up what it may.
struct Supervision {
    /// Why the box was stopped, when it was.
    private(set) var stop = BoxResult.Stop.none
    /// The system call that it was stopped for.
    private(set) var forbiddenCall = -1
    private(set) var errorLength = 0
    private var output: OutputStream

    /// How much came out of standard output.
    var outputLength: Int { output.length }

    private let cpuStop: Int
    private let outputLimit: Int
    /// Until the program has started: from the clone of its box on.
    private var wallEnd: UInt64
    private let wallLimit: UInt64
    private let processorCount: Int
    private var nextLook: UInt64

    /// How long the kernel may take to end a killed box before we call it our own failure.
    private static let patience: UInt64 = 30_000_000_000
    /// How long a stopped box's init has to tell of its end, before it is killed, too.
    private static let grace: UInt64 = 1_000_000_000
    /// However long there is to go: look at memory this often.
    private static let longestLook: UInt64 = 100_000_000
    /// However little there is to go: look no oftener than this.
    private static let shortestLook: UInt64 = 200_000
    /// How much CPU time a box may use beyond its stop before it is noticed, in microseconds.
    private static let tolerance = 5_000

    /// - Throws: the errno of reading the clock.
    init(box: BoxPlan, processorCount: Int) throws(Errno) {
        let now = try Clock.now()
        // No more can be running than may exist.
        self.processorCount = max(1, min(processorCount, box.processes))
        cpuStop = box.cpuStopMicroseconds
        outputLimit = box.outputBytes
        output = OutputStream(box.output)
        wallLimit = UInt64(box.wallMicroseconds) * 1000
        wallEnd = now + wallLimit
        nextLook = now + Self.interval(forRemaining: cpuStop, processors: self.processorCount)
    }

    private enum Place {
        static let control = 0, end = 1, output = 2, error = 3, listenerSocket = 4, listener = 5, done = 6, sink = 7
    }

    /// Returns when nothing that the box was made for is left: its init may still be taking the namespaces down.
    mutating func watch(
        _ box: PreparedBox,
        slot: inout Slot,
        control: borrowing MessageSocket
    ) throws(Errno) {
        var poll = Poll()
        poll.add(control.descriptor.number)
        poll.add(box.pidfd)
        poll.add(box.output)
        poll.add(box.error)
        poll.add(slot.listenerReceiver.descriptor.number)
        poll.add(-1)
        poll.add(box.bay.doneReader)
        poll.add(-1)
        var listener: Descriptor?
        var killedAt: UInt64?
        var isSpared = false
        while true {
            let now = try Clock.now()
            let wake = killedAt.map { $0 + (isSpared ? Self.grace : Self.patience) } ?? min(wallEnd, nextLook)
            _ = try poll.wait(nanoseconds: wake > now ? wake - now : 0)
            // A pipe whose other end is closed can be read for ever: it must not be waited for any more, or we would spin
            // on the very processor that the box's init needs to end.
            if poll.isReady(Place.output) || poll.isReady(Place.sink) {
                try moveOutput(box, &poll)
            }
            if poll.isReady(Place.error), try moveError(box) { poll.ignore(Place.error) }
            if written > outputLimit { stopFor(.output) }
            if poll.isReady(Place.end) || poll.isReady(Place.done) { break }
            if poll.isReady(Place.listenerSocket) {
                listener = try slot.listenerReceiver.receive()?.takeFirst()
                poll.replace(Place.listener, with: listener?.number ?? -1)
            }
            if poll.isReadable(Place.listener), let number = listener?.number {
                let call = linux_seccomp_next_call(number)
                // None: a signal has taken the program out of its call. It will come again, or not.
                if call >= 0, stop == .none {
                    forbiddenCall = Int(call)
                    stopFor(.forbiddenCall)
                }
            } else if poll.isReady(Place.listener) {
                // The end of all who could make a call. Before Linux 6.11 asking for the next one would wait for ever.
                poll.ignore(Place.listener)
            }
            if poll.isReady(Place.control) { try obey(control, box, &slot) }
            try look(box)
            // Tried again until it is so: nothing else keeps the box to its limits.
            if stop != .none, killedAt == nil, let sparesInit = box.stop() {
                isSpared = sparesInit
                killedAt = try Clock.now()
            }
            if let killedAt {
                let since = try Clock.now() - killedAt
                if isSpared, since > Self.grace { isSpared = !box.kill() }
                if since > Self.patience { throw Errno(ETIMEDOUT) }
            }
        }
        // A filter's listener may have been sent and not yet taken: it must not be taken for the next run's.
        if listener == nil { try slot.listenerReceiver.discardPending() }
        // Everybody who could write is dead; what is still in the pipes is all there will ever be.
        _ = try moveError(box)
        try finishOutput(box, control)
        if written > outputLimit { stopFor(.output) }
    }

    private mutating func stopFor(_ reason: BoxResult.Stop) {
        if stop == .none { stop = reason }
    }

    /// Looks at the clock, and at the cgroup when it is time to.
    private mutating func look(_ box: PreparedBox) throws(Errno) {
        let now = try Clock.now()
        // The program's time counts from its own start, which its init writes down while the box is being made.
        let started = box.bay.plan.pointee.started_ns
        if started > 0 { wallEnd = started + wallLimit }
        if now >= wallEnd { stopFor(.wallTime) }
        guard now >= nextLook, stop == .none else { return }
        let used = try box.bay.cgroup.cpuMicroseconds()
        if used >= cpuStop { stopFor(.cpuTime) }
        if try box.bay.cgroup.hasLostProcess() { stopFor(.memory) }
        nextLook = now + Self.interval(forRemaining: cpuStop - used, processors: processorCount)
    }

    /// The earliest that so much CPU time, and what is tolerated beyond it, can be used up on all processors at once.
    private static func interval(forRemaining microseconds: Int, processors: Int) -> UInt64 {
        let earliest = UInt64(max(0, microseconds) + tolerance) * 1000 / UInt64(processors)
        return min(max(earliest, shortestLook), longestLook)
    }

    /// What counts against the output limit.
    private var written: Int { output.counted + errorLength }

    private var room: Int { outputLimit - written }

    /// Moves what is in the pipe of standard output on, and waits for what that waits for.
    private mutating func moveOutput(_ box: PreparedBox, _ poll: inout Poll) throws(Errno) {
        switch try output.move(from: box.output, to: box.outputFile, room: room) {
        case .empty:
            poll.replace(Place.output, with: box.output)
            poll.ignore(Place.sink)
        case .full:
            poll.ignore(Place.output)
            poll.awaitWriting(Place.sink, to: box.outputFile)
        case .ended:
            poll.ignore(Place.output)
            poll.ignore(Place.sink)
        }
    }

    /// Moves what is in the pipe of standard error on.
    ///
    /// - Returns: whether there will never be more, or no more is wanted.
    private mutating func moveError(_ box: PreparedBox) throws(Errno) -> Bool {
        // One byte more than allowed is taken, so that reaching the limit and passing it can be told apart.
        while written <= outputLimit {
            let count = splice(box.error, nil, box.errorFile, nil, min(room + 1, 1 << 20), UInt32(SPLICE_F_NONBLOCK))
            if count > 0 {
                errorLength += count
                continue
            }
            if count == 0 { return true }
            let error = Errno.last
            if error.number == EINTR { continue }
            if error == .again { return false }
            throw error
        }
        return true
    }

    /// Moves the rest of a box's output on, when nobody is left who could write more.
    ///
    /// Another box that reads it may be slow: it has its own limits, by which this ends.
    private mutating func finishOutput(_ box: PreparedBox, _ control: borrowing MessageSocket) throws(Errno) {
        while try output.move(from: box.output, to: box.outputFile, room: room) == .full {
            var poll = Poll()
            poll.add(-1)
            poll.awaitWriting(0, to: box.outputFile)
            poll.add(control.descriptor.number)
            _ = try poll.wait(nanoseconds: nil)
            guard poll.isReady(1) else { continue }
            guard let message = try control.receive() else { _exit(0) }
            if case .cancel(box.box.number)? = try? Request(bytes: message.bytes) {
                stopFor(.cancelled)
                return
            }
        }
    }

    /// The worker has said something, or is gone.
    private mutating func obey(
        _ control: borrowing MessageSocket,
        _ box: PreparedBox,
        _ slot: inout Slot
    ) throws(Errno) {
        guard var message = try control.receive() else {
            // The box dies with us, by its init's PDEATHSIG; killing it here makes that a matter of order, not of luck.
            box.kill()
            var code: CInt = 0
            var status: CInt = 0
            _ = linux_wait_pidfd(box.pidfd, &code, &status, 0)
            _exit(0)
        }
        switch try? Request(bytes: message.bytes) {
        case .cancel(box.box.number): stopFor(.cancelled)
        // Of a run that is over, or that has not begun: the worker says it again when that one begins.
        case .cancel: break
        case .run(let next):
            // The bay of one that is expected would be the next one's.
            guard slot.next == nil, slot.expected == nil else { throw Errno(EPROTO) }
            // Made here and now, or else when this run is over.
            slot.next = try slot.prepareAhead(&message, next)
            if slot.next == nil { slot.keep(message) }
        case .expect(let next):
            guard slot.next == nil, slot.expected == nil else { throw Errno(EPROTO) }
            slot.expected = try slot.prepareAhead(&message, next)
            if slot.expected == nil { slot.keep(message) }
        default: throw Errno(EPROTO)
        }
    }
}

extension MessageSocket.Message {
    /// The descriptor that came with it.
    consuming func takeFirst() -> Descriptor? { take(0) }
}

extension MessageSocket {
    /// Throws away what has been sent and not been received.
    borrowing func discardPending() throws(Errno) {
        var poll = Poll()
        poll.add(descriptor.number)
        while try poll.wait(nanoseconds: 0) {
            guard try receive() != nil else { return }
        }
    }
}
