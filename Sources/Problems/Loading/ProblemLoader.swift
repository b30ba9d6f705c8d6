internal import Core
internal import Linux

/// Loads problem packages in the ICPC/Kattis format, legacy and 2025-09.
///
/// Loading looks at every file that judging may need, but reads only the small ones that describe the problem.
public struct ProblemLoader: Sendable {
    private let store: PackageStore?

    /// A loader; packages that `store` has unpacked are called as the user wrote them.
    public init(store: PackageStore? = nil) { self.store = store }

    /// What the package in `directory` is called in messages: its zip file, where it was unpacked from one.
    public func shown(_ directory: String) -> String { store?.shown(directory) ?? directory }

    /// Whether the directory has what makes it a problem package.
    public static func isPackage(_ directory: String) -> Bool {
        [Metadata.path, InitFile.path].contains { HostDirectory.kind(of: "\(directory)/\($0)") != nil }
    }

    /// Loads the package in `directory`.
    ///
    /// - Throws: `PackageError` with everything that stands in the way of judging.
    public func load(_ directory: String) throws(PackageError) -> Problem {
        let findings = Findings(directory: shown(directory))
        let tree = try openTree(directory, findings)
        if tree.kind(Metadata.path) == nil, tree.kind(InitFile.path) != nil {
            let file = InitFile(tree, store: store)
            try findings.check()
            if let file { return file.problem(named: shortName(directory, tree)) }
        }
        let metadata = Metadata(tree)
        try findings.check()

        let programs = PackagePrograms(tree: tree, constants: metadata.constants)
        let validators = outputValidators(programs, metadata, tree)
        let data = TestData(tree, metadata, isStandard: validators == nil)
        let staticValidator = data.hasStaticTests ? self.staticValidator(programs, metadata, tree) : nil
        if !data.hasStaticTests { checkIdleStaticValidator(metadata, tree) }
        let grader = data.hasCustomGraders ? self.grader(programs, tree) : nil
        let timeLimit = tree.timeLimitOfFiles() ?? metadata.timeLimit
        let includes = readIncludes(tree, metadata.constants)
        noteIgnored(tree)
        try findings.check()

        var problem = Problem(
            shortName: shortName(directory, tree),
            title: metadata.title,
            directory: tree.root,
            format: metadata.format,
            type: metadata.type,
            timeLimit: timeLimit,
            limits: metadata.limits,
            tests: data.tests,
            data: data.root,
            validator: validators.map { .custom($0) } ?? .standard,
            languages: metadata.languages,
            allowsFileWriting: metadata.allowsFileWriting,
            includes: includes,
            notes: findings.notes
        )
        problem.noted = findings.noted
        problem.constants = metadata.constants
        problem.validatorScores = metadata.validatorScores
        problem.isSmallerBetter = metadata.isSmallerBetter
        problem.staticValidator = staticValidator
        problem.grader = grader
        return problem
    }

    private func openTree(_ directory: String, _ findings: Findings) throws(PackageError) -> PackageTree {
        // The kernel would see only what is before the NUL, and so another directory.
        guard !directory.utf8.contains(0), let root = HostDirectory.resolve(directory) else {
            throw PackageError(
                file: findings.display(""),
                message: "there is no such directory",
                mend: "check the path"
            )
        }
        guard HostDirectory.kind(of: root) == .directory else {
            throw PackageError(
                file: findings.display(""),
                message: "this is no directory",
                mend: "give the directory of a problem package"
            )
        }
        do throws(Errno) {
            _ = try HostDirectory.entries(of: root)
        } catch {
            throw PackageError(
                file: findings.display(""),
                message: "the directory cannot be read (\(error))",
                mend: "check its permissions"
            )
        }
        let tree = PackageTree(root: root, findings: findings)
        guard ProblemLoader.isPackage(root) || HostDirectory.target(ofLink: tree.hostPath(Metadata.path)) != nil
        else {
            throw PackageError(
                file: findings.display(""),
                message: "this is no problem package: it has no problem.yaml",
                mend: "add one (it may be empty), or DMOJ's init.yml, or give another directory"
            )
        }
        return tree
    }

