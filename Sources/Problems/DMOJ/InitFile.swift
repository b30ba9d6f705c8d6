internal import Core
internal import YAML

/// A problem as DMOJ has it: `init.yml`, and the files that it names, in its directory or in an archive.
struct InitFile {
    static let path = "init.yml"

    let tree: PackageTree
    let settings: InheritedSettings
    let files: CaseFiles
    var tests: [TestCase] = []
    var root = TestGroup(name: "")
    var limits = ProblemLimits(format: .legacy)
    /// The programs that check outputs, each once, however many cases it checks.
    var checkers: [CheckerProgram] = []
    /// Who speaks with submissions.
    var interactor: Bridge?
    /// What is added to submissions where they are functions and not programs.
    var signature: Signature?
    var generators: [PackageProgram] = []
    /// The places of `generators`, by what they were made from.
    var generatorPlaces: [String: Int] = [:]
    var type = ProblemType()

    /// Reads the file and looks at all that it names; mistakes are among the tree's findings.
    init?(_ tree: PackageTree, store: PackageStore?) {
        self.tree = tree
        guard let bytes = tree.bytes(InitFile.path) else { return nil }
        let node: YAMLNode?
        do throws(YAMLError) {
            node = try YAML.parse(bytes, file: InitFile.path)
        } catch {
            tree.findings.report(
                InitFile.path,
                line: error.line,
                "column \(error.column): \(error.message)",
                mend: error.message.contains(";") ? "" : "correct the YAML there"
            )
            return nil
        }
        guard let node, node.pairs != nil else {
            tree.findings.report(
                InitFile.path,
                line: node?.line,
                "the file is \(node?.kind ?? "empty") and must be a mapping",
                mend: "write \"key: value\" lines"
            )
            return nil
        }
        let settings = InheritedSettings(root: node, path: InitFile.path, findings: tree.findings)
        self.settings = settings
        files = CaseFiles(tree, archive: settings.text("archive"), line: settings["archive"]?.line, store: store)
        settings.noteKeys(except: InitFile.keys.union(InitFile.caseKeys))
        type.isScoring = true
        readLimits()
        readKind()
        readCases()
    }

    private static let keys: Set = [
        "archive", "test_cases", "pretest_test_cases", "interactive", "signature_grader", "custom_judge", "unbuffered",
        "hints", "meta", "short_circuit", "unicode",
    ]
    /// The keys of a case, which may also stand further out.
    static let caseKeys: Set = [
        "in", "out", "points", "checker", "generator", "generator_args", "generator_in", "binary_data",
        "output_limit_length", "output_prefix_length", "wall_time_factor", "symlinks", "batched", "dependencies",
    ]

    private mutating func readLimits() {
        // DMOJ's own: its sites set time and memory elsewhere.
        limits.output = ByteCount(25_165_824)
        limits.validationTime = .seconds(20)
        limits.validationMemory = .mebibytes(512)
        if let value = settings["output_limit_length"] {
            if let bytes = value.int, (1...Ceilings.output.bytes).contains(bytes) {
                limits.output = ByteCount(bytes)
            } else {
                settings.report(
                    value,
                    "output_limit_length is \(value.kind) and must be a whole number from 1 to \(Ceilings.output.bytes)",
                    mend: "write one"
                )
            }
        }
        for key in ["wall_time_factor", "symlinks"] {
            guard let value = settings[key], value.pairs?.isEmpty != true else { continue }
            tree.findings.note(InitFile.path, line: value.line, "\(key) is ignored")
        }
        if let value = settings.own("unbuffered"), value.bool == true {
            tree.findings.note(InitFile.path, line: value.line, "unbuffered is ignored; submissions have to flush")
        }
    }

    private mutating func readKind() {
        if let judge = settings["custom_judge"] {
            settings.report(
                judge,
                "custom_judge is Python code inside DMOJ's own judge, which is not run",
                mend: "write a checker, or an interactor in C or C++ under interactive"
            )
        }
        if let node = settings["signature_grader"] { signature = readSignature(node) }
        guard let interactive = settings["interactive"], settings["signature_grader"] == nil else { return }
        guard interactive.pairs != nil else {
            settings.report(
                interactive,
                "interactive is \(interactive.kind) and must be a mapping",
                mend: "write interactive: {files: interactor.cpp}"
            )
            return
        }
        type.isInteractive = true
        interactor = bridge(interactive, purpose: .interactor)
    }

    /// The problem.
    func problem(named shortName: String) -> Problem {
        let programs = interactor.map { [$0.program] } ?? checkers.compactMap(\.program)
        var problem = Problem(
            shortName: shortName,
            directory: tree.root,
            format: .legacy,
            type: type,
            limits: limits,
            tests: tests,
            data: root,
            validator: programs.isEmpty ? .standard : .custom(programs),
            notes: tree.findings.notes
        )
        problem.validatorScores = .sometimes
        problem.noted = tree.findings.noted
        problem.generators = generators
        problem.showsSources = programs.contains { if case .python = $0.kind { true } else { false } }
        if let signature { signature.add(to: &problem) }
        return problem
    }
}
