import Core
import Linux

extension RootStore {
    /// Packs `version` into the file `path`, for other hosts, with its SHA-256 in a file `<path>.sha256`.
    ///
    /// - Parameters:
    ///   - version: What to pack.
    ///   - path: A file that is not there, whose name ends in `.tar.zst` or `.squashfs`.
    ///   - stop: A descriptor; as soon as it can be read, or its other end is closed, it is called off.
    /// - Returns: The digest.
    /// - Throws: `RootError`; then there is no such file.
    @available(*, noasync, message: "this blocks the thread")
    public func export(_ version: Version, to path: String, stop: CInt) throws(RootError) -> String {
        let format = try ArchiveFormat(fileName: path)
        for file in [path, ArchiveDigest.file(beside: path)] where HostDirectory.kind(of: file) != nil {
            throw .badInput("\(file) is there already; remove it, or give another name")
        }
        // Nobody removes it while it is read.
        guard let use = try use(version) else { throw .failure("\(version.manifest.name) has just been removed") }
        let temporary = "\(path).\(Processes.ownNumber)\(format.suffix)"
        do {
            let call = try format.packing(version.directory, into: temporary)
            try Self.run(call, "packing \(use.reference)", stop: stop)
            let digest = try ArchiveDigest.of(temporary, stop: stop)
            try RootError.doing("write", path) { () throws(Errno) in
                let line = ArchiveDigest.line(digest, archive: path)
                try HostWriting.makeFile(ArchiveDigest.file(beside: path), mode: 0o644).write(Array(line.utf8))
                try HostWriting.rename(temporary, to: path)
            }
            return digest
        } catch {
            try? HostWriting.removeFile(temporary)
            throw error
        }
    }

    private func use(_ version: Version) throws(RootError) -> PreparedRoot? {
        let manifest = version.manifest
        return try RootError.doing("open", version.directory) { () throws(Errno) in
            try PreparedRoot(name: manifest.name, version: manifest.version, directory: version.directory)
        }
    }

    /// Unpacks a file that `export` has made, after its digest has been found to be right; the version is the current one
    /// from then on.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - digest: Its SHA-256 in hexadecimal; nil for the one in the file `<path>.sha256`.
    ///   - stop: A descriptor; as soon as it can be read, or its other end is closed, it is called off.
    /// - Returns: What was in it.
    /// - Throws: `RootError`; then nothing of it is here.
    @available(*, noasync, message: "this blocks the thread")
    public func importArchive(_ path: String, digest: String?, stop: CInt) throws(RootError) -> Manifest {
        let format = try ArchiveFormat(fileName: path)
        guard HostDirectory.kind(of: path) == .file else { throw .badInput("\(path): there is no such file") }
        let expected = try Self.expectedDigest(of: path, given: digest)
        let change = try StoreChange.begin(self)
        let work = try change.draft()
        do throws(RootError) {
            // What is unpacked is what was looked at: others may write to the file itself, or put another in its place.
            let copy = work + "/archive" + format.suffix
            let found = try ArchiveDigest.of(path, copiedTo: copy, stop: stop)
            guard found == expected else {
                throw RootError.badInput(
                    "\(path) is not what was exported: its SHA-256 is \(found), not \(expected); copy the file again"
                )
            }
            let draft = work + "/root"
            try RootError.doing("make", draft) { () throws(Errno) in
                try HostWriting.makeDirectory(draft, mode: 0o755)
            }
            try Self.run(try format.unpacking(copy, into: draft), "unpacking \(path)", stop: stop)
            let manifest = try Self.checkedManifest(of: draft, archive: path)
            // Boxes are safe from what it brings; the host has users, too.
            let files = draft + "/" + Manifest.filesName
            _ = try RootError.doing("look through", files) { () throws(Errno) in try Finishing.tame(files) }
            try change.commit(draft, manifest)
            try? HostWriting.removeTree(work)
            return manifest
        } catch {
            try? HostWriting.removeTree(work)
            throw error
        }
    }

    private static func expectedDigest(of path: String, given: String?) throws(RootError) -> String {
        if let given {
            guard let digest = ArchiveDigest.parse(given) else {
                throw .badInput("--digest \(given) is no SHA-256; give its 64 hexadecimal digits")
            }
            return digest
        }
        let file = ArchiveDigest.file(beside: path)
        let bytes = (try? HostFile.read(file, limit: .kibibytes(64))) ?? []
        guard let digest = ArchiveDigest.parse(String(decoding: bytes, as: UTF8.self)) else {
            throw .badInput(
                "\(path): there is no digest of it in \(file); copy that file, too, or give --digest SHA256"
            )
        }
        return digest
    }

    private static func checkedManifest(of draft: String, archive: String) throws(RootError) -> Manifest {
        let expected = Set([Manifest.fileName, Manifest.packagesName, Manifest.filesName])
        let names = try RootError.doing("list", draft) { () throws(Errno) in
            try HostDirectory.entries(of: draft).map(\.name)
        }
        let files = draft + "/" + Manifest.filesName
        let isPlain = names.allSatisfy { HostDirectory.target(ofLink: draft + "/" + $0) == nil }
        guard Set(names) == expected, isPlain, HostDirectory.kind(of: files) == .directory else {
            throw .badInput("\(archive) holds no root; only what assay roots export has made can be imported")
        }
        let manifest = try Manifest(directory: draft)
        guard manifest.architecture == Processes.architecture else {
            throw .badInput("\(archive) is for \(manifest.architecture), and this machine is \(Processes.architecture)")
        }
        return manifest
    }

    @available(*, noasync, message: "this blocks the thread")
    private static func run(_ call: HostTool.Call, _ what: String, stop: CInt) throws(RootError) {
        var listener = BuildListener()
        let end: ChildProcess.End?
        do {
            end = try HostTool.run(call, stop: stop) { _ = listener.take($0) }
        } catch {
            throw .failure("could not run \(call.program): \(error)")
        }
        guard let end else { throw .cancelled }
        guard end == .exited(0) else { throw .failure("\(what) failed: \(listener.reason)") }
    }
}
