internal import Batch
internal import Core
internal import Linux
internal import Problems

/// Submissions in a directory: its files and directories, each a submission, or those of its directories that are called
/// as the packages are.
struct DirectorySource: BatchSource {
    private var waiting: [(package: String, id: String, path: String)] = []
    let count: Int?

    /// The submissions in `directory` for `packages`.
    ///
    /// - Throws: `Complaint` when it cannot be read, or when it is not clear what its entries are for.
    init(_ directory: String, packages: [String]) throws {
        let base = directory.hasSuffix("/") ? String(directory.dropLast()) : directory
        for package in packages {
            let name = String(package.split(separator: "/").last ?? "")
            var own = "\(base)/\(name)"
            if HostDirectory.kind(of: own) != .directory {
                guard packages.count == 1 else { continue }
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

    private static func entries(_ directory: String) throws -> [HostDirectory.Entry] {
        do {
            return try HostDirectory.entries(of: directory).filter { !$0.name.hasPrefix(".") }
        } catch {
            throw Complaint.badInput("\(directory): the directory cannot be read (\(error)); check its permissions")
        }
    }

    mutating func next() throws -> BatchItem? {
        guard let item = waiting.popLast() else { return nil }
        let isDirectory = HostDirectory.kind(of: item.path) == .directory
        let paths = isDirectory ? try Self.entries(item.path).map { "\(item.path)/\($0.name)" } : [item.path]
        guard !paths.isEmpty else { throw Complaint.badInput("\(item.path): the directory is empty; remove it") }
        return BatchItem(id: item.id, package: item.package, files: try SourceFiles.read(paths))
    }
}
