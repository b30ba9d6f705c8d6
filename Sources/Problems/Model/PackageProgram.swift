public import Core

/// Who says whether an output is right.
public enum OutputValidator: Sendable {
    /// The standard validator, which every test has set up as `TestCase.standardValidator`.
    case standard
    /// The package's own programs; an output is right when all of them accept it.
    case custom([PackageProgram])
}

/// A program of a package, a validator or a grader, as source.
public struct PackageProgram: Sendable {
    /// What it is written in.
    public enum Kind: Hashable, Sendable {
        /// C; all `.c` files are compiled together.
        case c
        /// C++; all source files are compiled together.
        case cpp
        /// Python 3, started with the file `main`.
        case python(main: String)
        /// Whatever the package's own `build` makes of it, which is run once in its directory and where `hasBuild`; then
        /// `run` is what is started.
        case scripts(hasBuild: Bool)
    }

    /// Its path in the package, as in `output_validators/check.cpp`.
    public var name: String
    /// What it is written in.
    public var kind: Kind
    /// Its files, with paths relative to the program's own directory.
    public var files: [BoxFile]

    /// A program with these parts.
    public init(name: String, kind: Kind, files: [BoxFile]) {
        self.name = name
        self.kind = kind
        self.files = files
    }

    /// The languages that programs of packages are written in, and those whose tools their scripts find.
    public static let languages: [LanguageID] = ["c", "cpp", "python3", "bash", "java"]

    /// The language whose profile compiles and runs it; nil for one that has scripts of its own for that.
    public var language: LanguageID? {
        switch kind {
        case .c: "c"
        case .cpp: "cpp"
        case .python: "python3"
        case .scripts: nil
        }
    }

    /// The file to start, where the language has no other rule.
    public var entry: String? {
        guard case .python(let main) = kind else { return nil }
        return main
    }
}
