internal import CBox
internal import Glibc
internal import JailProtocol
internal import Linux

/// Memory in which one box's init carries its plan out.
///
/// There are two: while one box runs, the next can be furnished.
final class Bay {
    let plan: UnsafeMutablePointer<box_plan>
    let stacks: UnsafeMutableRawPointer
    /// What limits the bay's runs, and what tells of them.
    var cgroup: BoxCgroup
    /// Where the box's init says that its box is empty, and where we read it.
    let doneReader: CInt
    let doneWriter: CInt
    /// Where the box's init waits for the run to begin.
    let gate: Gate
    /// The last box's init, which may still be at its end; nothing of its plan may be touched before it is gone.
    var lingering: LingeringBox?

    /// A bay whose runs have the cgroup `name` below the slot's.
    init(_ name: String, in slot: borrowing SlotDirectories) throws(JailFailure) {
        let directories = try jailed("keep the slot's cgroups", name) { () throws(Errno) in try slot.duplicate() }
        cgroup = try Self.cgroup(name, directories)
        let done = try jailed("make a pipe", "for ends") { () throws(Errno) in try Pipe() }
        (doneReader, doneWriter) = done.release()
        gate = try Gate()
        plan = .allocate(capacity: 1)
        plan.initialize(to: box_plan())
        stacks = .allocate(byteCount: 2 * Int(BOX_STACK_SIZE), alignment: 4096)
    }

    private static func cgroup(
        _ name: String,
        _ directories: consuming SlotDirectories
    ) throws(JailFailure) -> BoxCgroup {
        do throws(Errno) {
            return try BoxCgroup(name, in: directories)
        } catch {
            throw JailFailure(operation: "make the cgroup", subject: name, errno: Int(error.number))
        }
    }

    /// Whether it can be had without waiting for the last box's init.
    func isFree() throws(Errno) -> Bool {
        guard let lingering else { return true }
        return try lingering.isGone()
    }

    /// How long the next request may take and still come before anybody looks for the last box's init, in nanoseconds.
    private static let patience: UInt64 = 2_000_000

    /// The same, as long as nobody asks for something at `control`.
    ///
    /// A jailer without work so keeps nothing of the last box, not even its init's remains. Mostly the next request is there
    /// at once: then nobody is woken up for those alone.
    func clear(unlessReady control: CInt) throws(Errno) {
        guard let last = lingering else { return }
        var request = Poll()
        request.add(control)
        if try request.wait(nanoseconds: Self.patience) { return }
        var poll = Poll()
        poll.add(control)
        poll.add(last.end)
        while try !poll.wait(nanoseconds: nil) {}
        if !poll.isReady(0) { try clear() }
    }

    /// Waits until the last box's init is gone, and forgets what it said.
    func clear() throws(Errno) {
        guard let last = lingering else { return }
        try last.wait()
        // It may have said so after we had seen its end, and have ended without having read what was said at its gate: left in
        // there that would be taken for the next box's.
        var poll = Poll()
        poll.add(doneReader)
        poll.add(gate.number)
        if try poll.wait(nanoseconds: 0) {
            var byte: UInt8 = 0
            if poll.isReady(0) { try checked { read(doneReader, &byte, 1) } }
            if poll.isReady(1) { try checked { read(gate.number, &byte, 1) } }
        }
        lingering = nil
    }
}
