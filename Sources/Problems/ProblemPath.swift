internal import Linux

/// Finding a package by what was written on a command line.
public enum ProblemPath {
    /// The directories in which names are looked up: those of `$ASSAY_PROBLEMS`, separated by colons, then `./Problems`,
    /// then `shareDirectory`, the installed packages.
    public static func searchPath(environment: [String: String], shareDirectory: String?) -> [String] {
        let stated = environment["ASSAY_PROBLEMS"]?.split(separator: ":").map(String.init) ?? []
        return stated + ["./Problems"] + (shareDirectory.map { [$0] } ?? [])
    }

    /// The directory of the package that `problem` names, a path or a name; a zip file is unpacked into `store`.
    ///
    /// What is a directory or zip file as it is written is taken for that, and only then for a name in one of
    /// `directories`.
    ///
    /// - Throws: `PackageError` when there is none; it names near ones.
    public static func find(
        _ problem: String,
        in directories: [String],
        store: PackageStore? = nil
    ) throws(PackageError) -> String {
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
        case .directory? where isPath || ProblemLoader.isPackage(problem): return problem
        case .file? where isPath || problem.contains("."): return try file(problem, shown, store)
        default: break
        }
        if isPath {
            let what = PackageStore.isPackage(fileName: problem) ? "file" : "directory"
            throw PackageError(file: shown, message: "there is no such \(what)", mend: near(path: problem))
        }
        for directory in directories {
            let path = "\(directory)/\(problem)"
            if ProblemLoader.isPackage(path) { return path }
            for file in PackageStore.endings.map({ path + $0 }) where HostDirectory.kind(of: file) == .file {
                return try self.file(file, Excerpt.text(Array(file.utf8)), store)
            }
        }
        let names = directories.flatMap { packages(in: $0) }
        let places = directories.isEmpty ? "" : " in " + directories.joined(separator: ", ")
        throw PackageError(
            file: shown,
            message: "there is no problem of this name\(places)",
            mend: suggestion(problem, among: names) ?? "give a package's directory, or set ASSAY_PROBLEMS"
        )
    }

    private static func file(
        _ path: String,
        _ shown: String,
        _ store: PackageStore?
    ) throws(PackageError) -> String {
        guard PackageStore.isPackage(fileName: path) else {
            throw PackageError(
                file: shown,
                message: "this is a file and no package",
                mend: "give the directory of the package, or its zip file"
            )
        }
        guard let store else {
            throw PackageError(file: shown, message: "there is no place to unpack it in", mend: "unzip it")
        }
        return try store.unpacked(path)
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
        return entries.compactMap { entry in
            if entry.name.hasPrefix(".") { return nil }
            if entry.kind == .directory {
                return ProblemLoader.isPackage("\(directory)/\(entry.name)") ? entry.name : nil
            }
            return PackageStore.isPackage(fileName: entry.name) ? entry.name : nil
        }
    }
}
