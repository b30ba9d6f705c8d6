public import Core
internal import Linux
public import Problems
public import Queueing
internal import Synchronization

/// Packages from the queue's database, unpacked on this machine's disk for as long as there is room.
///
/// What is fetched is checked by its digest, and what is found again by the hash of all that judging depends on. Several
/// workers may share a directory: what one judges with no other removes. Of what nobody uses, that which was used longest
/// ago goes first.
public final class PackageCache: Sendable {
    private struct State {
        /// The packages that this process has looked into, which need not be looked into again.
        var known: [ContentDigest: (problem: Problem, hash: String)] = [:]
        var order: [ContentDigest] = []
    }

    let directory: String
    let limit: ByteCount
    private let loader: ProblemLoader
    private let state = Mutex(State())
    private static let room = 64

    /// A cache in `directory`, which need not exist, of at most `limit` beyond what is in use; `store` unpacks archives
    /// within packages.
    public init(directory: String, limit: ByteCount, store: PackageStore? = nil) {
        self.directory = directory
        self.limit = limit
        loader = ProblemLoader(store: store)
    }

    /// The package that `content` has under that digest, which stays while the result is there.
    ///
    /// - Throws: `refused` for what is no package that can be judged with; `queue` when it cannot be fetched; `machinery`
    ///   when it cannot be kept here.
    public func package(
        _ digest: ContentDigest,
        from content: any ContentStore
    ) throws(JudgingFailure) -> CachedPackage {
        guard digest.isWellFormed else { throw .refused("'\(digest)' is no digest of a package; push it once more") }
        try doing { () throws(Errno) in try HostDirectory.make(directory) }
        // Others may remove what we look at, or it may turn out damaged; not for ever.
        for _ in 0..<5 {
            if let package = try joined(digest) { return package }
            // One of us fetches, the others wait; sixteen names, so that they need not be removed.
            let turn = try locked("fetch-\(digest.rawValue.prefix(1))")
            if HostDirectory.kind(of: place(of: digest)) == nil { try fetch(digest, from: content) }
            _ = turn.file.number
        }
        throw .machinery(
            ExecutorFailure(
                operation: "keep a package",
                subject: place(of: digest),
                cause: "it is removed again and again"
            )
        )
    }

    func place(of digest: ContentDigest) -> String { "\(directory)/\(digest)" }

    /// What is there already; nil when nothing is, or it was damaged and is removed.
    private func joined(_ digest: ContentDigest) throws(JudgingFailure) -> CachedPackage? {
        let place = place(of: digest)
        guard let lock = try? FileLock(sharing: "\(place)/lock") else { return nil }
        // While we waited it may have been removed, and fetched once more: then its new lock is the one to hold.
        guard lock.isOn("\(place)/lock") else { return nil }
        try? HostWriting.touch("\(place)/lock")
        if let known = known(digest) { return CachedPackage(problem: known.problem, hash: known.hash, lock: lock) }
        // What was lost with the power shows here: the record was written last, and tells of all the rest.
        if let record = PackageRecord(at: place), let loaded = try? load(place), loaded.hash == record.hash {
            learn(digest, loaded)
            return CachedPackage(problem: loaded.problem, hash: loaded.hash, lock: lock)
        }
        let gone = draftName()
        if (try? HostWriting.rename(place, to: gone)) != nil { ReadOnlyTree.remove(gone) }
        return nil
    }

    private func load(_ place: String) throws(PackageError) -> (problem: Problem, hash: String) {
        let problem = try loader.load(Self.package(in: "\(place)/files"))
        return (problem, try problem.packageHash())
    }

    /// Where in `files` the package is: there, or in the one directory that is there.
    private static func package(in files: String) -> String {
        if ProblemLoader.isPackage(files) { return files }
        let entries = ((try? HostDirectory.entries(of: files)) ?? []).filter { !$0.name.hasPrefix(".") }
        guard entries.count == 1, let only = entries.first, only.kind == .directory else { return files }
        return "\(files)/\(only.name)"
    }

    private func known(_ digest: ContentDigest) -> (problem: Problem, hash: String)? {
        state.withLock { state in
            guard let known = state.known[digest] else { return nil }
            state.order.removeAll { $0 == digest }
            state.order.append(digest)
            return known
        }
    }

    private func learn(_ digest: ContentDigest, _ loaded: (problem: Problem, hash: String)) {
        state.withLock { state in
            state.known[digest] = loaded
            state.order.removeAll { $0 == digest }
            state.order.append(digest)
            if state.order.count > Self.room { state.known[state.order.removeFirst()] = nil }
        }
    }
}

/// A package that stays where it is while this is there.
public final class CachedPackage: Sendable {
    /// The problem.
    public let problem: Problem
    /// Its `packageHash()`.
    public let hash: String
    private let lock: FileLock

    init(problem: Problem, hash: String, lock: consuming FileLock) {
        self.problem = problem
        self.hash = hash
        self.lock = lock
    }
}

// MARK: - Fetching

