public import Core

/// A problem package, loaded: what judging needs of it, and nothing read that judging may never need.
public struct Problem: Sendable {
    /// The version of the package format.
    public enum Format: String, Hashable, Sendable {
        case legacy
        /// What was between the two, and is in use: what a package is made of is as in 2025-09, but for the tests and
        /// their groups, which are as in the older format.
        case draft = "2023-07-draft"
        case y2025_09 = "2025-09"

        /// Whether groups of tests have a `testdata.yaml` and graders.
        var hasGraders: Bool { self != .y2025_09 }
    }

    /// Where a time limit came from; the words are those of reports.
    public enum TimeLimitSource: String, Hashable, Sendable {
        /// An option of the command line.
        case option
        /// The package states it.
        case package
        /// It was inferred from the package's own submissions.
        case inferred
        /// Nobody states one, and `Problem.defaultTimeLimit` applies.
        case `default`
    }

    /// The CPU time limit of a test where nobody states one.
    public static let defaultTimeLimit = Duration.seconds(10)

    /// The name of the package's directory.
    public var shortName: String
    /// The problem's name, in English where the package has that.
    public var title: String
    /// The package's directory, without symbolic links.
    public var directory: String
    /// The version of the package format.
    public var format: Format
    /// What kind of problem it is.
    public var type: ProblemType
    /// What the package asks for and cannot be judged yet, each as a phrase; nobody may judge unless it is empty.
    public var unsupported: [String]
    /// What in the package was ignored, each as one line.
    public var notes: [String]
    /// The same with their places, for whoever looks after the package.
    public var noted: [PackageIssue] = []
    /// The CPU time limit of a test, where the package states one.
    public var timeLimit: Duration?
    /// The CPU time limit that was inferred from the package's own submissions, where it states none.
    public var inferredTimeLimit: Duration?
    /// `.package` where the package states a time limit, `.inferred` where one was inferred, else `.default`.
    public var timeLimitSource: TimeLimitSource {
        timeLimit != nil ? .package : inferredTimeLimit != nil ? .inferred : .default
    }
    /// The other limits.
    public var limits: ProblemLimits
    /// The tests: the samples first, then the secret ones, each in the package's order.
    public var tests: [TestCase]
    /// The groups in which the tests are judged: the root, with the samples and the secret tests as its members.
    public var data: TestGroup
    /// Who says whether an output is right.
    public var validator: OutputValidator
    /// Whether the validators give scores to what they accept (legacy, `validation: custom score`).
    public var validatorScores = ValidatorScores.never
    /// Who looks at a submission's sources, where a group asks for that (2025-09).
    public var staticValidator: PackageProgram?
    /// Who puts scores together, where a group does not have the standard grader do it (legacy).
    public var grader: PackageProgram?
    /// Whether the smaller score is the better one (legacy, `objective: min`).
    public var isSmallerBetter = false
    /// Whether output validators find the submission's files where they are started, as in the format 2025-09.
    public var showsSources: Bool
    /// Programs that make tests, which `TestCase.generation` tells apart (DMOJ).
    public var generators: [PackageProgram] = []
    /// What is put before every source file of a submission that the language compiles (DMOJ's signature grading).
    public var prologue: [UInt8] = []
    /// The languages that submissions may be written in; nil when any may be.
    public var languages: Set<LanguageID>?
    /// Whether submissions may write files.
    public var allowsFileWriting: Bool
    /// The files of `include/`, by the name of the directory there.
    public var includes: [String: [BoxFile]]
    /// Texts that are replaced in sources, as `name` or `name.variant`.
    var constants: Constants

    /// A problem with these parts.
    public init(
        shortName: String,
        title: String? = nil,
        directory: String,
        format: Format = .legacy,
        type: ProblemType = ProblemType(),
        timeLimit: Duration? = nil,
        limits: ProblemLimits = ProblemLimits(),
        tests: [TestCase],
        data: TestGroup? = nil,
        validator: OutputValidator = .standard,
        languages: Set<LanguageID>? = nil,
        allowsFileWriting: Bool = false,
        includes: [String: [BoxFile]] = [:],
        unsupported: [String] = [],
        notes: [String] = []
    ) {
        self.shortName = shortName
        self.title = title ?? shortName
        self.directory = directory
        self.format = format
        showsSources = format != .legacy
        self.type = type
        self.timeLimit = timeLimit
        self.limits = limits
        self.tests = tests
        self.data = data ?? TestGroup(flat: tests)
        self.validator = validator
        self.languages = languages
        self.allowsFileWriting = allowsFileWriting
        self.includes = includes
        self.unsupported = unsupported
        self.notes = notes
        constants = Constants()
    }
}

// MARK: - Languages

extension Problem {
    /// Whether submissions may be written in `language`: a version such as `cpp17` may be where `cpp` may.
    public func allows(_ language: LanguageID) -> Bool {
        guard let languages else { return true }
        return languages.contains(language) || languages.contains(language.withoutVersion)
    }

    /// The files to put beside a submission in `language` before it is compiled, in the order of their paths.
    ///
    /// Files for the exact version go before those for the language, and those before the ones for all languages; `code` is
    /// what the format calls the language, where it has a name of its own.
    public func includes(for language: LanguageID, code: LanguageID? = nil) -> [BoxFile] {
        var files: [String: BoxFile] = [:]
        let names = [code?.withoutVersion, code, language.withoutVersion, language].compactMap { $0?.rawValue }
        for directory in ["default"] + names {
            for file in includes[directory] ?? [] { files[file.path] = file }
        }
        return files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
    }
}

extension LanguageID {
    /// The language that this may be a version of: `cpp` for `cpp17`.
    var withoutVersion: LanguageID {
        let digits = rawValue.reversed().prefix { $0.isASCII && $0.isNumber }
        return LanguageID(rawValue: String(rawValue.dropLast(digits.count)))
    }
}
