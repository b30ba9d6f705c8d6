internal import Archives
internal import Core
internal import Digest
internal import Linux

/// Unpacks one zip file into the store, where that was not done before.
struct PackageUnpacking {
    /// The store's directory.
    let store: String
    /// The zip file's path.
    let zip: String
    /// What it is called in messages.
    let shown: String

    private static let draftPrefix = ".draft-"
    private static let lockName = "lock"
    /// What the store keeps, once nobody uses it any more.
    private static let (keptCount, keptSeconds) = (32, 7 * 86_400)

    /// The unpacked files, which stay while the lease is there.
    ///
    /// - Throws: `PackageError` when the zip file is none, is refused, or cannot be unpacked.
    func lease() throws(PackageError) -> PackageLease {
        let file = try opened()
        let name = try digest(of: file)
        let place = "\(store)/\(name)"
        try doing { () throws(Errno) in try HostDirectory.make(store) }
        while true {
            if let lease = joined(place) { return lease }
            let change = try locked()
            removeStale()
            if HostDirectory.kind(of: place) == nil { try unpack(file, to: place) }
            _ = change.file.number
        }
    }

    /// What an earlier unpacking has left.
    private func joined(_ place: String) -> PackageLease? {
        guard let lock = try? FileLock(sharing: "\(place)/\(Self.lockName)") else { return nil }
        // It may have been removed while we waited.
        guard HostDirectory.kind(of: "\(place)/\(Self.lockName)") != nil else { return nil }
        try? HostWriting.touch("\(place)/\(Self.lockName)")
        return PackageLease(files: "\(place)/\(packageName)", shown: shown, lock: lock)
    }

    /// The name that the package has where nothing in the zip file names it: the file's own, without its ending.
    private var packageName: String {
        let name = zip.split(separator: "/").last.map(String.init) ?? zip
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        return stem.isEmpty || stem == "." || stem == ".." || stem == Self.lockName ? "package" : stem
    }

    private func opened() throws(PackageError) -> HostFile {
        do throws(Errno) {
            return try HostFile(path: zip)
        } catch {
            let message =
                switch error {
                case .missing: "there is no such file"
                case .isDirectory, .invalid: "this is no regular file"
                default: "the file cannot be read (\(error))"
                }
            throw PackageError(file: shown, message: message, mend: "check the path")
        }
    }

    private func digest(of file: HostFile) throws(PackageError) -> String {
        var hash = SHA256()
        hash.update(field: "unpacked package, 1")
        hash.update(field: packageName)
        var offset = 0
        do throws(ByteSourceFailure) {
            while offset < file.byteCount {
                let piece = try file.read(from: offset, upTo: 1 << 18)
                if piece.isEmpty { break }
                hash.update(piece)
                offset += piece.count
            }
        } catch {
            throw PackageError(file: shown, message: error.description, mend: "check the file")
        }
        return hash.finish()
    }

    private func locked() throws(PackageError) -> FileLock {
        do {
            return try FileLock(path: "\(store)/\(Self.lockName)", waits: true)
        } catch {
            throw failure(error)
        }
    }

    private func doing(_ body: () throws(Errno) -> Void) throws(PackageError) {
        do {
            try body()
        } catch {
            throw failure(error)
        }
    }

    private func failure(_ error: Errno) -> PackageError {
        let mend = error == .noSpace ? "make room there" : "check its permissions, or set ASSAY_STATE"
        return PackageError(file: shown, message: "it could not be unpacked into \(store): \(error)", mend: mend)
    }
}

// MARK: - Unpacking

extension PackageUnpacking {
    /// Unpacks everything beside `place`, and gives it that name when all of it is there.
    private func unpack(_ file: HostFile, to place: String) throws(PackageError) {
        let draft = "\(store)/\(Self.draftPrefix)\(Processes.ownNumber)"
        do throws(PackageError) {
            let files = "\(draft)/\(packageName)"
            try doing { () throws(Errno) in
                try HostDirectory.make(files, mode: 0o755)
                _ = try HostWriting.makeFile("\(draft)/\(Self.lockName)", mode: 0o600)
            }
            let archive = try read { () throws(ZipError) in try ZipArchive(file) }
            // Links come last: nothing is ever written through one.
            for entry in archive.entries where entry.kind != .link { try unpack(entry, of: archive, into: files) }
            for entry in archive.entries where entry.kind == .link {
                let target = try read { () throws(ZipError) in try archive.target(of: entry) }
                try doing { () throws(Errno) in
                    try makeParents(of: entry.path, in: files)
                    try HostWriting.replaceLink("\(files)/\(entry.path)", target: target)
                }
            }
            try doing { () throws(Errno) in try HostWriting.rename(draft, to: place) }
        } catch {
            try? HostWriting.removeTree(draft)
            throw error
        }
    }

    private func unpack(_ entry: ZipEntry, of archive: ZipArchive, into files: String) throws(PackageError) {
        let path = "\(files)/\(entry.path)"
        guard case .file(let isExecutable) = entry.kind else {
            return try doing { () throws(Errno) in try HostDirectory.make(path, mode: 0o755) }
        }
        var error: ZipError?
        try doing { () throws(Errno) in
            try makeParents(of: entry.path, in: files)
            let file = try AppendedFile(path, isNew: true)
            error = try archive.unpack(entry) { (piece: [UInt8]) throws(Errno) in try file.append(piece) }
            try HostWriting.setMode(path, isExecutable ? 0o755 : 0o644)
        }
        if let error { throw refusal(error) }
    }

    private func makeParents(of path: String, in files: String) throws(Errno) {
        guard let slash = path.lastIndex(of: "/") else { return }
        try HostDirectory.make("\(files)/\(path[..<slash])", mode: 0o755)
    }

    private func read<Value>(_ body: () throws(ZipError) -> Value) throws(PackageError) -> Value {
        do {
            return try body()
        } catch {
            throw refusal(error)
        }
    }

    private func refusal(_ error: ZipError) -> PackageError {
        let place = error.entry.map { "\(shown)/\($0)" } ?? shown
        return PackageError(file: place, message: error.message, mend: error.mend)
    }
}

// MARK: - Making room

extension PackageUnpacking {
    /// Removes what was cut short, and what nobody uses and nobody has used for long.
    ///
    /// Whoever calls this holds the store's lock; what cannot be removed stays.
    private func removeStale() {
        var kept: [(path: String, time: Int)] = []
        for name in HostDirectory.subdirectories(of: store) {
            let path = "\(store)/\(name)"
            if name.hasPrefix(Self.draftPrefix) {
                try? HostWriting.removeTree(path)
            } else if let time = HostDirectory.changeTime(of: "\(path)/\(Self.lockName)") {
                kept.append((path, time))
            }
        }
        kept.sort { $0.time < $1.time }
        let oldest = Clock.wallSeconds - Self.keptSeconds
        for (index, old) in kept.enumerated() where old.time < oldest || kept.count - index >= Self.keptCount {
            guard let lock = try? FileLock(path: "\(old.path)/\(Self.lockName)") else { continue }
            // Gone at once, and swept by whoever comes next when the removing is cut short.
            let gone = "\(store)/\(Self.draftPrefix)\(Processes.ownNumber)"
            guard (try? HostWriting.rename(old.path, to: gone)) != nil else { continue }
            try? HostWriting.removeTree(gone)
            _ = lock.file.number
        }
    }
}
