internal import Glibc
internal import Linux
internal import Queueing
internal import Synchronization

/// Locks by which workers that share a directory on one machine see that another's process has ended: with the process the
/// kernel lets go of them.
///
/// Only what is certain is said. A worker's file tells in which start of the kernel, and as which file of which file system,
/// it was locked: elsewhere a lock that can be had says nothing, as on another machine that has the directory over a network,
/// or of a copy of the file. Names of machines and numbers of processes, which containers may share, are not asked for.
final class WorkerLocks: Sendable {
    private final class Held: Sendable {
        let lock: FileLock
        init(_ lock: consuming FileLock) { self.lock = lock }
    }

    /// What the name of a file begins with that is not locked and written yet.
    private static let draftPrefix = "new-"
    /// How long a file is kept that says nothing for sure, as one from before the machine was started, in seconds: queues
    /// forget workers after a day.
    private static let age = 2 * 86_400

    private let directory: String
    private let held = Mutex<[WorkerID: Held]>([:])
    /// When the files are looked at next, on the monotonic clock.
    private let nextLook = Atomic<UInt64>(0)

    init(_ directory: String) { self.directory = directory }

    /// Locks the worker's file until it is let go of, or this process ends.
    ///
    /// Where that fails, as on a full disk, the worker works all the same, and its end is noticed by its silence.
    func take(_ worker: WorkerID) {
        guard Self.isPlain(worker.rawValue) else { return }
        let path = file(of: worker)
        if held.withLock({ $0[worker] != nil }) || HostDirectory.kind(of: path) != nil { return }
        let draft = directory + "/" + Self.draftPrefix + worker.rawValue
        do throws(Errno) {
            try HostDirectory.make(directory)
            let lock = try FileLock(path: draft)
            try lock.file.set(try Self.mark(of: lock.file))
            // Nobody finds a worker's file that is not locked and written yet.
            try HostWriting.rename(draft, to: path)
            let taken = Held(lock)
            held.withLock { $0[worker] = taken }
        } catch {
            try? HostWriting.removeFile(draft)
        }
    }

    /// Lets go of the lock of a worker that the queue knows to be gone.
    func letGo(of worker: WorkerID) {
        let taken = held.withLock { $0.removeValue(forKey: worker) }
        if taken != nil { forget(worker) }
    }

    /// Removes the file of a worker that has ended.
    func forget(_ worker: WorkerID) { try? HostWriting.removeFile(file(of: worker)) }

    /// Whether it is time to look for workers that have ended: every second.
    func shouldLook() -> Bool {
        let now = Clock.nanoseconds
        let next = nextLook.load(ordering: .relaxed)
        guard now >= next else { return false }
        return nextLook.compareExchange(expected: next, desired: now + 1_000_000_000, ordering: .relaxed).exchanged
    }

    /// Workers whose processes have ended for sure, of this queue or of another; their files stay.
    func ended() -> [WorkerID] {
        var result: [WorkerID] = []
        for name in (try? HostDirectory.names(in: directory)) ?? [] {
            let worker = WorkerID(rawValue: name)
            if held.withLock({ $0[worker] != nil }) { continue }
            let path = directory + "/" + name
            // Whatever goes wrong here, as where we have no descriptor left, says nothing of the worker.
            guard let file = try? Descriptor.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK),
                let status = try? file.status()
            else { continue }
            let isOld = Int(status.st_mtim.tv_sec) < Clock.wallMilliseconds / 1000 - Self.age
            // A draft must not be locked by us while its worker is about to lock it.
            guard Self.isPlain(name) || isOld, flock(file.number, LOCK_SH | LOCK_NB) == 0 else { continue }
            if Self.isPlain(name), let mark = try? Self.mark(of: file),
                let written = try? file.read(at: 0, upTo: 1000), written == Array(mark.utf8)
            {
                result.append(worker)
            } else if isOld {
                try? HostWriting.removeFile(path)
            }
        }
        return result
    }

    /// Where a file can be told by its lock whether its worker lives.
    private static func mark(of file: borrowing Descriptor) throws(Errno) -> String {
        let status = try file.status()
        let boot = String(decoding: try KernelText.read("/proc/sys/kernel/random/boot_id"), as: UTF8.self)
        return "\(boot.split(separator: "\n").first ?? "") \(status.st_dev) \(status.st_ino)\n"
    }

    /// Whether that is a name as workers have them, and nothing that leads elsewhere.
    private static func isPlain(_ name: String) -> Bool {
        let bytes = name.utf8
        return !bytes.isEmpty && bytes.count <= 64
            && bytes.allSatisfy { (48...57).contains($0) || (97...122).contains($0) }
    }

    private func file(of worker: WorkerID) -> String { directory + "/" + worker.rawValue }
}
