internal import Core
internal import Linux
internal import YAML

/// A package's files, by paths below its directory.
///
/// Nothing outside the package is ever opened through it.
struct PackageTree {
    /// A directory in a directory in a directory is fine; a symbolic link to a directory above would never end.
    static let maximumDepth = 16

    /// How many names are looked at in all; links that lead in circles show one name again and again.
    static let maximumEntries = 500_000

    /// The package's directory, without symbolic links.
    let root: String
    let findings: Findings
    private let seen = Seen()

    /// The package in the directory `root`.
    init(root: String, findings: Findings) {
        self.root = root
        self.findings = findings
    }

    /// What was looked at before.
    private final class Seen {
        /// How many names there were in directories.
        var entries = 0
        /// The directories, and whether they are in the package.
        var directories: [String: Bool] = [:]
    }

    /// The host's path of a path below the package.
    func hostPath(_ path: String) -> String { path.isEmpty ? root : "\(root)/\(path)" }

    /// What is at `path`; nil where nothing is.
    func kind(_ path: String) -> HostDirectory.Kind? { HostDirectory.kind(of: hostPath(path)) }

    /// The names in a directory, sorted by their bytes, without hidden ones and what Python leaves behind; none where it cannot be read.
    func entries(_ path: String) -> [HostDirectory.Entry] {
        guard isInside(path) else { return [] }
        do throws(Errno) {
            let entries = try HostDirectory.entries(
                of: hostPath(path),
                limit: PackageTree.maximumEntries - seen.entries
            )
            seen.entries += entries.count
            return entries.filter { entry in
                isUsable(entry.name, in: path) && !(entry.kind == .directory && entry.name == "__pycache__")
            }
        } catch .tooLarge {
            if seen.entries < PackageTree.maximumEntries {
                findings.report(
                    path,
                    "the package has more than \(PackageTree.maximumEntries) files",
                    mend: "remove some, or look for a symbolic link to a directory above"
                )
            }
            seen.entries = PackageTree.maximumEntries
            return []
        } catch .notDirectory {
            findings.report(path, "this is no directory", mend: "put one in its place")
            return []
        } catch {
            findings.report(path, "the directory cannot be read (\(error))", mend: "check its permissions")
            return []
        }
    }

    private func isUsable(_ name: String, in directory: String) -> Bool {
        if name.hasPrefix(".") { return false }
        if BoxFile.isAcceptable(path: name) { return true }
        findings.report("\(directory)/\(name)", "the file name has control characters", mend: "rename it")
        return false
    }

    /// The file at `path`, not opened; nil, and an issue, where it cannot be used.
    func file(_ path: String) -> PackageFile? {
        guard isInside(path) else { return nil }
        do throws(Errno) {
            let size = try HostFile(path: hostPath(path)).byteCount
            return PackageFile(path: hostPath(path), byteCount: size)
        } catch {
            report(path, error)
            return nil
        }
    }

    /// The whole of a file that describes something; nil, and an issue, where it cannot be read.
    func bytes(_ path: String) -> [UInt8]? {
        guard isInside(path) else { return nil }
        do throws(Errno) {
            return try HostFile.read(hostPath(path))
        } catch {
            report(path, error)
            return nil
        }
    }

    /// The mapping in a YAML file, with constants replaced; nil where the file is empty or, with an issue, wrong.
    func section(_ path: String, constants: Constants = Constants()) -> Section? {
        guard let bytes = bytes(path) else { return nil }
        do throws(YAMLError) {
            guard let node = try YAML.parse(constants.replaced(in: bytes), file: path), !node.isNull else { return nil }
            return Section(node, name: "the file", path: path, findings: findings)
        } catch {
            let mend = error.message.contains(";") ? "" : "correct the YAML there"
            findings.report(path, line: error.line, "column \(error.column): \(error.message)", mend: mend)
            return nil
        }
    }

    private func report(_ path: String, _ error: Errno) {
        switch error {
        case .missing: findings.report(path, "there is no such file", mend: "add it")
        case .isDirectory: findings.report(path, "this is a directory, and a file is needed", mend: "replace it")
        case .invalid: findings.report(path, "this is no regular file", mend: "replace it")
        case .tooLarge: findings.report(path, "the file is larger than 16 MiB", mend: "make it smaller")
        default: findings.report(path, "the file cannot be read (\(error))", mend: "check its permissions")
        }
    }

    /// Whether `path` stays in the package, whatever parts of it are symbolic links; else an issue, one for each link.
    private func isInside(_ path: String) -> Bool {
        if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
            let parent = String(path[..<slash])
            let isKnown = seen.directories[parent]
            let isParentInside = isKnown ?? isInside(parent)
            if isKnown == nil { seen.directories[parent] = isParentInside }
            guard isParentInside else { return false }
        }
        guard let target = HostDirectory.target(ofLink: hostPath(path)) else { return true }
        guard let resolved = HostDirectory.resolve(hostPath(path)) else {
            findings.report(path, "this symbolic link leads to \(target), where nothing is", mend: "mend or remove it")
            return false
        }
        if resolved == root || resolved.hasPrefix(root + "/") { return true }
        findings.report(path, "this symbolic link leaves the package", mend: "put a copy in its place")
        return false
    }
}

// MARK: - Whole directories

extension PackageTree {
    /// The paths of all files below a directory, relative to it and sorted by their bytes.
    func paths(below directory: String) -> [String] {
        var paths: [String] = []
        collect(directory, prefix: "", depth: 0, into: &paths)
        return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func collect(_ directory: String, prefix: String, depth: Int, into paths: inout [String]) {
        guard depth <= PackageTree.maximumDepth else {
            findings.report(
                directory,
                "directories are nested more than \(PackageTree.maximumDepth) deep",
                mend: "look for a symbolic link to a directory above"
            )
            return
        }
        for entry in entries(directory) {
            if entry.kind == .directory {
                let inner = directory.isEmpty ? entry.name : "\(directory)/\(entry.name)"
                collect(inner, prefix: "\(prefix)\(entry.name)/", depth: depth + 1, into: &paths)
            } else {
                paths.append(prefix + entry.name)
            }
        }
    }

    /// The files below a directory, with paths relative to it.
    func boxFiles(below directory: String, constants: Constants = Constants()) -> [BoxFile] {
        paths(below: directory).compactMap { boxFile("\(directory)/\($0)", as: $0, constants: constants) }
    }

    /// One file, to be put into a box as `name`.
    func boxFile(_ path: String, as name: String, constants: Constants = Constants()) -> BoxFile? {
        guard BoxFile.isAcceptable(path: name) else {
            findings.report(path, "the path is too long for a box", mend: "use shorter names")
            return nil
        }
        let isExecutable = HostDirectory.isExecutable(hostPath(path))
        if constants.isEmpty {
            return file(path).map { BoxFile(path: name, content: $0, isExecutable: isExecutable) }
        }
        return bytes(path).map {
            BoxFile(path: name, content: MemoryBytes(constants.replaced(in: $0)), isExecutable: isExecutable)
        }
    }
}
