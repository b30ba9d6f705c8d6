public import Core
import Digest
import Linux
import Synchronization

/// What was prepared, by key, in a directory that is ours alone.
///
/// A state is a directory that is never changed once it is there, and a manifest that names it. It is there when its
/// manifest is, and it is what the manifest says or it is not used: every look holds each file's inode, size and time of
/// change against it, and the first one after the machine was started the contents, since after a power loss a file could
/// be there and empty. Boxes get the directory read-only.
public struct PreparedStore: Sendable {
    /// A state that can be used.
    public struct Entry: Hashable, Sendable {
        /// The directory that holds it.
        public let directory: String
        /// What its files hold together.
        public let size: ByteCount
        /// How long it took to make.
        public let time: Duration
        /// For which languages and preparations it was made.
        public let purposes: [String]
    }

    /// How it stands with a key.
    public enum Condition: Hashable, Sendable {
        case ready(Entry)
        /// Nothing was prepared for it, or it was withdrawn.
        case missing
        /// Something is there, and it is not what was prepared, for that reason.
        case damaged(String)
    }

    /// Where it is.
    public let directory: String
    /// How long a look at the files of a state is good for.
    private let patience: Duration
    /// What this process has seen.
    private let seen = Seen()

    private final class Seen: Sendable {
        /// The directories whose contents were held against the digests.
        let intact = Mutex<Set<String>>([])
        /// The states that could be used, and when that was looked at.
        let ready = Mutex<[String: (entry: Entry, time: ContinuousClock.Instant)]>([:])
    }

    /// The store below the state directory `state`; it need not exist.
    ///
    /// - Parameters:
    ///   - state: The state directory.
    ///   - patience: How long a look at a state is good for: the library of a language may be thousands of files.
    public init(state: String, patience: Duration = .zero) {
        directory = state + "/prepared"
        self.patience = patience
    }

    private static let suffix = ".manifest"

    private func manifestPath(_ key: String) -> String { directory + "/" + key + Self.suffix }

    private func manifest(_ key: String) -> PreparedManifest? {
        let bytes = try? HostFile.read(manifestPath(key), limit: .mebibytes(16))
        return bytes.flatMap { PreparedManifest($0) }
    }

    // MARK: - Looking

    /// How it stands with `key`.
    public func condition(of key: String) -> Condition {
        let now = ContinuousClock.now
        if let last = seen.ready.withLock({ $0[key] }), now - last.time < patience { return .ready(last.entry) }
        let condition = look(at: key)
        seen.ready.withLock { ready in
            if case .ready(let entry) = condition { ready[key] = (entry, now) } else { ready[key] = nil }
        }
        return condition
    }

    private func look(at key: String) -> Condition {
        guard HostDirectory.kind(of: manifestPath(key)) == .file else { return .missing }
        guard var manifest = manifest(key) else { return .damaged("its manifest cannot be read") }
        let place = directory + "/" + manifest.directory
        if manifest.boot != PreparedManifest.currentBoot {
            if let path = difference(manifest) { return .damaged("\(path) is not as it was made") }
            manifest.boot = PreparedManifest.currentBoot
            for index in manifest.files.indices {
                let file = place + "/" + manifest.files[index].path
                manifest.files[index].fingerprint = HostDirectory.fingerprint(of: file) ?? ""
            }
            // Where it cannot be written, the contents are looked at again the next time.
            try? HostFile.replace(manifestPath(key), with: manifest.bytes)
        }
        for file in manifest.files where HostDirectory.fingerprint(of: place + "/" + file.path) != file.fingerprint {
            return .damaged("\(file.path) was changed")
        }
        return .ready(
            Entry(
                directory: place,
                size: ByteCount(manifest.size),
                time: .milliseconds(manifest.milliseconds),
                purposes: manifest.purposes
            )
        )
    }

    /// Whether something was prepared for `purpose` under another key than `key`: for a toolchain that is no more.
    public func hasOther(for purpose: String, than key: String) -> Bool {
        keys.contains { $0 != key && manifest($0)?.purposes.contains(purpose) == true }
    }

    private var keys: [String] {
        ((try? HostDirectory.entries(of: directory)) ?? []).map(\.name).filter { $0.hasSuffix(Self.suffix) }
            .map { String($0.dropLast(Self.suffix.count)) }
    }

    /// Whether the contents of what `key` stands for are what they were when it was made; looked at once in a process.
    public func isIntact(_ key: String) -> Bool {
        seen.ready.withLock { $0[key] = nil }
        guard case .ready(let entry) = condition(of: key), let manifest = manifest(key) else { return false }
        if seen.intact.withLock({ $0.contains(entry.directory) }) { return true }
        guard difference(manifest) == nil else { return false }
        seen.intact.withLock { _ = $0.insert(entry.directory) }
        return true
    }

    /// The first file whose content is not what the manifest says; nil when all are.
    private func difference(_ manifest: PreparedManifest) -> String? {
        manifest.files.first { file in
            let path = directory + "/" + manifest.directory + "/" + file.path
            guard let content = try? HostFile(path: path), let digest = try? Self.digest(of: content) else {
                return true
            }
            return digest != file.digest
        }?.path
    }

