internal import Core
internal import Linux

/// Finds a package's own output validators.
struct ValidatorPrograms {
    private let tree: PackageTree
    private let constants: Constants
    private(set) var programs: [ValidatorProgram] = []
    private(set) var unsupported: [String] = []

    init(_ tree: PackageTree, _ constants: Constants) {
        self.tree = tree
        self.constants = constants
    }

    // MARK: Legacy: every file and every directory is a program

    mutating func readLegacy() {
        let directory = "output_validators"
        guard tree.kind(directory) == .directory else {
            tree.findings.report(
                directory,
                "validation is custom, and there is no output validator",
                mend: "add one, or write \"validation: default\""
            )
            return
        }
        let entries = tree.entries(directory)
        let headers = entries.filter { $0.kind != .directory && SourceKind($0.name) == .header }
        let shared = headers.compactMap { boxFile("\(directory)/\($0.name)", as: $0.name) }
        for entry in entries {
            let path = "\(directory)/\(entry.name)"
            if entry.kind == .directory {
                add(path, tree.boxFiles(below: path, constants: constants))
            } else if let kind = SourceKind(entry.name), kind != .header, let file = boxFile(path, as: entry.name) {
                add(path, kind == .python ? [file] : [file] + shared)
            }
        }
        if programs.isEmpty && unsupported.isEmpty && tree.findings.issues.isEmpty {
            reportNoSource(directory)
        }
    }

    // MARK: 2025-09: the directory is the program, or has it as its one entry

    mutating func readNewer() {
        var directory = "output_validator"
        let entries = tree.entries(directory)
        if entries.count == 1, let only = entries.first, only.kind == .directory { directory += "/\(only.name)" }
        add(directory, tree.boxFiles(below: directory, constants: constants))
    }

    private func boxFile(_ path: String, as name: String) -> BoxFile? {
        tree.boxFile(path, as: name, constants: constants)
    }

    private mutating func add(_ path: String, _ files: [BoxFile]) {
        let names = files.map(\.path)
        if names.contains("build") || names.contains("run") {
            unsupported.append("the build and run scripts of \(path)")
            return
        }
        let kinds = Set(names.compactMap { SourceKind($0) })
        if kinds.contains(.cpp) {
            programs.append(ValidatorProgram(name: path, kind: .cpp, files: files))
        } else if kinds.contains(.c) {
            programs.append(ValidatorProgram(name: path, kind: .c, files: files))
        } else if kinds.contains(.python) {
            let scripts = names.filter { SourceKind($0) == .python }
            if let main = scripts.contains("__main__.py") ? "__main__.py" : scripts.count == 1 ? scripts.first : nil {
                programs.append(ValidatorProgram(name: path, kind: .python(main: main), files: files))
            } else {
                tree.findings.report(
                    path,
                    "the output validator has several Python files and none to start with",
                    mend: "call that one __main__.py"
                )
            }
        } else {
            reportNoSource(path)
        }
    }

    private func reportNoSource(_ path: String) {
        tree.findings.report(
            path,
            "there is no source of an output validator",
            mend: "add a C, C++ or Python 3 file, or a directory with them"
        )
    }
}

/// What a file of a validator is, by its ending.
private enum SourceKind {
    case c, cpp, header, python

    init?(_ name: String) {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        switch name[name.index(after: dot)...] {
        case "c": self = .c
        case "cc", "cpp", "cxx", "c++", "C": self = .cpp
        case "h", "hh", "hpp", "hxx": self = .header
        case "py", "py3": self = .python
        default: return nil
        }
    }
}
