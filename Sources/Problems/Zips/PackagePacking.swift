internal import Archives
internal import Core
internal import Linux

/// Packs a package into one zip file, by which it travels: the same files always give the same bytes.
///
/// What judging never needs stays behind: hidden files, and the package's own submissions. Links within the package are
/// followed.
public struct PackagePacking {
    private let tree: PackageTree
    private let path: String

    /// Packs the package in `directory` into the new file `path`.
    ///
    /// - Throws: `PackageError` when a file cannot be read, leaves the package, or is too large, and when the zip file
    ///   cannot be written.
    public static func pack(_ directory: String, into path: String) throws(PackageError) {
        guard let root = HostDirectory.resolve(directory) else {
            throw PackageError(file: directory, message: "there is no such directory", mend: "check the path")
        }
        let tree = PackageTree(root: root, findings: Findings(directory: directory))
        try PackagePacking(tree: tree, path: path).pack()
    }

    private func pack() throws(PackageError) {
        let files = self.files
        try tree.findings.check()
        let zip: AppendedFile
        do {
            zip = try AppendedFile(path, isNew: true)
        } catch {
            throw unwritable(error)
        }
        var writer = ZipWriter()
        for (name, file) in files {
            let header: [UInt8]
            do {
                let isExecutable = HostDirectory.isExecutable(file.path)
                header = try writer.begin(name, isExecutable: isExecutable, content: file)
            } catch {
                throw PackageError(file: tree.findings.display(name), message: error.message, mend: error.mend)
            }
            try append(header, to: zip)
            try copy(file, named: name, to: zip)
        }
        try append(writer.finish(), to: zip)
    }

    /// The files that travel, by their paths.
    private var files: [(String, PackageFile)] {
        var paths = tree.paths(below: "")
        // In DMOJ's form every file belongs to what is judged by.
        if tree.kind(Metadata.path) != nil { paths.removeAll { $0.hasPrefix("submissions/") } }
        if tree.kind(".timelimit") == .file { paths.append(".timelimit") }
        return paths.filter { tree.kind($0) == .file }.compactMap { path in tree.file(path).map { (path, $0) } }
    }

    private func copy(_ file: PackageFile, named name: String, to zip: AppendedFile) throws(PackageError) {
        var offset = 0
        while offset < file.byteCount {
            let piece: [UInt8]
            do {
                piece = try file.read(from: offset, upTo: 1 << 18)
            } catch {
                throw PackageError(
                    file: tree.findings.display(name),
                    message: error.description,
                    mend: "check the file"
                )
            }
            guard !piece.isEmpty else {
                let message = "it became shorter while it was read"
                throw PackageError(file: tree.findings.display(name), message: message, mend: "try again")
            }
            try append(piece, to: zip)
            offset += piece.count
        }
    }

    private func append(_ bytes: [UInt8], to zip: AppendedFile) throws(PackageError) {
        do {
            try zip.append(bytes)
        } catch {
            throw unwritable(error)
        }
    }

    private func unwritable(_ error: Errno) -> PackageError {
        let mend = error == .noSpace ? "make room there" : "check its permissions, or set ASSAY_STATE"
        return PackageError(file: path, message: "the package cannot be packed into it: \(error)", mend: mend)
    }
}