    private static func digest(of content: any ByteSource) throws(ByteSourceFailure) -> String {
        var digest = SHA256()
        var offset = 0
        while offset < content.byteCount {
            let piece = try content.read(from: offset, upTo: 1 << 20)
            guard !piece.isEmpty else { throw ByteSourceFailure("a file is shorter than it was") }
            digest.update(piece)
            offset += piece.count
        }
        return digest.finish()
    }
}

// MARK: - Changing

extension PreparedStore {
    /// Holds the right to change the store as long as it is there; another process waits for it.
    public final class Change: Sendable {
        private let lock: FileLock

        fileprivate init(lock: consuming FileLock) { self.lock = lock }
    }

    /// Waits until nobody else changes the store.
    ///
    /// - Throws: `PreparedError` when the store cannot be written.
    public func beginChange() throws(PreparedError) -> Change {
        do throws(Errno) {
            try HostDirectory.make(directory)
            return Change(lock: try FileLock(path: directory + "/lock", waits: true))
        } catch {
            throw PreparedError(
                description: "\(directory) cannot be written: \(error); make it writable or set ASSAY_STATE"
            )
        }
    }

    /// Keeps `files` under `key` in the place of what was there; `purpose` and `time` are for people.
    ///
    /// - Throws: `PreparedError` when they cannot be written.
    public func keep(
        _ files: Bundle,
        as key: String,
        for purpose: String,
        time: Duration,
        _ change: Change
    ) throws(PreparedError) {
        // Unique: nobody else changes the store, and no two are made at the same moment.
        let name = "\(key.prefix(16))-\(Clock.nanoseconds)"
        let place = directory + "/" + name
        do {
            let written = try Self.write(files, to: place)
            let manifest = PreparedManifest(
                directory: name,
                milliseconds: time.inMicroseconds / 1000,
                size: files.files.reduce(0) { $0 + $1.content.byteCount },
                purpose: purpose,
                files: written
            )
            try HostFile.replace(manifestPath(key), with: manifest.bytes)
            seen.ready.withLock { $0[key] = nil }
        } catch {
            try? HostWriting.removeTree(place)
            throw PreparedError(description: "\(place) cannot be written: \(error); make room, or set ASSAY_STATE")
        }
    }

    private static func write(_ files: Bundle, to place: String) throws -> [PreparedManifest.File] {
        // Whoever runs a box may read it: there is nothing in it that a toolchain has not made of its own files.
        try HostWriting.makeDirectory(place, mode: 0o755)
        var made: Set<String> = []
        var result: [PreparedManifest.File] = []
        for file in files.files {
            guard BoxFile.isAcceptable(path: file.path), !file.path.utf8.contains(UInt8(ascii: "\t")) else {
                throw Errno.invalid
            }
            var directory = place
            for part in file.path.split(separator: "/").dropLast() {
                directory += "/" + part
                if made.insert(directory).inserted { try HostWriting.makeDirectory(directory, mode: 0o755) }
            }
            let path = place + "/" + file.path
            let digest = try write(file, to: path)
            let fingerprint = HostDirectory.fingerprint(of: path) ?? ""
            result.append(PreparedManifest.File(path: file.path, digest: digest, fingerprint: fingerprint))
        }
        return result
    }

    /// Writes a file; the result is the digest of its content.
    private static func write(_ file: BoxFile, to path: String) throws -> String {
        let target = try HostWriting.makeFile(path, mode: file.isExecutable ? 0o555 : 0o444)
        var digest = SHA256()
        var offset = 0
        while offset < file.content.byteCount {
            let piece = try file.content.read(from: offset, upTo: 1 << 20)
            guard !piece.isEmpty else { throw ByteSourceFailure("\(file.path) is shorter than it says") }
            digest.update(piece)
            try target.write(piece)
            offset += piece.count
        }
        return digest.finish()
    }

    /// Notes that what `key` stands for is also meant for `purpose`.
    public func add(purpose: String, to key: String, _ change: Change) {
        guard var manifest = manifest(key), !manifest.purposes.contains(purpose) else { return }
        manifest.purposes.append(purpose)
        try? HostFile.replace(manifestPath(key), with: manifest.bytes)
    }

    /// Makes sure that what `key` stands for is used no more; its files go with the next change.
    ///
    /// What cannot be removed is found damaged the next time.
    public func withdraw(_ key: String) {
        seen.ready.withLock { $0[key] = nil }
        try? HostWriting.removeFile(manifestPath(key))
    }

    /// Removes what is for none of `keys` among the states that are for one of `purposes`, and what no manifest names.
    public func removeStale(keeping keys: Set<String>, among purposes: Set<String>, _ change: Change) {
        for key in self.keys where !keys.contains(key) {
            guard let manifest = manifest(key) else {
                withdraw(key)
                continue
            }
            if purposes.isSuperset(of: manifest.purposes) { withdraw(key) }
        }
        let named = Set(self.keys.compactMap { manifest($0)?.directory })
        for entry in (try? HostDirectory.entries(of: directory)) ?? []
        where entry.kind == .directory && !named.contains(entry.name) {
            try? HostWriting.removeTree(directory + "/" + entry.name)
        }
    }
}
