public import Core

/// How a language is recognised, compiled and run: the content of one file of `Sandboxes/languages/`.
public struct LanguageProfile: Sendable {
    /// The canonical id, as in reports.
    public var id: LanguageID
    /// The name for people, with what sets the profile apart, as in `C++20 (g++)`.
    public var name: String
    /// Other words that `--language` accepts.
    public var aliases: [String]
    /// The extensions of source files, without the dot; the first is the usual one.
    public var extensions: [String]
    /// Extensions of files that may come along but are not compiled on their own, such as `h`, and whole names of such, which
    /// have a dot: `go.mod`.
    public var companions: [String]
    /// Interpreters whose names after `#!` mean this language.
    public var interpreters: [String]
    /// Of the profiles that share an extension the one with the highest priority is chosen.
    public var priority: Int
    /// Whether its extensions tell it; else it is chosen by name or by a `#!` line alone.
    public var isDetected: Bool
    /// What the vocabularies of others call it.
    public var names: ForeignNames
    /// The prepared root in which its tools are, as in `trixie`; nil when they are the host's.
    public var root: String?
    /// The Debian packages that provide the tools.
    public var packages: [String]
    /// The projects on PyPI that provide what Debian lacks, each installed in a directory of its own.
    public var pypi: [String]
    /// Texts that placeholders stand for: what sets one version of a language apart from another.
    public var variables: [String: String]
    /// What else has to be on the host, a header or a library: paths as in `Tool.candidates`, of which all are needed.
    public var requires: [String]
    /// The programs that it needs on the host.
    public var tools: [Tool]
    /// Lists of directories that a placeholder stands for, those that exist joined by `:`.
    public var paths: [(name: String, candidates: [String])]
    /// How the toolchain's version is asked for.
    public var version: VersionQuery
    /// The step that makes or checks the program; nil where there is none.
    public var compile: Step?
    /// The step that runs the program.
    public var run: Step
    /// What is made ready once for these steps.
    public var prepare: [Preparation]
    /// How the program's first file or class is found.
    public var entryRule: EntryRule
    /// What the file that is started has to be called.
    public var naming: SourceNaming
    /// How the run-time system says that it ran out of memory, where the kernel does not see it.
    public var outOfMemory: OutOfMemorySign?
    /// A program that shows that the language works here.
    public var selfTest: SelfTest
    /// What it says about its conformance.
    public var conformance: ConformanceClaims
    /// With which others it is installed for tests.
    public var tier: Tier
    /// The digest of the files that it was read from.
    public var digest: String

    /// The words that problem packages may use for this language: the id, and the Kattis code of its family.
    public var codes: [LanguageID] { names.kattis == id ? [id] : [id, names.kattis] }
}

/// What other systems call a language.
public struct ForeignNames: Hashable, Sendable {
    /// The code in Kattis problem packages, one for all versions of a language.
    public var kattis: LanguageID
    /// The numbers in Judge0.
    public var judge0: [Int]
    /// The name in Piston.
    public var piston: String?
    /// The names of executors in DMOJ.
    public var dmoj: [String]
    /// The id in DOMjudge's usual configuration.
    public var domjudge: String?
}

/// How near a language is to what everybody has.
public enum Tier: String, Hashable, Sendable, CaseIterable {
    /// Every developer's machine and every test of Assay has it.
    case common
    /// Everything else.
    case rest
}

/// What decides which file or class is started.
public enum EntryRule: String, Hashable, Sendable, CaseIterable {
    /// The file that the author named; else one called `main`, else the first.
    case file
    /// What the compiler finds to start among all files: nobody can say which.
    case compiler
    /// The class with `public static void main`; sources are named after their public class.
    case javaClass
    /// The same where a `main` need be neither public nor static, nor in a class: since Java 25.
    case javaInstance

    /// Whether a class is started, and not a file.
    public var startsClass: Bool { self == .javaClass || self == .javaInstance }
}

/// What a language asks of the name of the file that is started, which in the box is then called so.
public enum SourceNaming: String, Hashable, Sendable, CaseIterable {
    /// Nothing.
    case any
    /// That it is one word for a shell: no spaces, quotes and the like.
    case plain
    /// That it is the name of a module: letters, digits and single underscores, a letter in front.
    case identifier
    /// That it is the name of the program's `MODULE`, as in Modula-2.
    case module
    /// That it is the name of an `entity`, as in VHDL.
    case entity
}

/// A small program that reads its input and writes an answer that is known.
public struct SelfTest: Hashable, Sendable {
    /// The name of the source file.
    public var file: String
    /// The program.
    public var source: String
    /// What it reads.
    public var input: String
    /// What it has to write, exactly.
    public var output: String
}
