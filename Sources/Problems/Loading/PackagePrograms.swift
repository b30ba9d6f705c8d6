internal import Core
internal import Linux

/// Finds the programs that a package brings for its own use: validators and graders.
struct PackagePrograms {
    /// What a program is for, in messages.
    enum Purpose: String {
        case outputValidator = "output validator"
        case inputValidator = "input validator"
        case staticValidator = "static validator"
        case grader
    }

    let tree: PackageTree
    let constants: Constants

    /// Every file and every directory of `directory` is a program, but for headers, which all of the files share.
    ///
    /// Directories without a source are left out, with a note, where there is another program; `hasOthers` says that there
    /// is one of another kind.
    ///
    /// - Returns: none, and an issue, where there is no source.
    func all(in directory: String, _ purpose: Purpose, hasOthers: Bool = false) -> [PackageProgram] {
        guard tree.kind(directory) == .directory else {
            tree.findings.report(directory, "there is no \(purpose.rawValue)", mend: "add one")
            return []
        }
        let before = tree.findings.issues.count
        let entries = tree.entries(directory)
        let headers = entries.filter { $0.kind != .directory && SourceKind($0.name) == .header }
        let shared = headers.compactMap { boxFile("\(directory)/\($0.name)", as: $0.name) }
        var programs: [PackageProgram] = []
        var empty: [String] = []
        for entry in entries {
            let path = "\(directory)/\(entry.name)"
            if entry.kind == .directory {
                let files = tree.boxFiles(below: path, constants: constants)
                if files.contains(where: { PackagePrograms.isSource($0.path) }) {
                    program(path, files, purpose).map { programs.append($0) }
                } else {
                    empty.append(path)
                }
            } else if let kind = SourceKind(entry.name), kind != .header, let file = boxFile(path, as: entry.name) {
                program(path, kind == .python ? [file] : [file] + shared, purpose).map { programs.append($0) }
            }
        }
        if !programs.isEmpty || hasOthers {
            for path in empty { tree.findings.note(path, "ignored; there is no source of a program in this directory") }
        } else if tree.findings.issues.count == before {
            for path in empty.isEmpty ? [directory] : empty { reportNoSource(path, purpose) }
        }
        return programs
    }

    /// Whether a file of that name makes a program of what it is in.
    private static func isSource(_ name: String) -> Bool {
        if name == "build" || name == "run" { return true }
        return SourceKind(name).map { $0 != .header } ?? false
    }

    /// The directory is the program, or has it as its one entry.
    func one(in directory: String, _ purpose: Purpose) -> PackageProgram? {
        var directory = directory
        let entries = tree.entries(directory)
        if entries.count == 1, let only = entries.first, only.kind == .directory { directory += "/\(only.name)" }
        return program(directory, tree.boxFiles(below: directory, constants: constants), purpose)
    }

    private func boxFile(_ path: String, as name: String) -> BoxFile? {
        tree.boxFile(path, as: name, constants: constants)
    }

    private func program(_ path: String, _ files: [BoxFile], _ purpose: Purpose) -> PackageProgram? {
        let names = files.map(\.path)
        let hasBuild = names.contains("build")
        if hasBuild || names.contains("run") {
            for script in files where ["build", "run"].contains(script.path) && !script.isExecutable {
                tree.findings.fault(
                    "\(path)/\(script.path)",
                    "this script cannot be started, since it is not executable",
                    mend: "run chmod +x on it"
                )
            }
            return PackageProgram(name: path, kind: .scripts(hasBuild: hasBuild), files: files)
        }
        let kinds = Set(names.compactMap { SourceKind($0) })
        if kinds.contains(.cpp) { return PackageProgram(name: path, kind: .cpp, files: files) }
        if kinds.contains(.c) { return PackageProgram(name: path, kind: .c, files: files) }
        if kinds.contains(.python) {
            let scripts = names.filter { SourceKind($0) == .python }
            if let main = scripts.contains("__main__.py") ? "__main__.py" : scripts.count == 1 ? scripts.first : nil {
                return PackageProgram(name: path, kind: .python(main: main), files: files)
            }
            tree.findings.report(
                path,
                "the \(purpose.rawValue) has several Python files and none to start with",
                mend: "call that one __main__.py"
            )
            return nil
        }
        reportNoSource(path, purpose)
        return nil
    }

    private func reportNoSource(_ path: String, _ purpose: Purpose) {
        tree.findings.report(
            path,
            "there is no source of \(purpose == .grader ? "a" : "an") \(purpose.rawValue)",
            mend: "add a C, C++ or Python 3 file, or a directory with them or with the scripts build and run"
        )
    }
}

/// What a file of a program is, by its ending.
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
