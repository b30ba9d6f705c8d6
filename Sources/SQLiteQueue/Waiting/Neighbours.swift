internal import Core
internal import Glibc
internal import Linux
internal import Queueing
internal import Synchronization

/// The processes that share a database on this machine: they wake each other, and notice each other's end.
///
/// Beside the database there is a directory with one file for each worker, which is locked as long as it lives, and a
/// file that is written to after each commit. Whoever waits watches that directory (`inotify`(7)): it hears of a write,
/// and of the end of a process that had a worker's file open. The log of the database itself would be no good to watch:
/// it is written to before what was committed can be seen.
final class Neighbours: Sendable {
    /// A worker's file, locked.
    private final class Presence: Sendable {
        let lock: FileLock
        init(_ path: String) throws(Errno) { lock = try FileLock(path: path) }
    }

    let doorbell = Doorbell()
    private let directory: String
    private let bell: Descriptor
    private let present = Mutex<[WorkerID: Presence]>([:])
    private let watch = Mutex<Watch?>(nil)
    /// When workers are looked at next, on the monotonic clock.
    private let nextLook = Atomic<UInt64>(0)

    init(database path: String) throws(QueueError) {
        directory = path + "-live"
        do throws(Errno) {
            try HostDirectory.make(directory)
            bell = try Descriptor.open(directory + "/bell", O_RDWR | O_CREAT, mode: 0o600)
        } catch {
            throw Self.error(error, directory)
        }
    }

    deinit { watch.withLock { $0?.end() } }

    static func error(_ error: Errno, _ path: String) -> QueueError {
        switch error {
        case .noSpace, .quotaExceeded: .diskFull(database: path)
        case .readOnly: .readOnly(database: path)
        default: .denied(database: path, detail: "\(error)")
        }
    }

    /// Tells everybody that something was committed.
    func ring() {
        var byte: UInt8 = 0
        // Where it cannot be written, others find out by looking, within a second.
        _ = pwrite(bell.number, &byte, 1, 0)
        doorbell.ring()
    }

    // MARK: Workers

    /// Locks the worker's file.
    ///
    /// - Returns: Whether it was not locked before: one that is made known once more, as with other labels, has its lock.
    func appear(_ worker: WorkerID) throws(QueueError) -> Bool {
        if present.withLock({ $0[worker] != nil }) { return false }
        let path = file(of: worker)
        do throws(Errno) {
            let presence = try Presence(path)
            present.withLock { $0[worker] = presence }
            return true
        } catch {
            throw Self.error(error, path)
        }
    }

    func disappear(_ worker: WorkerID) {
        let presence = present.withLock { $0.removeValue(forKey: worker) }
        // Removed before it is unlocked: nobody finds the file without a lock and takes us for dead.
        if presence != nil { unlink(file(of: worker)) }
    }

    func forget(_ worker: WorkerID) { unlink(file(of: worker)) }

    /// Whether the worker's process has ended: nobody holds its lock any more.
    func hasEnded(_ worker: WorkerID) -> Bool {
        if present.withLock({ $0[worker] != nil }) { return false }
        // For reading only: closing it must not look like a worker's end to those who watch.
        do throws(Errno) {
            let file = try Descriptor.open(file(of: worker), O_RDONLY)
            return flock(file.number, LOCK_SH | LOCK_NB) == 0
        } catch {
            // Only a file that is gone says so, and not that we have no descriptor left.
            return error == .missing
        }
    }

    /// Whether it is time to look whether workers have ended: when one may have, and every second.
    func shouldLook() -> Bool {
        let now = Clock.nanoseconds
        let next = nextLook.load(ordering: .relaxed)
        guard now >= next else { return false }
        return nextLook.compareExchange(expected: next, desired: now + 1_000_000_000, ordering: .relaxed).exchanged
    }

    /// Whether `shouldLook` would say so.
    var isLookDue: Bool { Clock.nanoseconds >= nextLook.load(ordering: .relaxed) }

    private func file(of worker: WorkerID) -> String { "\(directory)/\(worker.rawValue)" }

    // MARK: Waiting

    /// Has `check` look until it finds something, at once and whenever something may have changed.
    ///
    /// - Parameters:
    ///   - timeout: How long at most.
    ///   - check: Gives what it has found, or else how long it takes at most until a look may pay again.
    /// - Returns: What was found; nil when the time is over, or all who wait were called away.
    /// - Throws: what `check` throws.
    func wait<Found>(
        _ timeout: Duration,
        _ check: () throws(QueueError) -> (found: Found?, next: Duration?)
    ) throws(QueueError) -> Found? {
        listen()
        let end = Clock.nanoseconds + UInt64(max(0, min(timeout, .seconds(1 << 30)).inNanoseconds))
        let calls = doorbell.count.calls
        while true {
            let known = doorbell.count
            if known.calls != calls { return nil }
            let (found, next) = try check()
            if let found { return found }
            let now = Clock.nanoseconds
            if now >= end { return nil }
            // Behind it all, a look every second: nothing depends on being woken.
            let pause = min(1_000_000_000, max(1_000_000, min(next ?? .seconds(1), .seconds(1)).inNanoseconds))
            doorbell.wait(beyond: known, until: min(end, now + UInt64(pause)))
        }
    }

    /// Starts to listen to the others; where that cannot be had, the look every second remains.
    private func listen() {
        watch.withLock { watch in
            if watch == nil { watch = Watch(directory) }
        }
        watch.withLock { $0?.start(doorbell) { [weak self] in self?.nextLook.store(0, ordering: .relaxed) } }
    }
}