    private func shortName(_ directory: String, _ tree: PackageTree) -> String {
        let written = directory.split(separator: "/").last.map(String.init) ?? ""
        let resolved = tree.root.split(separator: "/").last.map(String.init) ?? ""
        return ["", ".", ".."].contains(written) ? resolved : written
    }

    /// The package's own output validators; nil where the standard one is meant.
    private func outputValidators(
        _ programs: PackagePrograms,
        _ metadata: Metadata,
        _ tree: PackageTree
    ) -> [PackageProgram]? {
        let (older, newer) = ("output_validators", "output_validator")
        let hasOlder = tree.kind(older) == .directory
        let hasNewer = tree.kind(newer) == .directory
        switch metadata.format {
        case .legacy:
            if metadata.hasCustomValidation {
                if hasOlder { return programs.all(in: older, .outputValidator) }
                // DOMjudge takes it in both formats, and its own examples are called so.
                if hasNewer { return programs.one(in: newer, .outputValidator).map { [$0] } ?? [] }
                tree.findings.report(
                    older,
                    "validation is custom, and there is no output validator",
                    mend: "add one, or write \"validation: default\""
                )
                return []
            }
            if hasOlder { tree.findings.note(older, "ignored; problem.yaml says \"validation: default\"") }
            if hasNewer { tree.findings.note(newer, "ignored; it belongs to the format 2025-09") }
            return nil
        case .draft, .y2025_09:
            if hasNewer { return programs.one(in: newer, .outputValidator).map { [$0] } ?? [] }
            if hasOlder {
                // Judging with the standard validator instead would give wrong verdicts without a word.
                tree.findings.report(
                    older,
                    "in the format \(metadata.format.rawValue) the directory has another name",
                    mend: "call it output_validator"
                )
            }
            if metadata.type.isInteractive || metadata.type.isMultiPass {
                tree.findings.report(
                    newer,
                    "the problem is \(metadata.type.isInteractive ? "interactive" : "multi-pass") and has no output "
                        + "validator of its own",
                    mend: "add one"
                )
            }
            return nil
        }
    }

    private func staticValidator(
        _ programs: PackagePrograms,
        _ metadata: Metadata,
        _ tree: PackageTree
    ) -> PackageProgram? {
        let directory = "static_validator"
        guard tree.kind(directory) == .directory else {
            tree.findings.report(
                directory,
                "a group has a static_validation_score, and there is no static validator",
                mend: "add one, or remove the score"
            )
            return nil
        }
        if metadata.type.isSubmitAnswer {
            tree.findings.report(
                directory,
                "a submit-answer problem has no sources to look at",
                mend: "remove the static validator and every static_validation_score"
            )
        }
        return programs.one(in: directory, .staticValidator)
    }

    /// Tells of a static validator that nothing asks.
    private func checkIdleStaticValidator(_ metadata: Metadata, _ tree: PackageTree) {
        let directory = "static_validator"
        guard metadata.format == .y2025_09, tree.kind(directory) == .directory else { return }
        if metadata.type.isSubmitAnswer {
            tree.findings.fault(directory, "a submit-answer problem has no sources to look at", mend: "remove it")
        } else {
            tree.findings.note(directory, "ignored; no group has a static_validation_score")
        }
    }

    private func grader(_ programs: PackagePrograms, _ tree: PackageTree) -> PackageProgram? {
        let graders = programs.all(in: "graders", .grader)
        if graders.count > 1 {
            tree.findings.report("graders", "there are \(graders.count) graders", mend: "keep one")
        }
        return graders.first
    }

    private func readIncludes(_ tree: PackageTree, _ constants: Constants) -> [String: [BoxFile]] {
        guard tree.kind("include") == .directory else { return [:] }
        var includes: [String: [BoxFile]] = [:]
        for entry in tree.entries("include") {
            if entry.kind == .directory {
                includes[entry.name] = tree.boxFiles(below: "include/\(entry.name)", constants: constants)
            } else {
                tree.findings.note("include/\(entry.name)", "ignored; put it into a directory named by its language")
            }
        }
        return includes
    }

    private func noteIgnored(_ tree: PackageTree) {
        if tree.kind("assay.yaml") != nil { tree.findings.note("assay.yaml", "ignored; nothing reads this file yet") }
    }
}
