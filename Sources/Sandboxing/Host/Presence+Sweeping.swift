internal import Core
internal import Linux

extension Presence {
    /// How long we wait for the lock of a process that is no more, in nanoseconds.
    private static let patience: UInt64 = 2_000_000_000

    /// Cleans up after processes that left a lock file in `directory` and hold its lock no more.
    static func sweep(_ directory: String, _ store: ArtifactStore) {
        let entries = (try? HostDirectory.entries(of: directory)) ?? []
        // Whoever died before it had made anything.
        for entry in entries where entry.name.hasPrefix(draftPrefix + "assay-") {
            let path = directory + "/" + entry.name
            let number = processNumber(inName: String(entry.name.dropFirst(draftPrefix.count)))
            // Locked: its process lives. Who has made it and locks it only after us makes it once more.
            guard let lock = lockOfTheDead(path, number), lock.file.number >= 0 else { continue }
            try? HostWriting.removeFile(path)
        }
        for entry in entries where entry.name.hasPrefix("assay-") {
            let path = directory + "/" + entry.name
            let number = processNumber(inName: entry.name)
            // Somebody holds it: alive, and none of our business. The lock is let go of at the end of the scope.
            guard let lock = lockOfTheDead(path, number) else { continue }
            let content = (try? lock.file.read(at: 0, upTo: 1 << 16)) ?? []
            let cgroups = String(decoding: content, as: UTF8.self).split(separator: "\n").map(String.init)
            // A worker's leaf may have another sandbox's worker in it, alive: it is removed when it is empty.
            for cgroup in cgroups where !WorkerLeaf.isOne(cgroup) { CgroupTree.kill(cgroup) }
            let areGone = cgroups.map { CgroupTree.remove($0, patience: 2_000_000_000) }
            if let number { store.removeDrafts(ofProcess: number) }
            if areGone.allSatisfy({ $0 }) { try? HostWriting.removeFile(path) }
        }
    }

    /// The number in `assay-NUMBER-MOMENT`.
    private static func processNumber(inName name: String) -> Int? {
        let parts = name.split(separator: "-")
        return parts.count > 1 ? Int(parts[1]) : nil
    }

    /// Locks a file whose process is no more; `nil` when somebody holds it.
    ///
    /// A process that was killed while it started another leaves a copy of its locked descriptor with that one, until
    /// the new one has come to its `execve`. So a lock without its process will be free in a moment. One that is not
    /// belongs to a process of another PID namespace, which we do not see.
    private static func lockOfTheDead(_ path: String, _ number: Int?) -> FileLock? {
        let end = Clock.nanoseconds + patience
        while true {
            do throws(Errno) {
                return try FileLock(path: path)
            } catch {
                guard error == .again, let number, !Processes.isThere(number), Clock.nanoseconds < end else {
                    return nil
                }
            }
            var moment = Poll()
            _ = try? moment.wait(nanoseconds: 1_000_000)
        }
    }
}
