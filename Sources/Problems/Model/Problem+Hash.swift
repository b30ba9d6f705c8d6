internal import Core
internal import Digest
internal import Linux

extension Problem {
    private static let judgingParts = [
        "data", "include", "output_validator", "output_validators", "static_validator", "graders",
    ]

    /// The SHA-256, in hexadecimal, of everything in the package that judging depends on.
    ///
    /// It reads all test data, so call it once and only where it is needed.
    ///
    /// - Throws: `PackageError` when a file cannot be read.
    public func packageHash() throws(PackageError) -> String {
        let findings = Findings(directory: directory)
        let tree = PackageTree(root: directory, findings: findings)
        var paths: [String] = []
        for file in [Metadata.path, ".timelimit", "domjudge-problem.ini"] where tree.kind(file) != nil {
            paths.append(file)
        }
        for part in Self.judgingParts where tree.kind(part) == .directory {
            paths += tree.paths(below: part).map { "\(part)/\($0)" }
        }
        if tree.kind(Metadata.path) == nil { paths = tree.paths(below: "").filter { tree.kind($0) == .file } }
        paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }

        var hash = SHA256()
        hash.update(field: "problem package, judging files, 1")
        for path in paths {
            guard let file = tree.file(path) else { continue }
            hash.update(field: path)
            hash.update(field: HostDirectory.isExecutable(file.path) ? "x" : "-")
            hash.update(field: "\(file.byteCount)")
            do throws(ByteSourceFailure) {
                try file.forEachPiece { hash.update($0) }
            } catch {
                findings.report(path, error.description)
            }
        }
        try findings.check()
        return hash.finish()
    }
}

extension PackageFile {
    /// Gives all bytes to `body`, in pieces of which one at a time is in memory.
    fileprivate func forEachPiece(_ body: ([UInt8]) -> Void) throws(ByteSourceFailure) {
        var offset = 0
        while offset < byteCount {
            let piece = try read(from: offset, upTo: 1 << 18)
            if piece.isEmpty { throw ByteSourceFailure("\(path) ended early") }
            body(piece)
            offset += piece.count
        }
    }
}
