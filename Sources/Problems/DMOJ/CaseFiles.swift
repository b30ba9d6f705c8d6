internal import Core
internal import Linux

/// Where the files of a DMOJ problem are: in its directory, and then in its archive.
struct CaseFiles {
    let tree: PackageTree
    /// What the archive unpacks to; nil where there is none, or it cannot be read.
    private(set) var archive: PackageTree?

    /// The files of the problem, with the archive called `name` where there is one.
    init(_ tree: PackageTree, archive name: String?, line: Int?, store: PackageStore?) {
        self.tree = tree
        guard let name else { return }
        guard BoxFile.isAcceptable(path: name), tree.kind(name) == .file, tree.file(name) != nil else {
            tree.findings.report(
                InitFile.path,
                line: line,
                "the archive \(Excerpt.text(name.utf8.prefix(80))) is not there",
                mend: "add it, or correct its name"
            )
            return
        }
        guard let store else {
            tree.findings.report(name, "there is no place to unpack it in", mend: "unzip it, and remove archive")
            return
        }
        do throws(PackageError) {
            let lease = try store.lease(tree.hostPath(name), shownAs: tree.findings.display(name))
            archive = PackageTree(root: lease.files, findings: Findings(directory: lease.shown))
        } catch {
            for issue in error.issues { tree.findings.add(issue) }
        }
    }

    /// The file that is called `name` in `init.yml`; nil, and an issue, where there is none.
    func file(_ name: String, line: Int) -> PackageFile? {
        guard BoxFile.isAcceptable(path: name) else {
            tree.findings.report(
                InitFile.path,
                line: line,
                "\"\(Excerpt.text(name.utf8.prefix(80)))\" is no name of a file in the package",
                mend: "write a relative path without .."
            )
            return nil
        }
        if tree.kind(name) == .file { return tree.file(name) }
        if let archive, archive.kind(name) == .file {
            let file = archive.file(name)
            for issue in archive.findings.issues { tree.findings.add(issue) }
            return file
        }
        tree.findings.report(
            InitFile.path,
            line: line,
            "there is no file \(Excerpt.text(name.utf8.prefix(80)))",
            mend: archive == nil ? "add it" : "add it to the directory or the archive"
        )
        return nil
    }
}
