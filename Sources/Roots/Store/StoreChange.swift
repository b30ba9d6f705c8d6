import Linux

/// A change of the store, by one process at a time.
struct StoreChange: ~Copyable {
    let store: RootStore
    private let lock: FileLock

    /// Begins one; what changes that were cut short have left is removed.
    ///
    /// - Throws: `RootError` when the directory cannot be made or written, or somebody else is changing it.
    static func begin(_ store: RootStore) throws(RootError) -> StoreChange {
        let directory = store.directory
        try RootError.doing("make", directory) { () throws(Errno) in try HostDirectory.make(directory, mode: 0o755) }
        let lock = try lock(
            directory + "/lock",
            busy: "another assay roots is changing \(directory); wait until it has ended",
            mend: "run it as root, or set ASSAY_ROOTS to a directory of your own"
        )
        for name in HostDirectory.subdirectories(of: directory) where name.hasPrefix(RootStore.draftPrefix) {
            let path = directory + "/" + name
            try RootError.doing("remove", path) { () throws(Errno) in try HostWriting.removeTree(path) }
        }
        return StoreChange(store: store, lock: lock)
    }

    /// Locks the file at `path`; whoever only looks whether it is locked has it for a moment, too, and is tried again.
    private static func lock(_ path: String, tries: Int = 1, busy: String, mend: String) throws(RootError) -> FileLock {
        var left = tries
        while true {
            do {
                return try FileLock(path: path)
            } catch {
                left -= 1
                guard error == .again, left > 0 else {
                    throw .failure(error == .again ? busy : "could not lock \(path): \(error); \(mend)")
                }
            }
            var pause = Poll()
            _ = try? pause.wait(nanoseconds: 10_000_000)
        }
    }

    /// Makes an empty directory for a version that is not ready.
    borrowing func draft() throws(RootError) -> String {
        let path = "\(store.directory)/\(RootStore.draftPrefix)\(Processes.ownNumber)"
        try RootError.doing("make", path) { () throws(Errno) in try HostWriting.makeDirectory(path, mode: 0o755) }
        return path
    }

    /// Makes the draft at `path`, in which the files are, the current version of its root.
    ///
    /// - Throws: `RootError`; then there is no such version.
    borrowing func commit(_ path: String, _ manifest: Manifest) throws(RootError) {
        let parent = "\(store.directory)/\(manifest.name)"
        let place = store.place(manifest.name, manifest.version)
        guard HostDirectory.kind(of: place) == nil else {
            throw .badInput("\(manifest.name)@\(manifest.version) is here already, in \(place)")
        }
        try RootError.doing("write", path) { () throws(Errno) in
            _ = try HostWriting.makeFile(path + "/" + Manifest.lockName, mode: 0o644)
            try HostDirectory.make(parent, mode: 0o755)
            try HostWriting.rename(path, to: place)
        }
        try RootError.doing("switch", parent + "/current") { () throws(Errno) in
            try HostWriting.replaceLink(parent + "/current", target: manifest.version)
        }
    }

    /// Removes a version; where it was the current one, the newest that is left becomes it.
    ///
    /// - Throws: `RootError` when it is in use, or cannot be removed.
    borrowing func remove(_ version: RootStore.Version) throws(RootError) {
        let name = version.manifest.name
        let parent = "\(store.directory)/\(name)"
        let place = version.directory
        let use = try Self.lock(
            place + "/" + Manifest.lockName,
            tries: 50,
            busy: "\(name)@\(version.manifest.version) is in use; end what uses it, then remove it",
            mend: "run it as root"
        )
        let others = try store.versions(of: name).filter { $0.manifest.version != version.manifest.version }
        let gone = "\(store.directory)/\(RootStore.draftPrefix)\(Processes.ownNumber)"
        try RootError.doing("remove", place) { () throws(Errno) in
            if version.isCurrent {
                if let next = others.first {
                    try HostWriting.replaceLink(parent + "/current", target: next.manifest.version)
                } else {
                    try HostWriting.removeFile(parent + "/current")
                }
            }
            // Gone at once, and swept by whoever comes next when the removing is cut short.
            try HostWriting.rename(place, to: gone)
            try HostWriting.removeTree(gone)
            if others.isEmpty { try HostWriting.removeTree(parent) }
        }
        _ = use.file.number
    }
}

extension RootStore {
    /// Removes a version.
    ///
    /// - Throws: `RootError` when it is in use, or cannot be removed.
    public func remove(_ version: Version) throws(RootError) {
        let change = try StoreChange.begin(self)
        try change.remove(version)
    }
}
