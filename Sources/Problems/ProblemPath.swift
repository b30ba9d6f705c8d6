internal import Linux

/// Finding a package by what was written on a command line.
public enum ProblemPath {
    /// The directories in which names are looked up: those of `$ASSAY_PROBLEMS`, separated by colons, then `./Problems`,
    /// then `shareDirectory`, the installed packages.
    public static func searchPath(environment: [String: String], shareDirectory: String?) -> [String] {
        let stated = environment["ASSAY_PROBLEMS"]?.split(separator: ":").map(String.init) ?? []
        return stated + ["./Problems"] + (shareDirectory.map { [$0] } ?? [])
    }

    /// The directory of the package that `problem` names, a path or a name.
    ///
    /// What is a directory as it is written is taken for that, and only then for a name in one of `directories`.
    ///
    /// - Throws: `PackageError` when there is none; it names near ones.
    public static func find(_ problem: String, in directories: [String]) throws(PackageError) -> String {
        let shown = Excerpt.text(Array(problem.utf8))
        if problem.isEmpty || problem.utf8.contains(0) {
            throw PackageError(
                file: shown,
                message: "this names no problem",
                mend: "give a package's directory or name"
            )
        }
        let isPath = problem.contains("/") || problem == "." || problem == ".."
        switch HostDirectory.kind(of: problem) {
        case .directory? where isPath || HostDirectory.kind(of: problem + "/problem.yaml") != nil: return problem
        case .file? where isPath || problem.contains("."): throw file(problem, shown)
        default: break
        }
        if isPath {
            throw PackageError(file: shown, message: "there is no such directory", mend: near(path: problem))
        }
        for directory in directories where HostDirectory.kind(of: "\(directory)/\(problem)/problem.yaml") != nil {
            return "\(directory)/\(problem)"
        }
        let names = directories.flatMap { packages(in: $0) }
        let places = directories.isEmpty ? "" : " in " + directories.joined(separator: ", ")
        throw PackageError(
            file: shown,
            message: "there is no problem of this name\(places)",
            mend: suggestion(problem, among: names) ?? "give a package's directory, or set ASSAY_PROBLEMS"
        )
    }

    private static func file(_ path: String, _ shown: String) -> PackageError {
        if [".zip", ".kpp"].contains(where: path.lowercased().hasSuffix) {
            return PackageError(file: shown, message: "packages in zip files are not read yet", mend: "unzip it")
        }
        return PackageError(file: shown, message: "this is a file", mend: "give the directory of the package")
    }

    private static func near(path: String) -> String {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false)
        while parts.last?.isEmpty == true { parts.removeLast() }
        guard let name = parts.popLast() else { return "check the path" }
        let directory = parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/")
        return suggestion(String(name), among: packages(in: directory)) ?? "check the path"
    }

    private static func suggestion(_ name: String, among names: [String]) -> String? {
        let near = NearNames.of(name, among: names)
        return near.isEmpty ? nil : "did you mean \(near.joined(separator: " or "))?"
    }

    private static func packages(in directory: String) -> [String] {
        let entries = (try? HostDirectory.entries(of: directory)) ?? []
        return entries.filter { entry in
            entry.kind == .directory && !entry.name.hasPrefix(".")
                && HostDirectory.kind(of: "\(directory)/\(entry.name)/problem.yaml") != nil
        }.map(\.name)
    }
}
