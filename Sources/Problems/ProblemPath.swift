/// Finding a package by what was written on a command line.
public enum ProblemPath {
    /// The directories in which names are looked up: those of `$ASSAY_PROBLEMS`, separated by colons, then `./Problems`,
    /// then `shareDirectory`, the installed packages.
    public static func searchPath(environment: [String: String], shareDirectory: String?) -> [String] {
        []
    }

    /// The directory of the package that `problem` names, a path or a name.
    ///
    /// - Throws: `PackageError` when there is none; it names near ones.
    public static func find(_ problem: String, in directories: [String]) throws(PackageError) -> String {
        problem
    }
}
