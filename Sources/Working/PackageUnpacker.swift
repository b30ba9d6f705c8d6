internal import Archives
internal import Core
internal import Linux

/// Unpacks a fetched package, checked as a whole before its first byte is written.
struct PackageUnpacker {
    /// What it is called in messages.
    let shown: String

    /// Unpacks the zip file into the new directory `files`.
    func unpack(_ zip: String, into files: String) throws(JudgingFailure) {
        var file: HostFile?
        try doing { () throws(Errno) in
            file = try HostFile(path: zip)
            try HostDirectory.make(files)
        }
        guard let file else { return }
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
    }

    private func unpack(_ entry: ZipEntry, of archive: ZipArchive, into files: String) throws(JudgingFailure) {
        let path = "\(files)/\(entry.path)"
        guard case .file(let isExecutable) = entry.kind else {
            return try doing { () throws(Errno) in try HostDirectory.make(path) }
        }
        var error: ZipError?
        try doing { () throws(Errno) in
            try makeParents(of: entry.path, in: files)
            let file = try AppendedFile(path, isNew: true)
            error = try archive.unpack(entry) { (piece: [UInt8]) throws(Errno) in try file.append(piece) }
            try HostWriting.setMode(path, isExecutable ? 0o555 : 0o444)
        }
        if let error { throw refusal(error) }
    }

    private func makeParents(of path: String, in files: String) throws(Errno) {
        guard let slash = path.lastIndex(of: "/") else { return }
        try HostDirectory.make("\(files)/\(path[..<slash])")
    }

    private func read<Value>(_ body: () throws(ZipError) -> Value) throws(JudgingFailure) -> Value {
        do {
            return try body()
        } catch {
            throw refusal(error)
        }
    }

    private func refusal(_ error: ZipError) -> JudgingFailure { .refused("\(shown): \(error)") }

    private func doing(_ body: () throws(Errno) -> Void) throws(JudgingFailure) {
        do {
            try body()
        } catch {
            throw .machinery(ExecutorFailure(operation: "unpack a package", subject: shown, cause: "\(error)"))
        }
    }
}

/// Directories that nobody writes to any more, not even by mistake.
enum ReadOnlyTree {
    /// Takes away the right to write to the directory and those below it.
    static func close(_ path: String) { setMode(path, 0o500, isDownwards: false) }

    /// Removes the directory with all that is in it.
    static func remove(_ path: String) {
        setMode(path, 0o700, isDownwards: true)
        try? HostWriting.removeTree(path)
    }

    private static func setMode(_ path: String, _ mode: UInt32, isDownwards: Bool) {
        // What lies below a closed directory can be reached all the same, but not before it may be read.
        if isDownwards { try? HostWriting.setMode(path, mode) }
        for name in HostDirectory.subdirectories(of: path) {
            setMode("\(path)/\(name)", mode, isDownwards: isDownwards)
        }
        if !isDownwards { try? HostWriting.setMode(path, mode) }
    }
}
