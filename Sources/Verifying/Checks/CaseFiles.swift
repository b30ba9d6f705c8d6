internal import Linux
internal import Problems

/// The files of the cases in one directory, by the cases' names.
struct CaseFiles {
    /// The endings of each case that are there, as in `in` and `in.statement`.
    private(set) var endings: [String: Set<String>] = [:]
    /// The names of files that belong to no case.
    private(set) var strays: [String] = []
    /// The names of directories that are no files of a case.
    private(set) var directories: [String] = []

    /// Endings of pictures.
    static let images: Set = ["png", "jpg", "jpeg", "svg"]

    /// The endings that a case's files may have, longer ones first.
    static func known(_ format: Problem.Format) -> [String] {
        switch format {
        case .legacy: ["interaction", "hint", "desc", "jpeg", "ans", "png", "jpg", "svg", "in"]
        case .y2025_09: newer
        default: newer + ["hint", "desc"]
        }
    }

    private static let newer = [
        "in.statement", "ans.statement", "in.download", "ans.download", "interaction", "files", "yaml", "jpeg", "ans",
        "out", "png", "jpg", "svg", "in",
    ]

    /// What is in `entries`.
    init(_ entries: [HostDirectory.Entry], format: Problem.Format) {
        let settings = ["testdata.yaml", "test_group.yaml"]
        for entry in entries where !settings.contains(entry.name) {
            let found = CaseFiles.known(format).first { entry.name.hasSuffix("." + $0) }
            let isFiles = found == "files"
            if entry.kind == .directory,
                !isFiles || !entries.contains(where: { $0.name == base(entry.name, "files") + ".in" })
            {
                directories.append(entry.name)
            } else if let found, isFiles == (entry.kind == .directory) {
                endings[base(entry.name, found), default: []].insert(found)
            } else {
                strays.append(entry.name)
            }
        }
    }

    /// The name of a file without its ending.
    private func base(_ name: String, _ ending: String) -> String { String(name.dropLast(ending.utf8.count + 1)) }
}
