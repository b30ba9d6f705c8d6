internal import Batch
internal import Core
internal import Linux
internal import Problems

/// Submissions in a directory: its files and directories, each a submission, or those of its directories that are called
/// as the packages are.
struct DirectorySource: BatchSource {
    private var waiting: [(package: String, id: String, path: String)] = []
    let count: Int?
    /// Nobody says what to expect of them.
    let hasLong = false
    /// How many files a submission may have, and how deep they may lie.
    private static let (mostFiles, deepest) = (1000, 16)

    /// The submissions in `directory` for `packages`.
    ///
    /// - Throws: `Complaint` when it cannot be read, or when it is not clear what its entries are for.
    init(_ directory: String, packages: BatchPackages) throws {
        let base = directory.hasSuffix("/") ? String(directory.dropLast()) : directory
        for package in packages.paths {
            let name = packages.name(of: package)
            var own = "\(base)/\(name)"
            if HostDirectory.kind(of: own) != .directory {
                guard packages.paths.count == 1 else { continue }
                own = base
            }
            for entry in try Self.entries(own) {
                waiting.append((package, "\(name)/\(entry.name)", "\(own)/\(entry.name)"))
            }
        }
        guard !waiting.isEmpty else {
            throw Complaint.badInput(
                "\(directory): there are no submissions for these packages; put them into directories that are called "
                    + "as the packages"
            )
        }
        count = waiting.count
        waiting.reverse()
    }

    private static func entries(_ directory: String) throws(Complaint) -> [HostDirectory.Entry] {
        do {
            return try HostDirectory.entries(of: directory).filter {
                !$0.name.hasPrefix(".") && $0.name != "__pycache__"
            }
        } catch {
            throw .badInput("\(directory): the directory cannot be read (\(error)); check its permissions")
        }
    }

    mutating func next() throws -> BatchItem? {
        guard let item = waiting.popLast() else { return nil }
        do throws(Complaint) {
            // What is empty or binary is judged as its compiler sees it: one of very many must not end them all.
            return BatchItem(id: item.id, package: item.package, files: try Self.files(item.path))
        } catch {
            return BatchItem(id: item.id, package: item.package, files: [], flaw: error.message)
        }
    }

    private static func files(_ path: String) throws(Complaint) -> [Submission.SourceFile] {
        guard HostDirectory.kind(of: path) == .directory else { return try SourceFiles.readAnswers([path]) }
        var files: [Submission.SourceFile] = []
        try collect(path, as: "", depth: 1, into: &files)
        guard !files.isEmpty else { throw .badInput("\(path): the directory is empty; remove it") }
        return files
    }

    /// The files in a directory and those below it, which have its name before theirs.
    private static func collect(
        _ path: String,
        as prefix: String,
        depth: Int,
        into files: inout [Submission.SourceFile]
    ) throws(Complaint) {
        guard depth <= deepest else {
            throw .badInput("\(path): the directories of a submission are more than \(deepest) deep; make them fewer")
        }
        for entry in try entries(path) {
            let inner = "\(path)/\(entry.name)"
            if HostDirectory.kind(of: inner) == .directory {
                try collect(inner, as: "\(prefix)\(entry.name)/", depth: depth + 1, into: &files)
                continue
            }
            guard files.count < mostFiles else {
                throw .badInput("\(path): a submission has more than \(mostFiles) files; leave some out")
            }
            files += try SourceFiles.readAnswers([inner]).map { file in
                Submission.SourceFile(name: prefix + file.name, content: file.content)
            }
        }
    }
}