extension PackageCache {
    /// Fetches and unpacks beside the place, and gives it its name when all is there and can be judged with.
    private func fetch(_ digest: ContentDigest, from content: any ContentStore) throws(JudgingFailure) {
        let draft = draftName()
        let lock = try begin(draft)
        do throws(JudgingFailure) {
            let zip = "\(draft)/package.zip"
            try copy(digest, from: content, to: zip)
            try PackageUnpacker(shown: "package \(digest)").unpack(zip, into: "\(draft)/files")
            try doing { () throws(Errno) in try HostWriting.removeFile(zip) }
            try admit(digest, draft)
        } catch {
            ReadOnlyTree.remove(draft)
            throw error
        }
        _ = lock.file.number
    }

    /// Makes a draft, which is its maker's as long as the lock is there.
    private func begin(_ draft: String) throws(JudgingFailure) -> FileLock {
        // A draft without its lock looks like one that was cut short, so both are made while nobody sweeps.
        let change = try locked("change")
        sweep()
        try doing { () throws(Errno) in try HostDirectory.make(draft) }
        let lock = try locked(in: draft)
        _ = change.file.number
        return lock
    }

    private func copy(
        _ digest: ContentDigest,
        from content: any ContentStore,
        to path: String
    ) throws(JudgingFailure) {
        var failure: Errno?
        do throws(QueueError) {
            let zip = try? AppendedFile(path, isNew: true)
            if zip == nil { failure = .denied }
            try content.get(digest) { (chunk) throws(QueueError) in
                guard failure == nil else { return }
                do throws(Errno) { try zip?.append(chunk) } catch { failure = error }
            }
        } catch {
            throw .queue(error)
        }
        if let failure { throw self.failure(failure) }
    }

    private func admit(_ digest: ContentDigest, _ draft: String) throws(JudgingFailure) {
        let loaded: (problem: Problem, hash: String)
        do throws(PackageError) {
            loaded = try load(draft)
        } catch {
            throw .refused(error.description)
        }
        let bytes = HostDirectory.size(ofTree: "\(draft)/files")
        try doing { () throws(Errno) in
            ReadOnlyTree.close("\(draft)/files")
            try PackageRecord(hash: loaded.hash, byteCount: bytes).write(to: draft)
        }
        let change = try locked("change")
        makeRoom(for: bytes)
        try doing { () throws(Errno) in try HostWriting.rename(draft, to: place(of: digest)) }
        _ = change.file.number
    }

    private func draftName() -> String {
        "\(directory)/.draft-\(Processes.ownNumber)-\(UInt32.random(in: 0 ... .max))"
    }
}

// MARK: - Making room

extension PackageCache {
    /// Removes what was cut short: a draft whose maker is gone.
    private func sweep() {
        for name in HostDirectory.subdirectories(of: directory) where name.hasPrefix(".draft-") {
            let draft = "\(directory)/\(name)"
            guard let lock = try? FileLock(path: "\(draft)/lock") else { continue }
            ReadOnlyTree.remove(draft)
            _ = lock.file.number
        }
    }

    /// Removes packages that nobody uses, until there is room for `bytes` more; whoever calls it holds the change lock.
    private func makeRoom(for bytes: Int) {
        var kept: [(path: String, time: Int, bytes: Int)] = []
        for name in HostDirectory.subdirectories(of: directory) where !name.hasPrefix(".") {
            let path = "\(directory)/\(name)"
            guard let time = HostDirectory.changeTime(of: "\(path)/lock") else { continue }
            kept.append((path, time, PackageRecord(at: path)?.byteCount ?? 0))
        }
        kept.sort { ($0.time, $0.path) < ($1.time, $1.path) }
        var total = kept.reduce(bytes) { $0 + $1.bytes }
        for old in kept where total > limit.bytes {
            // Whoever judges with it shares its lock.
            guard let lock = try? FileLock(path: "\(old.path)/lock") else { continue }
            let gone = draftName()
            guard (try? HostWriting.rename(old.path, to: gone)) != nil else { continue }
            ReadOnlyTree.remove(gone)
            _ = lock.file.number
            total -= old.bytes
        }
    }
}

// MARK: - Locks and failures

extension PackageCache {
    private func locked(_ name: String) throws(JudgingFailure) -> FileLock {
        do {
            return try FileLock(path: "\(directory)/.\(name)", waits: true)
        } catch {
            throw failure(error)
        }
    }

    private func locked(in draft: String) throws(JudgingFailure) -> FileLock {
        do {
            return try FileLock(path: "\(draft)/lock", waits: true)
        } catch {
            throw failure(error)
        }
    }

    private func doing(_ body: () throws(Errno) -> Void) throws(JudgingFailure) {
        do {
            try body()
        } catch {
            throw failure(error)
        }
    }

    private func failure(_ error: Errno) -> JudgingFailure {
        let mend = error == .noSpace ? "; make room there" : "; check its permissions, or set ASSAY_STATE"
        return .machinery(
            ExecutorFailure(operation: "keep a package", subject: directory, cause: "\(error)\(mend)")
        )
    }
}
