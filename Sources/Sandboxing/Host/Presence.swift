internal import Core
internal import Linux
internal import Synchronization

/// That this process is here: its cgroups, a lock file that tells others whether it still lives, and a sweeper that
/// cleans up after it however it ends.
final class Presence: Sendable {
    let cgroups: WorkerCgroups
    /// What the name of a lock file begins with that is not locked and written yet.
    static let draftPrefix = "new-"
    /// What it has that the machine has only once.
    let lease: HostLease
    private let lockPath: String
    private let lock: FileLock
    private let sweeper: ChildProcess
    /// The sweeper waits for the end of this pipe.
    private let lifeline: Mutex<Descriptor?>

    /// Cleans up after those who died without a sweeper, then makes this process present.
    init(
        _ configuration: Sandbox.Configuration,
        jailer: JailerFile,
        store: ArtifactStore
    ) throws(ExecutorFailure) {
        let state = configuration.state
        let ids = try HostIDChoice(HostIDFacts.current(stated: configuration.ids))
        let directory = state + "/running"
        do throws(Errno) {
            try HostDirectory.make(directory)
        } catch {
            throw ExecutorFailure("make the state directory", directory, error, of: .state)
        }
        Self.sweep(directory, store)
        let number = Processes.ownNumber
        // Several sandboxes in one process (tests) are told apart by the moment.
        let name = "assay-\(number)-\(Clock.nanoseconds % 1_000_000_000)"
        let cgroups = try WorkerCgroups(name: name)
        try cgroups.requireProcesses(forSlots: configuration.slots)
        let lockPath = directory + "/" + name
        self.lockPath = lockPath
        self.cgroups = cgroups
        let pipe = try WorkerCgroups.doing("make the sweeper's pipe", name) { () throws(Errno) in try Pipe() }
        lease = try HostLease(
            HostLease.Wish(
                ids: ids,
                slots: configuration.slots,
                pinsSlots: configuration.pinsSlots,
                cgroups: cgroups.directories
            ),
            name: name,
            in: HostLease.directory(state: state)
        )
        // Locked and written under another name first: whoever sweeps never sees a file of ours that is not locked yet,
        // and from the first cgroup on there is a record of what to remove.
        let draft = directory + "/" + Self.draftPrefix + name
        let record = (cgroups.directories + (cgroups.leaf.map { [$0] } ?? [])).joined(separator: "\n")
        do throws(Errno) {
            lock = try Self.locked(draft, holding: record, renamed: lockPath)
        } catch {
            try? HostWriting.removeFile(draft)
            lease.end()
            throw ExecutorFailure("make us known", lockPath, error, of: .state)
        }
        sweeper = try Self.start(cgroups, jailer, sweeperReads: pipe.reader.number, lockPath: lockPath, lease)
        lifeline = Mutex(pipe.takeWriter())
    }

    /// Makes the cgroups and starts their sweeper, both or neither.
    private static func start(
        _ cgroups: WorkerCgroups,
        _ jailer: JailerFile,
        sweeperReads end: CInt,
        lockPath: String,
        _ lease: HostLease
    ) throws(ExecutorFailure) -> ChildProcess {
        // Whatever fails here, nobody else would clean up after it before the next start.
        var isMade = false
        defer {
            if !isMade {
                try? HostWriting.removeFile(lockPath)
                lease.end()
            }
        }
        try cgroups.make()
        defer {
            if !isMade {
                _ = cgroups.remove()
                _ = cgroups.leave()
            }
        }
        let sweeper = try startSweeper(of: cgroups, jailer, reading: end)
        isMade = true
        return sweeper
    }

    private static func locked(
        _ draft: String,
        holding record: String,
        renamed path: String
    ) throws(Errno) -> FileLock {
        // Who sweeps takes a draft that is not locked for a dead process's, and may come between making and locking
        // this one. From the lock on nobody does.
        for _ in 0..<100 {
            do throws(Errno) {
                let lock = try FileLock(path: draft)
                try lock.file.set(record)
                try HostWriting.rename(draft, to: path)
                return lock
            } catch {
                guard error == .missing || error == .again else { throw error }
            }
        }
        throw .again
    }

    private static func startSweeper(
        of cgroups: WorkerCgroups,
        _ jailer: JailerFile,
        reading end: CInt
    ) throws(ExecutorFailure) -> ChildProcess {
        do throws(Errno) {
            let null = try Descriptor.open("/dev/null", Descriptor.readWrite)
            return try ChildProcess(
                executable: jailer.number,
                arguments: ["assay-jailer", "sweep", cgroups.leaf ?? ""] + cgroups.directories,
                input: null.number,
                output: null.number,
                error: null.number,
                extra: end
            )
        } catch {
            throw ExecutorFailure("start the sweeper", cgroups.unified, error, of: .process)
        }
    }

    /// Removes everything, and waits until it is gone.
    func end() {
        let isGone = cgroups.remove()
        // With nothing left to sweep the sweeper need not look; else it, and then the next start, tries again.
        if isGone {
            sweeper.send(signal: Signal.kill)
            lease.end()
        }
        lifeline.withLock { $0 = nil }
        _ = try? sweeper.wait()
        let hasLeft = cgroups.leave()
        if isGone && hasLeft { try? HostWriting.removeFile(lockPath) }
    }
}
